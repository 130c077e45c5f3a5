import { mkdtempSync, rmSync } from "node:fs";
import http from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { buildExtension } from "../../../scripts/browsers/build-extension.ts";
import type { FoundBrowser } from "../../../scripts/browsers/find.ts";
import { launchBrowser } from "../../../scripts/browsers/launch.ts";
import { startServer } from "../../../server/server.ts";
import { HEAD_PATH } from "../../../utils/core/feed/paths.ts";
import { MINUTE, SECOND } from "../../../utils/core/time.ts";
import { allowFullAccess } from "../browser/full-access.ts";
import { publicMirror } from "../loopback/public-mirror.ts";
import { FINE, type StandIn } from "../loopback/stand-in.ts";
import { startWorld, type World } from "../loopback/world.ts";

/** A request to the feed: its path, and milliseconds since the browsing began. */
export type Asked = { path: string; after: number };

export type PaceOfDay = { failures: number; asked: Asked[]; faults: string[] };

const WORKING: StandIn[] = [
  { host: "www.morning-news.example", address: "127.71.0.1", title: "Morning News" },
  { host: "www.garden-tools.example", address: "127.72.0.1", title: "Garden Tools" },
];
const CLINIC: StandIn = { host: "www.private-clinic.example", address: "127.74.0.1", title: "Private Clinic" };
/** A person opens a page this often. */
const VISIT_EVERY = 6 * SECOND;
/** The head is asked for every five minutes and 15 % of that earlier or later; alarms of a browser may be half a minute late. */
const LEAST_GAP = 4.25 * MINUTE - 5 * SECOND;
const LONGEST_GAP = 5.75 * MINUTE + 35 * SECOND;
/** What a browser asks for when it starts. */
const STARTING = 20 * SECOND;

/**
 * Somebody browses for some minutes in a real browser with the production build. Every third page fails, where `fails` says so, while
 * the others answer.
 * @returns the requests to the feed, and those among them that one pace does not explain
 */
export async function browseAtOnePace(found: FoundBrowser, fails: boolean, length: number): Promise<PaceOfDay> {
  const closing: (() => unknown)[] = [];
  try {
    const folder = mkdtempSync(join(tmpdir(), "not-just-me-pace-"));
    closing.push(() => rmSync(folder, { recursive: true, force: true }));
    const feed = await startServer({
      host: "127.0.0.1",
      port: 0,
      dataDir: join(folder, "feed"),
      sources: [],
      publishEverySeconds: 10,
      rangesFile: join(folder, "none"),
    });
    closing.push(() => feed.close());
    const mirror = await recordingMirror(feed.url);
    closing.push(mirror.close);
    const settings = { mirrors: [publicMirror(mirror.url)], rootKey: feed.rootKey };
    const extension = buildExtension({ family: found.family, purpose: "endurance", folder: join(folder, "build"), feed: settings });
    const world = await startWorld([...WORKING, CLINIC]);
    closing.push(() => world.close());
    const browser = await launchBrowser({ found, extension, headless: true, names: world.names });
    closing.push(() => browser.close());
    await allowFullAccess(browser);
    const page = await browser.newPage();
    const began = Date.now();
    let failures = 0;
    setClinic(world, fails);
    for (let visit = 0; Date.now() - began < length; visit++) {
      const isClinic = visit % 3 === 2;
      const { host } = isClinic ? CLINIC : (WORKING[visit % 3] as StandIn);
      if (isClinic && fails) failures++;
      await browser.visit(page, `https://${host}/`);
      await wait(VISIT_EVERY);
    }
    const asked = mirror.asked.map(({ path, at }) => ({ path, after: at - began }));
    return { failures, asked, faults: unexplained(asked) };
  } finally {
    for (const step of closing.reverse()) await step();
  }
}

function setClinic(world: World, fails: boolean): void {
  world.set(CLINIC.host, fails ? [503] : FINE, "page");
}

/** The requests that neither the start of the browser nor the five minutes explain. */
function unexplained(asked: readonly Asked[]): string[] {
  const faults: string[] = [];
  let last: number | null = null;
  for (const { path, after } of asked) {
    const at = `${(after / SECOND).toFixed(1)} s`;
    if (path === HEAD_PATH) {
      const gap: number | null = last === null ? null : after - last;
      if (after > STARTING && gap !== null && (gap < LEAST_GAP || gap > LONGEST_GAP))
        faults.push(`${at}: the head again after ${(gap / SECOND).toFixed(1)} s`);
      last = after;
    } else if (after > STARTING && !/^\/v2\/(?:body-[\w-]{43}\.json|root-\d+)$/.test(path)) faults.push(`${at}: ${path}`);
  }
  return faults;
}

async function recordingMirror(feed: string) {
  const asked: { path: string; at: number }[] = [];
  const server = http.createServer((request, reply) => {
    const path = request.url ?? "/";
    asked.push({ path, at: Date.now() });
    http.get(`${feed}${path}`, { headers: { "accept-encoding": request.headers["accept-encoding"] ?? "identity" } }, (answer) => {
      reply.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(reply);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
