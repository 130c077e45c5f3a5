import { messageOf } from "../../utils/core/message-of.ts";
import { bucketStart, parseReport, REPORT_SIZE_LIMIT, type Vocabulary } from "../../utils/core/reports/report.ts";
import { MINUTE } from "../../utils/core/time.ts";
import type { KeptReport, ReportStore } from "../store/report-store.ts";
import { createConcealer } from "./conceal.ts";
import { createGroupCommit } from "./group-commit.ts";
import type { Hosting } from "./hosting.ts";
import { createHourKeys, type HourKeys } from "./hour-keys.ts";
import { networkOf } from "./network-prefix.ts";
import type { NetworkTable } from "./network-table.ts";
import { createRateLimit } from "./rate-limit.ts";

export type Receipt = { result: "kept" } | { result: "dropped" } | { result: "malformed"; reason: string };

export type Intake = {
  /** Resolves once the report is durable, dropped by a limit, or found malformed. Throws if the store fails. */
  take(body: Uint8Array, address: string | null): Promise<Receipt>;
  /** Whether the last report could be stored: false on a full disk, or without the database. */
  keeps(): boolean;
  /** Forgets the key of an hour that is over. Must be called about once a minute. */
  forgetOld(): void;
  drain(): Promise<void>;
};

/** Milliseconds to wait for more reports before a commit. With 10, a loaded core was idle for a tenth of the time (2026-11-28). */
const GROUP_PAUSE = 4;
/** Reports from one prefix in five minutes: a university behind one /24 stays below, and a flood does not fill the disk. */
const MAX_PER_PREFIX = 64;
/** Reports from one network in five minutes: enough for any outage that its people see, too few to fill the disk. */
const MAX_PER_NETWORK = 20_000;

const decoder = new TextDecoder("utf-8", { fatal: true });

/** How senders are told apart. */
export type Senders = {
  networks: NetworkTable | null;
  hosting: Hosting;
  /** Services of one group share a slot: see `slotGroups`. */
  groupOf(service: string): string;
  keys?: HourKeys;
};

export function createIntake(
  store: ReportStore,
  words: Vocabulary,
  { networks, hosting, groupOf, keys = createHourKeys() }: Senders,
  now: () => number,
  log: (line: string) => void,
): Intake {
  let keeps = true;
  // Stamped when written, not when received, and with the minute only: the moment would tell one sender from another.
  const commits = createGroupCommit<KeptReport>((reports) => {
    const received = Math.floor(now() / MINUTE) * MINUTE;
    for (const report of reports) report.received = received;
    return store.keep(reports);
  }, GROUP_PAUSE);
  const conceal = createConcealer();
  const ofPrefixes = createRateLimit(MAX_PER_PREFIX);
  const ofNetworks = createRateLimit(MAX_PER_NETWORK);

  return {
    async take(body, address) {
      const text = body.length <= REPORT_SIZE_LIMIT ? decode(body) : null;
      if (text === null) return { result: "malformed", reason: "not UTF-8 text of at most 256 bytes" };
      const arrived = now();
      const reading = parseReport(text, words, arrived);
      if (!reading.ok) return { result: "malformed", reason: reading.reason };
      const network = address === null ? null : networkOf(address, networks);
      if (address === null || network === null || hosting.includes(address, network.network)) return { result: "dropped" };
      const { service, on, failure } = reading.report;
      try {
        const time = bucketStart(arrived);
        const isWithinLimits = ofPrefixes.allows(conceal(network.prefix), time) && ofNetworks.allows(network.network, time);
        if (!isWithinLimits) return { result: "dropped" };
        const slot = keys.slotOf(`${network.prefix} ${groupOf(service)}`, arrived);
        const { network: operator, country } = network;
        await commits.add({ bucket: reading.start, service, place: on ?? "", failure, slot, network: operator, country, received: 0 });
        keeps = true;
        return { result: "kept" };
      } catch (problem) {
        keeps = false;
        log(`reports are refused: ${messageOf(problem)}`);
        throw problem;
      }
    },
    keeps: () => keeps,
    forgetOld: () => keys.forgetOld(now()),
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
