import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readlinkSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import type { Page } from "puppeteer-core";
import { waitUntil } from "../../../scripts/browsers/control.ts";
import type { ExtensionBrowser } from "../../../scripts/browsers/extension-browser.ts";
import type { FoundBrowser } from "../../../scripts/browsers/find.ts";
import { launchBrowser } from "../../../scripts/browsers/launch.ts";
import type { MeasuredTarget } from "../../../server/measure/targets.ts";
import { builtExtension } from "../../instruments/browser/built-extension.ts";
import { allowFullAccess } from "../../instruments/browser/full-access.ts";
import type { Described } from "../../instruments/loopback/described-internet.ts";
import type { StandIn } from "../../instruments/loopback/stand-in.ts";
import { startWorld, type World } from "../../instruments/loopback/world.ts";
import { unshareCommand } from "../../lab/cable.ts";
import { startRecordingMirrors } from "../recording-mirrors.ts";

/**
 * Runs in a network of its own, in which the sites and the browser are. The feed server has another one, and a way of its own to the sites.
 * Prints what the popup says (`TwoWaysLine`, JSON): first while the browser alone cannot reach a site, then while the server is cut off from
 * everything but the browser, and the site refuses connections.
 */
export type TwoWaysLine = { step: "browser is cut" | "server is cut"; offer: string; headline: string };

const SHOP = "www.example.com";
const BANK = "www.example.org";
const ANCHOR = "measured.example.com";
const STAND_INS: StandIn[] = [
  { host: "www.morning-news.example", address: "10.98.0.1", title: "Morning News" },
  { host: "www.garden-tools.example", address: "10.98.0.2", title: "Garden Tools" },
  { host: SHOP, address: "10.98.0.3", title: "Corner Shop" },
  { host: BANK, address: "10.98.0.4", title: "Old Bank" },
  { host: ANCHOR, address: "10.98.0.5", title: "Anchor" },
];
/** Both ends of the cable between the two networks. */
const HERE = "10.99.0.1";
const THERE = "10.99.0.2";
/** What leads nowhere. */
const CUT = 100;
const OFFER = "[data-testid=elsewhere]";
/** Milliseconds until a person tries again: repeats within two seconds are one failure. */
const RETRY = 2600;

const { found } = JSON.parse(process.argv[2] ?? "null") as { found: FoundBrowser };
const closing: (() => unknown)[] = [];
try {
  await play();
} finally {
  for (const step of closing.splice(0).reverse()) await step();
}

async function play(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "not-just-me-e2e-"));
  closing.push(() => rmSync(folder, { recursive: true, force: true }));
  ip("link set lo up");
  for (const { address } of STAND_INS) ip(`addr add ${address}/32 dev lo`);
  const world = await startWorld(STAND_INS);
  closing.push(() => world.close());
  const mirrors = await startRecordingMirrors();
  closing.push(() => mirrors.close());
  const server = await startServerElsewhere(describe(world), [
    "--data",
    join(folder, "feed"),
    "--reports",
    `${mirrors.urls[0]}/v2/reports`,
  ]);
  mirrors.serve(server.url);
  await viewsAre(server.url, /"from":\[\{"id":"fra"/);

  const extension = builtExtension(found.family, join(folder, "build"), { mirrors: mirrors.urls, rootKey: server.rootKey });
  const browser = await launchBrowser({ found, extension, headless: true, language: "en", names: world.names });
  closing.push(() => browser.close());
  await browser.welcomePage();
  await allowFullAccess(browser);

  cutHere("10.98.0.3");
  print("browser is cut", await ask(browser, SHOP, "answers from Frankfurt", "works for others"));

  await world.refuse(BANK);
  inServersNetwork(server.pid, "ip route del default");
  await viewsAre(server.url, /"views":null/);
  print("server is cut", await ask(browser, BANK, "takes no questions now", "example.org"));
}

/** Fails at a site while others work, before it and in between, and presses the button in the popup of its tab. */
async function ask(
  browser: ExtensionBrowser,
  host: string,
  expected: string,
  headline: string,
): Promise<{ offer: string; headline: string }> {
  const page = await browser.newPage();
  for (const other of STAND_INS.slice(0, 2)) await browser.visit(page, `https://${other.host}/`);
  await browser.visit(page, `https://${host}/`);
  await wait(RETRY);
  // A mirror on this machine proves no connection, so another site has to answer after the trouble began.
  const comparison = await browser.newPage();
  await browser.visit(comparison, `https://${STAND_INS[0]?.host}/`);
  await browser.visit(page, `https://${host}/`);
  const popup = await browser.openExtensionPage(`popup.html?tab=${await browser.tabIdOf(page)}`);
  await waitUntil(async () => (await textOf(popup, OFFER)).includes("Ask from elsewhere"), 20_000).catch(() => {});
  await popup.click(`${OFFER} button`);
  // What is printed is judged by the test, so a wrong answer is printed too.
  await waitUntil(async () => (await textOf(popup, OFFER)).includes(expected), 20_000).catch(() => {});
  // The verdict follows the answer; on a busy machine a second later.
  await waitUntil(async () => (await textOf(popup, "[data-testid=headline]")).includes(headline), 10_000).catch(() => {});
  const said = { offer: await textOf(popup, OFFER), headline: await textOf(popup, "[data-testid=headline]") };
  await popup.close();
  return said;
}

function print(step: TwoWaysLine["step"], said: { offer: string; headline: string }): void {
  console.log(JSON.stringify({ step, ...said } satisfies TwoWaysLine));
}

function describe({ names }: World): Described {
  const target = (id: string): MeasuredTarget => ({ id, host: ANCHOR, path: "/ping", reason: "a stand-in" });
  return {
    names: Object.fromEntries(STAND_INS.map(({ host, address }) => [host, [address]])),
    ports: { https: names.httpsPort, http: names.httpPort },
    authority: names.authority,
    open: "10.98.",
    measured: [target("google"), target("netflix")],
    anchors: ["google"],
  };
}

type Elsewhere = { url: string; rootKey: string; pid: number };

/** The server starts once its network is there. A cable joins that network with this one. */
async function startServerElsewhere(described: Described, flags: string[]): Promise<Elsewhere> {
  const asVantage = ["--vantage", "fra", "--country", "DE", "--contact", "https://feed.example.org", "--sources", "none"];
  const words = [
    "tests/server/support/server-with-small-internet.ts",
    "--host",
    THERE,
    "--port",
    "0",
    "--every",
    "1",
    ...asVantage,
    ...flags,
  ];
  const [command = "", ...apart] = unshareCommand();
  const child = spawn(command, [...apart, "sh", "-c", 'read go; exec "$0" "$@"', process.execPath, ...words], {
    stdio: ["pipe", "pipe", "inherit"],
    env: { ...process.env, SMALL_INTERNET: JSON.stringify(described) },
  });
  closing.push(async () => {
    child.kill("SIGTERM");
    if (child.exitCode === null) await once(child, "exit");
  });
  const pid = child.pid ?? 0;
  ip("link add near0 type veth peer name far0");
  await waitUntil(async () => networkOf(pid) !== networkOf("self"), 10_000);
  ip(`link set far0 netns ${pid}`);
  ip(`addr add ${HERE}/24 dev near0`);
  ip("link set near0 up");
  for (const words of ["link set lo up", `addr add ${THERE}/24 dev far0`, "link set far0 up", `route add default via ${HERE}`])
    inServersNetwork(pid, `ip ${words}`);
  child.stdin.end("go\n");
  let output = "";
  child.stdout.on("data", (chunk) => {
    output += chunk;
  });
  await waitUntil(async () => /^root key (\S+)$/m.test(output), 30_000);
  return { url: /^feed server at (\S+)$/m.exec(output)?.[1] ?? "", rootKey: /^root key (\S+)$/m.exec(output)?.[1] ?? "", pid };
}

/** Names the network of a process. A child begins in this one. */
function networkOf(pid: number | "self"): string {
  return readlinkSync(`/proc/${pid}/ns/net`);
}

/** What this network itself sends to an address finds no way; what comes from the server does. */
function cutHere(address: string): void {
  ip("rule add pref 32000 lookup local");
  ip("rule del pref 0 lookup local");
  ip(`route add unreachable default table ${CUT}`);
  ip(`rule add pref 100 iif lo to ${address} lookup ${CUT}`);
}

async function viewsAre(url: string, wanted: RegExp): Promise<void> {
  await waitUntil(async () => {
    const body = /v2\/body-[\w-]+\.json/.exec(await (await fetch(`${url}/v2/head`)).text())?.[0];
    return wanted.test(await (await fetch(`${url}/${body}`)).text());
  }, 40_000);
}

function textOf(page: Page, selector: string): Promise<string> {
  return page.evaluate(`(document.querySelector(${JSON.stringify(selector)})?.innerText ?? "")`) as Promise<string>;
}

function inServersNetwork(pid: number, words: string): void {
  run("nsenter", ["--target", String(pid), "--net", ...words.split(" ")]);
}

function ip(words: string): void {
  run("ip", words.split(" "));
}

function run(program: string, words: string[]): void {
  const { status, stderr } = spawnSync(program, words, { encoding: "utf8" });
  if (status !== 0) throw new Error(`${program} ${words.join(" ")}: ${stderr.trim()}`);
}
