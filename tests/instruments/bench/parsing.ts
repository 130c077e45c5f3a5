import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { openFeedPipeline } from "../../../server/leader/feed-pipeline.ts";
import { openData } from "../../../server/open-data.ts";
import { readAttachments } from "../../../server/publish/attachments.ts";
import { FORMATS } from "../../../utils/core/status-pages/format-names.ts";
import { MINUTE } from "../../../utils/core/time.ts";
import { type HostilePayload, hostilePayloads } from "./feed/hostile-payloads.ts";
import type { Measurement, Outcome } from "./outcome.ts";

/** What the worst payloads cost the server's main thread: reading them, joining what they tell, publishing. */
export const parsing: Measurement = {
  name: "parsing",
  async measure({ say }) {
    const payloads = hostilePayloads();
    const server = new Worker(new URL("./feed/payload-server.ts", import.meta.url), { workerData: payloads.map(({ bytes }) => bytes) });
    const [port] = (await once(server, "message")) as [number];
    try {
      // The first is read twice: code that runs for the first time takes longer.
      const first = payloads[0];
      if (first !== undefined) await costOf(first, `http://127.0.0.1:${port}/0`);
      const costs: { payload: HostilePayload; cost: Cost }[] = [];
      for (const [index, payload] of payloads.entries()) {
        const cost = await costOf(payload, `http://127.0.0.1:${port}/${index}`);
        costs.push({ payload, cost });
        say(`parsing: ${payload.format}, ${payload.how}: ${inWords(cost)}`);
      }
      return FORMATS.flatMap((format) =>
        worstOf(
          format,
          costs.filter(({ payload }) => payload.format === format),
        ),
      );
    } finally {
      await server.terminate();
    }
  },
};

/** Milliseconds of the main thread's processor time, and from first to last for the whole. */
type Cost = { read: number; publish: number; whole: number; incidents: number; trouble: string | null };

async function costOf({ format }: HostilePayload, url: string): Promise<Cost> {
  const folder = mkdtempSync(join(tmpdir(), "not-just-me-bench-"));
  const data = await openData({ dataDir: folder }, "bench", Date.now());
  try {
    const attachments = readAttachments(join(folder, "none"));
    await data.store.publication.takeLease("bench", Date.now(), Date.now() + MINUTE);
    const pipeline = await openFeedPipeline({
      ...{ store: data.store, signer: data.signer, holder: "bench", folder, userAgent: "bench", now: Date.now, log: () => {} },
      sources: [{ id: "bench", format, url, provider: "aws", site: null, page: "https://status.example", every: 60 }],
      catalogue: [],
      roots: async () => [],
      reports: null,
      attachments: () => attachments,
    });
    const begun = performance.now();
    const read = await mainThread(() => pipeline.readAll());
    const publish = await mainThread(() => pipeline.publish());
    const whole = performance.now() - begun;
    await pipeline.stop();
    const [state] = pipeline.states();
    return { read, publish, whole, incidents: state?.incidents.length ?? 0, trouble: state?.trouble ?? null };
  } finally {
    await data.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Processor time of this thread alone: neither the parsers' thread nor other processes count. */
async function mainThread(work: () => Promise<unknown>): Promise<number> {
  const before = process.threadCpuUsage();
  await work();
  const { user, system } = process.threadCpuUsage(before);
  return (user + system) / 1000;
}

function inWords({ read, publish, whole, incidents, trouble }: Cost): string {
  const result = trouble ?? `${incidents} incidents`;
  return `read ${read.toFixed(0)} ms, joined and published ${publish.toFixed(0)} ms, ${whole.toFixed(0)} ms in all; ${result}`;
}

function worstOf(format: string, costs: { payload: HostilePayload; cost: Cost }[]): Outcome[] {
  const [worst] = costs.toSorted((one, other) => sum(other.cost) - sum(one.cost));
  if (worst === undefined) return [{ what: `${format}: 4 MB of its worst`, skipped: "there is no payload to make it of" }];
  return [
    {
      what: `${format}: main thread for 4 MB of its worst (${worst.payload.how})`,
      value: sum(worst.cost),
      unit: "ms",
      budget: { atMost: 50 },
      reference: inWords(worst.cost),
    },
  ];
}

const sum = ({ read, publish }: Cost) => read + publish;
