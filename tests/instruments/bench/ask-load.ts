import { mkdtempSync, rmSync } from "node:fs";
import { Agent, request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { ASK_PATH } from "../../../utils/core/feed/paths.ts";
import { SECOND } from "../../../utils/core/time.ts";
import { openSmallInternet } from "../loopback/small-internet.ts";
import { CAN_LOOK_INTO_PROCESSES, memoryOf, processorTime } from "./browser/process-tree.ts";
import type { Figure, Measurement } from "./outcome.ts";
import { type Listener, startListener } from "./server/feed-server.ts";
import { quantile } from "./statistics.ts";

/** A second. */
const QUESTIONS = 1000;
const PREFIXES = 200;
/** Seconds: until memory has taken its shape, and after that. Both together have the beginning of two minutes of limits in them. */
const WARM_UP = 30;
const DURATION = 60;
/** Sent each so many milliseconds. */
const STEP = 20;

const SERVER = "tests/server/support/server-with-small-internet.ts";

/** What a server answers that is asked about far more hosts than it may ask, and whether its memory stays as it is meanwhile. */
export const askLoad: Measurement = {
  name: "ask",
  async measure({ say }) {
    const what = `${QUESTIONS.toLocaleString("en")} questions a second from ${PREFIXES} prefixes`;
    if (!CAN_LOOK_INTO_PROCESSES) return [{ what, skipped: "memory of a process is read from /proc, which only Linux has" }];
    const ends: (() => unknown)[] = [];
    try {
      const server = await startVantage((end) => ends.push(end));
      ends.unshift(server.kill);
      await askFor(server.url, WARM_UP, 0);
      const before = memoryOf(server.pid);
      say("ask: warmed up");
      const processor = processorTime(server.pid);
      const answers = await askFor(server.url, DURATION, WARM_UP * QUESTIONS);
      const share = (processorTime(server.pid) - processor) / (DURATION * SECOND);
      return figuresOf(what, answers, share, [before, memoryOf(server.pid)]);
    } finally {
      for (const end of ends) await end();
    }
  },
};

/** Hosts that answer, hosts that are silent, and one whose name leads inside. */
async function startVantage(atEnd: (end: () => void) => void): Promise<Listener> {
  const small = await openSmallInternet(["*.github.io"], atEnd);
  await small.host("*.github.io", { https: (_, reply) => reply.end("hello") });
  await small.host("*.netlify.app", { bytes: () => {} });
  small.names["inside.example.com"] = ["10.0.0.1"];
  const data = mkdtempSync(join(tmpdir(), "not-just-me-bench-"));
  atEnd(() => rmSync(data, { recursive: true, force: true }));
  const flags = ["--port", "0", "--data", data, "--sources", "none", "--proxies", "1", "--rebuild", "0"];
  const asVantage = ["--vantage", "fra", "--country", "DE", "--contact", "https://feed.example.org"];
  // The same flags of Node as `npm run server` has.
  const node = ["--max-semi-space-size=4", "--max-old-space-size=384"];
  return await startListener([...node, SERVER, ...flags, ...asVantage], undefined, 1, {
    SMALL_INTERNET: JSON.stringify(small.described),
    // As `scripts/server.mjs` has it.
    MALLOC_ARENA_MAX: "1",
  });
}

/** Half of all ask about the same few hosts, as in an outage; the others about one of their own, a silent one, or what is refused. */
function hostOf(number: number): string {
  // Each name under these suffixes is a site of its own, as the public suffix list has it: names of one site are limited together.
  const same = ["1", "2", "3", "4", "5"].map((name) => `${name}.github.io`);
  const kinds = [...same, `${number}.github.io`, `${number}.netlify.app`, `${number}.vercel.app`, "inside.example.com"];
  return kinds[number % kinds.length] ?? "";
}

type Answers = { statuses: { [status: string]: number }; times: number[] };

/** Asks at a steady pace, whether answers come or not, and waits for the last one. */
async function askFor(url: string, seconds: number, first: number): Promise<Answers> {
  const agent = new Agent({ keepAlive: true, maxSockets: Number.POSITIVE_INFINITY });
  const answers: Answers = { statuses: {}, times: [] };
  const asked: Promise<void>[] = [];
  const start = performance.now();
  for (let number = first; number < first + seconds * QUESTIONS; ) {
    const due = first + Math.floor(((performance.now() - start) / SECOND) * QUESTIONS);
    for (; number < Math.min(due, first + seconds * QUESTIONS); number++) asked.push(ask(url, number, agent, answers));
    await wait(STEP);
  }
  await Promise.all(asked);
  agent.destroy();
  return answers;
}

function ask(url: string, number: number, agent: Agent, answers: Answers): Promise<void> {
  const { statuses, times } = answers;
  const sent = performance.now();
  const headers = { "Content-Type": "text/plain", "X-Forwarded-For": `${1 + (number % PREFIXES)}.7.7.${number % 250}` };
  return new Promise((resolve) => {
    const note = (status: string) => {
      statuses[status] = (statuses[status] ?? 0) + 1;
      times.push(performance.now() - sent);
      resolve();
    };
    const asking = request(`${url}${ASK_PATH}`, { method: "POST", headers, agent }, (reply) => {
      reply.resume().on("end", () => note(String(reply.statusCode)));
    });
    // The server has closed a connection that was idle, in the moment of this question: every client asks again then.
    asking.on("error", () => (asking.reusedSocket ? resolve(ask(url, number, agent, answers)) : note("none")));
    asking.end(JSON.stringify({ host: hostOf(number) }));
  });
}

function figuresOf(what: string, { statuses, times }: Answers, share: number, [before, after]: [number, number]): Figure[] {
  const of = (status: string) => statuses[status] ?? 0;
  const refused = of("429") + of("503") + of("400");
  const total = times.length;
  return [
    {
      what: `${what}: neither answered nor refused`,
      value: total - of("200") - refused,
      unit: `of ${total.toLocaleString("en")}`,
      budget: { atMost: 0 },
      reference: `${of("200").toLocaleString("en")} answered, ${refused.toLocaleString("en")} refused`,
      detail: `limited: ${of("429")}, full: ${of("503")}, not a public host: ${of("400")}`,
    },
    {
      what: "time to an answer or refusal, 95 of 100",
      value: quantile(times, 0.95),
      unit: "ms",
      budget: null,
      reference: `median ${quantile(times, 0.5).toFixed(1)} ms`,
      detail: `the longest: ${(quantile(times, 1) / SECOND).toFixed(1)} s, of a host that was silent for 10 s; ${Math.round(100 * share)} % of a core`,
    },
    {
      what: `its memory after ${DURATION} s more of that, than after ${WARM_UP} s`,
      value: after - before,
      unit: "MB",
      budget: { atMost: 10 },
      reference: `${before.toFixed(0)} MB, then ${after.toFixed(0)} MB`,
    },
  ];
}
