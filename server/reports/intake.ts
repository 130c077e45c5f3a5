import { parseReport, REPORT_SIZE_LIMIT, readBucket, type Vocabulary } from "../../utils/core/report.ts";
import type { KeptReport, ReportStore } from "../store/report-store.ts";
import { createGroupCommit } from "./group-commit.ts";
import { createHourKeys } from "./hour-keys.ts";
import { networkOf } from "./network-prefix.ts";
import type { NetworkTable } from "./network-table.ts";

export type Receipt = { result: "kept" } | { result: "dropped" } | { result: "malformed"; reason: string };

export type Intake = {
  /** Resolves once the report is durable, dropped by a cap, or found malformed. Throws where the store fails. */
  take(body: Uint8Array, address: string | null): Promise<Receipt>;
  /** To be called every minute or so. */
  prepare(): Promise<void>;
  drain(): Promise<void>;
};

/** Milliseconds to wait for company before a commit: reports a second divided by commits a second. */
const GROUP_PAUSE = 10;
/** One prefix may say this much in five minutes; a university behind one /24 stays below, and a flood does not fill the disk. */
const MOST_PER_SLOT = 64;
/** Prefixes counted at a time; beyond that counting starts anew, because memory is bounded and a disk is large. */
const SLOTS_COUNTED = 50_000;

const decoder = new TextDecoder("utf-8", { fatal: true });

export function createIntake(store: ReportStore, words: Vocabulary, networks: NetworkTable | null, now: () => number): Intake {
  const keys = createHourKeys(store);
  // Stamped as they are written, not as they arrive: whoever reads on from the last stamp then misses none.
  const commits = createGroupCommit<Omit<KeptReport, "received">>((reports) => {
    const received = now();
    return store.keep(reports.map((report) => ({ ...report, received })));
  }, GROUP_PAUSE);
  let counted = { bucket: 0, slots: new Map<string, number>() };

  function isTooMuch(slot: string, bucket: number): boolean {
    if (counted.bucket !== bucket || counted.slots.size >= SLOTS_COUNTED) counted = { bucket, slots: new Map() };
    const count = (counted.slots.get(slot) ?? 0) + 1;
    counted.slots.set(slot, count);
    return count > MOST_PER_SLOT;
  }

  return {
    async take(body, address) {
      const text = body.length <= REPORT_SIZE_LIMIT ? decode(body) : null;
      if (text === null) return { result: "malformed", reason: "not UTF-8 text of at most 256 bytes" };
      const arrived = now();
      const reading = parseReport(text, words, arrived);
      if (!reading.ok) return { result: "malformed", reason: reading.reason };
      const network = address === null ? null : networkOf(address, networks);
      if (network === null) return { result: "dropped" };
      const { service, on, failure, bucket: bucketText } = reading.report;
      const bucket = readBucket(bucketText) ?? arrived;
      const slot = await keys.slotOf(network.prefix, arrived);
      if (isTooMuch(slot, bucket)) return { result: "dropped" };
      await commits.add({ bucket, service, place: on ?? "", failure, slot, network: network.network });
      return { result: "kept" };
    },
    prepare: () => keys.prepare(now()),
    drain: () => commits.drain(),
  };
}

function decode(body: Uint8Array): string | null {
  try {
    return decoder.decode(body);
  } catch {
    return null;
  }
}
