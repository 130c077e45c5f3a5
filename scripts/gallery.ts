import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { AxeResults } from "axe-core";
import { type Browser, chromium, type Page } from "playwright-core";
import { DASHBOARDS, SETTINGS } from "../tests/instruments/gallery/page-samples.ts";
import { SITUATIONS } from "../tests/instruments/gallery/samples.ts";
import { NOW } from "../tests/instruments/gallery/situation-parts.ts";
import { findBrowser } from "./browsers/find.ts";
import { buildPages, type PAGES, servePages } from "./gallery/drawn-pages.ts";
import { takeStorePictures } from "./gallery/store-pictures.ts";
import { command } from "./support/command.ts";
import { text, toggle, UsageError } from "./support/flags.ts";
import { languages } from "./support/translator.ts";

const PROJECT = fileURLToPath(new URL("..", import.meta.url));
const PICTURES = join(PROJECT, ".output/gallery");

/** Pictures on one contact sheet. */
const ON_A_SHEET = 8;
const SHEET_STYLE = `body{margin:12px;background:#8a8f98;font:12px system-ui;display:grid;grid-template-columns:repeat(${ON_A_SHEET},1fr);gap:12px}
figure{margin:0}img{inline-size:100%;display:block}`;

/** `forced`: the few colours that a person has set for everything. */
type Theme = "light" | "dark" | "forced";
type Shot = { page: (typeof PAGES)[number]; state: string; language: string; theme: Theme; zoom: 1 | 2 };

function allShots(): Shot[] {
  const pages = [
    { page: "popup" as const, states: ["waiting", "problem", ...Object.keys(SITUATIONS)] },
    { page: "welcome" as const, states: ["open", "granted", "declined", "refused"] },
    { page: "dashboard" as const, states: Object.keys(DASHBOARDS) },
    { page: "settings" as const, states: Object.keys(SETTINGS) },
  ];
  return pages.flatMap(({ page, states }) =>
    states.flatMap((state) =>
      languages().flatMap((language) =>
        (["light", "dark", "forced"] as const).flatMap((theme) =>
          (theme === "forced" ? ([1] as const) : ([1, 2] as const)).map((zoom) => ({ page, state, language, theme, zoom })),
        ),
      ),
    ),
  );
}

const nameOf = ({ page, state, language, theme, zoom }: Shot) => `${page}-${state}-${language}-${theme}${zoom === 2 ? "-zoomed" : ""}`;

/** Takes one picture and returns what is wrong with the page: findings of axe, and anything wider than the window. */
async function take(page: Page, url: string, shot: Shot, axe: string | null): Promise<string[]> {
  const query = new URLSearchParams({ state: shot.state, language: shot.language });
  await page.goto(`${url}${shot.page}.html?${query}`);
  await page.waitForSelector("html[data-drawn]");
  await page.screenshot({ path: join(PICTURES, `${nameOf(shot)}.png`), fullPage: true });
  const wider = await page.evaluate<number>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
  const problems = wider > 0 ? [`is wider than the window by ${wider} px`] : [];
  // Neither twice the size nor forced colours change what axe looks at.
  if (axe === null || shot.zoom === 2 || shot.theme === "forced") return problems;
  await page.addScriptTag({ content: axe });
  const { violations } = await page.evaluate<AxeResults>("axe.run(document, { resultTypes: ['violations'] })");
  const findings = violations.map(({ id, nodes }) => `axe ${id}: ${nodes.map(({ target }) => target.join(" ")).join(", ")}`);
  return [...problems, ...findings];
}

/** Pictures side by side on sheets, to be looked at in one go. */
async function contactSheets(browser: Browser, shots: Shot[]): Promise<void> {
  const groups = Map.groupBy(shots, ({ page, language, theme, zoom }) => `${page}-${language}-${theme}${zoom === 2 ? "-zoomed" : ""}`);
  const page = await browser.newPage({ viewport: { width: ON_A_SHEET * 190 + 12, height: 400 } });
  const sheets: string[] = [];
  for (const [group, members] of groups) {
    for (let start = 0; start < members.length; start += ON_A_SHEET) {
      const sheet = `contact-${group}-${1 + start / ON_A_SHEET}`;
      const figures = members
        .slice(start, start + ON_A_SHEET)
        .map((shot) => `<figure><img src="${nameOf(shot)}.png"><figcaption>${shot.state}</figcaption></figure>`);
      const html = `<!doctype html><meta charset="utf-8"><title>${sheet}</title><style>${SHEET_STYLE}</style>${figures.join("")}`;
      writeFileSync(join(PICTURES, `${sheet}.html`), html);
      await page.goto(`file://${join(PICTURES, `${sheet}.html`)}`);
      await page.screenshot({ path: join(PICTURES, `${sheet}.png`), fullPage: true });
      sheets.push(sheet);
    }
  }
  await page.close();
  const index = sheets.map((sheet) => `<p><a href="${sheet}.html">${sheet}</a></p>`).join("");
  writeFileSync(join(PICTURES, "index.html"), `<!doctype html><meta charset="utf-8"><title>Gallery</title>${index}`);
}

async function drawAll(browser: Browser, url: string, shots: Shot[], axe: string | null): Promise<number> {
  let bad = 0;
  for (const [, group] of Map.groupBy(shots, ({ page, language, theme, zoom }) => `${page}${language}${theme}${zoom}`)) {
    const first = group[0];
    if (first === undefined) continue;
    const wide = first.page === "popup" || first.zoom === 2 ? 360 : 720;
    const context = await browser.newContext({
      viewport: { width: wide / first.zoom, height: 600 },
      deviceScaleFactor: first.zoom,
      colorScheme: first.theme === "forced" ? "light" : first.theme,
      forcedColors: first.theme === "forced" ? "active" : "none",
      locale: first.language,
      timezoneId: "America/New_York",
      reducedMotion: "reduce",
    });
    const page = await context.newPage();
    await page.clock.setFixedTime(NOW);
    for (const shot of group) {
      for (const problem of await take(page, url, shot, axe)) {
        bad += 1;
        console.error(`${nameOf(shot)}: ${problem}`);
      }
    }
    await context.close();
  }
  return bad;
}

async function gallery(only: string | undefined, withAxe: boolean, store: boolean): Promise<number> {
  const shots = allShots().filter((shot) => only === undefined || nameOf(shot).includes(only));
  if (shots.length === 0) throw new UsageError(`--only ${only}: no picture has that in its name (popup-site-http-ar-dark is one)`);
  const found = findBrowser(["chromium", "chrome", "edge"]);
  if (found === null) throw new Error("The pictures are taken by Chromium, Chrome or Edge, and none is on this machine.");
  const axe = withAxe ? readFileSync(fileURLToPath(import.meta.resolve("axe-core/axe.min.js")), "utf8") : null;
  await buildPages();
  const { server, url } = await servePages();
  const browser = await chromium.launch({ executablePath: found.path, args: ["--no-sandbox"] });
  try {
    if (store) {
      console.log(`${await takeStorePictures(browser, url, join(PROJECT, ".output/store"))} pictures in .output/store`);
      return 0;
    }
    if (only === undefined) rmSync(PICTURES, { recursive: true, force: true });
    mkdirSync(PICTURES, { recursive: true });
    const bad = await drawAll(browser, url, shots, axe);
    await contactSheets(browser, shots);
    console.log(`${shots.length} pictures in .output/gallery${axe === null ? "" : `, ${bad} findings`}`);
    return bad === 0 ? 0 : 1;
  } finally {
    await browser.close();
    server.close();
  }
}

export default await command(import.meta, {
  name: "gallery",
  group: "instrument",
  summary: "draws every state of every page with the real components and checks them with axe",
  takes: "5 minutes",
  details: `English and Arabic, light and dark, 360 px and twice as large, and once in forced colours. Pictures go to .output/gallery, an overview
to .output/gallery/index.html and contact-*.png. Exit status 1 when axe finds something or a page is wider than its window.`,
  flags: {
    only: text("TEXT", "the pictures with this in their name: popup-site-http-ar-dark is one"),
    "no-axe": toggle("pictures alone"),
    store: toggle("draws the pictures that the stores show instead, 1280 × 800, into .output/store"),
  },
  run: ({ flags }) => gallery(flags.only, !flags["no-axe"], flags.store),
});
