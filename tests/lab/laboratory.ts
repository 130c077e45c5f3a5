import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import type { Page } from "puppeteer-core";
import { waitUntil } from "../../scripts/browsers/control.ts";
import type { ExtensionBrowser, Special } from "../../scripts/browsers/extension-browser.ts";
import type { BrowserFamily, FoundBrowser } from "../../scripts/browsers/find.ts";
import { launchBrowser } from "../../scripts/browsers/launch.ts";
import { buildExtension } from "../../scripts/build-extension.ts";
import { encodeTable } from "../../scripts/ranges/encode-table.ts";
import { readOwnList } from "../../scripts/ranges/own-list.ts";
import { startServer } from "../../server/server.ts";
import { layOut } from "./bench.ts";
import type { Access, LabCase, LaunchName } from "./lab-case.ts";
import { type LabWorld, startLabWorld } from "./lab-world.ts";
import { type Mirrors, startMirrors } from "./mirrors.ts";
import { NEIGHBOURS, RANGES } from "./neighbours.ts";
import { isRight, type Outcome, type Said, type Shown } from "./outcome.ts";
import { makeTrustingProfile } from "./trusted-profile.ts";

/** A verdict that is still coming is waited for this long. */
const PATIENCE = 12_000;
/** The extension has nothing more to say when nothing it stores has changed for so long. */
const QUIET = 600;

export type Laboratory = {
  family: BrowserFamily;
  /** Plays cases of one launch in one browser session per launch; tells each outcome as it comes. */
  run(cases: LabCase[], accesses: Access[], tell: (outcome: Outcome) => void): Promise<void>;
  close(): Promise<void>;
};

/** Opens the lab for one browser: feed server, mirrors, and the production build that asks them. */
export async function openLaboratory(found: FoundBrowser): Promise<Laboratory> {
  const { family } = found;
  const closing: (() => unknown)[] = [];
  const close = async () => {
    for (const step of closing.splice(0).reverse()) await step();
  };
  try {
    const folder = mkdtempSync(join(tmpdir(), "not-just-me-lab-"));
    closing.push(() => rmSync(folder, { recursive: true, force: true }));
    const rangesFile = join(folder, "ranges.bin");
    writeFileSync(rangesFile, encodeTable([readOwnList({ ranges: RANGES })]).bytes);
    const feed = await startServer({
      host: "127.0.0.1",
      port: 0,
      dataDir: join(folder, "feed"),
      sources: [],
      publishEverySeconds: 1,
      rangesFile,
    });
    closing.push(() => feed.close());
    const mirrors = await startMirrors(feed.url);
    closing.push(() => mirrors.close());
    const extension = buildExtension({ family, purpose: "lab", feed: { mirrors: mirrors.urls, rootKey: feed.rootKey } });
    return {
      family,
      close,
      async run(cases, accesses, tell) {
        const possible = cases.filter((labCase) => {
          const reason = labCase.skip?.[family];
          if (reason !== undefined) for (const access of accesses) tell({ labCase, family, access, result: "skipped", reason });
          return reason === undefined;
        });
        const launches = new Set(possible.map(({ launch }) => launch));
        for (const launch of launches) {
          const own = possible.filter((labCase) => labCase.launch === launch);
          await runLaunch({ launch, found, extension, mirrors, folder }, own, accesses, tell);
        }
      },
    };
  } catch (problem) {
    await close();
    throw problem;
  }
}

type Room = { launch: LaunchName; found: FoundBrowser; extension: string; mirrors: Mirrors; folder: string };

async function runLaunch(room: Room, cases: LabCase[], accesses: Access[], tell: (outcome: Outcome) => void): Promise<void> {
  const { family } = room.found;
  const hosts = [...NEIGHBOURS, ...cases.flatMap((labCase) => labCase.hosts ?? [])];
  const world = await startLabWorld(hosts, [...cases.flatMap(({ missing = [] }) => missing)]);
  let browser: ExtensionBrowser | null = null;
  try {
    browser = await launchBrowser({
      found: room.found,
      extension: room.extension,
      headless: true,
      names: world.names,
      special: specialFor(room, world),
    });
    const welcome = await browser.welcomePage();
    // Basic access first: it can be widened with one click, as a person does.
    if (accesses.includes("basic")) {
      for (const labCase of cases) tell(await play(labCase, "basic", { browser, world, mirrors: room.mirrors }));
    }
    if (accesses.includes("full")) {
      await allowFullAccess(browser, welcome);
      for (const labCase of cases) tell(await play(labCase, "full", { browser, world, mirrors: room.mirrors }));
    }
  } catch (cause) {
    const problem = cause instanceof Error ? cause.message : String(cause);
    for (const labCase of cases) tell({ labCase, family, access: "full", result: "broken", problem });
  } finally {
    await browser?.close();
    await world.close();
    await room.mirrors.set("honest");
  }
}

function specialFor(room: Room, world: LabWorld): Special {
  if (room.found.family === "firefox") return {};
  const profile = mkdtempSync(join(room.folder, "profile-"));
  makeTrustingProfile(profile, world.names.authority);
  return { profile };
}

/** The one click on the welcome page. */
async function allowFullAccess(browser: ExtensionBrowser, welcome: Page): Promise<void> {
  await browser.answerYesToFullAccess();
  await welcome.bringToFront();
  await welcome.waitForSelector("[data-testid=allow]");
  await welcome.click("[data-testid=allow]");
  await waitUntil(() => browser.inExtension<boolean>('browser.permissions.contains({ origins: ["<all_urls>"] })'));
}

type Things = { browser: ExtensionBrowser; world: LabWorld; mirrors: Mirrors };

async function play(labCase: LabCase, access: Access, things: Things): Promise<Outcome> {
  const { browser, world, mirrors } = things;
  const head = { labCase, family: browser.family, access };
  const began = performance.now();
  const { bench, clear } = layOut({ ...things, access });
  try {
    await forgetEverything(browser);
    const page = await labCase.play(bench);
    const tabId = page === null ? null : await browser.tabIdOf(page);
    const shown = await settledAnswer(browser, tabId, (candidate) => isRight({ labCase, access, shown: candidate }));
    const seconds = (performance.now() - began) / 1000;
    return { ...head, result: isRight({ labCase, access, shown }) ? "right" : "wrong", shown, seconds };
  } catch (cause) {
    return { ...head, result: "broken", problem: cause instanceof Error ? cause.message : String(cause) };
  } finally {
    await clear();
    await world.heal();
    await mirrors.set("honest");
  }
}

/** As after a restart of the browser: the picture of the last minutes is gone, what was learned for good stays. */
async function forgetEverything(browser: ExtensionBrowser): Promise<void> {
  await browser.inExtension("null");
  await browser.killBackground();
  await browser.inExtension("browser.storage.session.clear()");
}

/** Reads badge and popup once nothing moves any more; a wrong answer is given time to become right. */
async function settledAnswer(browser: ExtensionBrowser, tabId: number | null, isGood: (shown: Shown) => boolean): Promise<Shown> {
  const end = Date.now() + PATIENCE;
  let shown: Shown;
  do {
    await quiet(browser);
    shown = await readShown(browser, tabId);
  } while (!isGood(shown) && Date.now() < end);
  return shown;
}

async function quiet(browser: ExtensionBrowser): Promise<void> {
  const stored = async () => JSON.stringify(await browser.inExtension("browser.storage.session.get(null)"));
  let before = await stored();
  for (let turn = 0; turn < 10; turn++) {
    await wait(QUIET);
    const after = await stored();
    if (after === before) return;
    before = after;
  }
}

const READ = `(({ scope = "", cause = "", subject = "" }) => ({ scope, cause, subject }))(document.querySelector("[data-scope]")?.dataset ?? {})`;

async function readShown(browser: ExtensionBrowser, tabId: number | null): Promise<Shown> {
  const popup = await browser.openExtensionPage(tabId === null ? "popup.html" : `popup.html?tab=${tabId}`);
  try {
    let said: Said = { scope: "", cause: "", subject: "" };
    await waitUntil(async () => {
      said = (await popup.evaluate(READ)) as Said;
      return said.scope !== "" && said.scope !== "waiting";
    });
    const asked = tabId ?? (await browser.tabIdOf(popup));
    return { ...said, badge: (await browser.badge(asked)).text };
  } finally {
    await popup.close();
  }
}
