import { execFile } from "node:child_process";
import { availableParallelism } from "node:os";
import { DatabaseSync } from "node:sqlite";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { peakMemoryOf, processorTime } from "./browser/process-tree.ts";
import { publishedFeed } from "./feed/published-feed.ts";
import { openStatusPages } from "./feed/status-pages.ts";
import type { Figure, Measurement } from "./outcome.ts";
import { CAN_PIN, type Listener, startFeedServer, startListener } from "./server/feed-server.ts";
import type { Kind, Load } from "./server/load-generator.ts";
import { number } from "./table.ts";

const SERVER_CORE = 0;
const GENERATOR_CORE = 1;
/** Seconds: until the code is compiled, and measured. */
const WARM_UP = 2;
const DURATION = 8;
/** The senders of the warm-up are none of those that are measured. */
const OTHER_SENDERS = 4_000_000;
const GENERATOR = fileURLToPath(new URL("./server/load-generator.ts", import.meta.url));
const BARE = fileURLToPath(new URL("./server/bare-hono.ts", import.meta.url));

/** What one core of a server carries. Who asks runs in another process on another core. */
export const serverLoad: Measurement = {
  name: "server",
  async measure({ say }) {
    const what = "server on one core";
    if (!CAN_PIN) return [{ what, skipped: "a process is held on one core by taskset, which only Linux has" }];
    if (availableParallelism() < 2) return [{ what, skipped: "there is no second core for the load" }];
    const bare = await startListener([BARE], SERVER_CORE);
    const reference = await loadsOn(bare, say, "Hono with nothing behind it").finally(bare.kill);
    const pages = await openStatusPages();
    const server = await startFeedServer(pages.sources, SERVER_CORE);
    try {
      const feed = await publishedFeed(
        server.url,
        server.rootKey,
        pages.sources.map(({ id }) => id),
      );
      const loads = await loadsOn(server, say, "feed server");
      const memory = peakMemoryOf(server.pid);
      // A power cut right after the last answer: what was answered is on the disk.
      await server.kill();
      return [...figuresOf(loads, reference, rowsOf(server.database)), memoryFigure(memory, feed.incidents.length)];
    } finally {
      await server.remove();
      await pages.close();
    }
  },
};

/** `processor`: the part of the time, 0 to 1, in which the server had its core. Where it is well below 1, others had it. */
type Measured = Load & { processor: number };

type Loads = { [kind in Kind]: Measured } & { warmUp: Measured };

async function loadsOn(server: Listener, say: (line: string) => void, name: string): Promise<Loads> {
  const warmUp = await generate(server, "reports", WARM_UP, OTHER_SENDERS);
  const reports = await generate(server, "reports", DURATION);
  await generate(server, "heads", WARM_UP);
  const heads = await generate(server, "heads", DURATION);
  say(`server: ${name} measured`);
  return { warmUp, reports, heads };
}

async function generate({ url, pid }: Listener, kind: Kind, seconds: number, first = 0): Promise<Measured> {
  const before = processorTime(pid);
  const words = ["-c", String(GENERATOR_CORE), process.execPath, GENERATOR, url, kind, String(seconds), String(first)];
  const { stdout } = await promisify(execFile)("taskset", words);
  const load = JSON.parse(stdout) as Load;
  return { ...load, processor: (processorTime(pid) - before) / 1000 / load.seconds };
}

function figuresOf(loads: Loads, reference: Loads, rows: number): Figure[] {
  const kept = (loads.warmUp.answers["204"] ?? 0) + (loads.reports.answers["204"] ?? 0);
  const wrong = (load: Load, right: string) =>
    Object.entries(load.answers).reduce((sum, [status, count]) => sum + (status === right ? 0 : count), 0);
  const times = ({ p50, p99, rate, processor }: Measured) =>
    `p50 ${p50.toFixed(1)} ms, p99 ${p99.toFixed(1)} ms with 256 under way; ${number(rate / processor)} a second of its own processor time, of which it had ${Math.round(100 * processor)} %`;
  const bare = (kind: Kind) => `Hono with nothing behind it: ${number(reference[kind].rate)} /s`;
  return [
    {
      what: "reports a second, durable, one core",
      value: (loads.reports.answers["204"] ?? 0) / loads.reports.seconds,
      unit: "/s",
      budget: { atLeast: 20_000 },
      reference: bare("reports"),
      detail: `${times(loads.reports)}; other answers than 204: ${wrong(loads.reports, "204")}`,
    },
    {
      what: "reports answered 204 that were not on the disk after kill -9",
      value: Math.max(0, kept - rows),
      unit: `of ${kept.toLocaleString("en")}`,
      budget: { atMost: 0 },
      reference: `${rows.toLocaleString("en")} rows`,
    },
    {
      what: "head GETs a second, one core",
      value: (loads.heads.answers["200"] ?? 0) / loads.heads.seconds,
      unit: "/s",
      budget: { atLeast: 40_000 },
      reference: bare("heads"),
      detail: `${times(loads.heads)}; other answers than 200: ${wrong(loads.heads, "200")}`,
    },
  ];
}

function memoryFigure(memory: number, incidents: number): Figure {
  return {
    what: "server memory, the most during that load",
    value: memory,
    unit: "MB",
    budget: { atMost: 150 },
    reference: `140 sources, a feed of ${incidents} incidents`,
  };
}

/** Reports that a server which was killed has left behind. */
function rowsOf(file: string): number {
  const database = new DatabaseSync(file);
  const row = database.prepare("select count(*) as count from reports").get();
  database.close();
  return Number(row?.count);
}
