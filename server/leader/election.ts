import { SECOND } from "../../utils/core/time.ts";
import type { PublicationStore } from "../store/publication-store.ts";

/** The right to publish lasts this long after it was last renewed; whoever holds it renews it much sooner. */
const LEASE = 5 * SECOND;
const RENEWED_EVERY = 1.5 * SECOND;

export type Election = {
  /** Resolves after the first vote: this process is in office, or another one is. */
  begun: Promise<void>;
  stop(): Promise<void>;
};

/**
 * Keeps one process in office among several: calls `takeOffice` when this one gets the right to publish and `leaveOffice` when it
 * lost it. With a killed process another takes over within `LEASE + RENEWED_EVERY`.
 */
export function holdElection(
  publication: PublicationStore,
  holder: string,
  { takeOffice, leaveOffice, log }: { takeOffice(): Promise<void>; leaveOffice(): Promise<void>; log(line: string): void },
): Election {
  let inOffice = false;
  let renewed = 0;
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  const begun = round();
  let running = begun;

  async function round(): Promise<void> {
    try {
      const won = await hasLease();
      if (won && !inOffice) {
        inOffice = true;
        await takeOffice();
      } else if (!won && inOffice) {
        inOffice = false;
        await leaveOffice();
      }
    } catch (problem) {
      inOffice = false;
      log(`not in office: ${problem instanceof Error ? problem.message : String(problem)}`);
      await leaveOffice().catch(() => {});
    }
    if (!stopped) {
      timer = setTimeout(() => {
        running = round();
      }, RENEWED_EVERY);
    }
  }

  async function hasLease(): Promise<boolean> {
    const now = Date.now();
    const began = performance.now();
    try {
      const won = await publication.takeLease(holder, now, now + LEASE);
      if (won) renewed = began;
      return won;
    } catch (problem) {
      // A database that is away for a moment ends no term; the number of each document is fenced by the lease anyway.
      if (inOffice && began - renewed < LEASE) return true;
      throw problem;
    }
  }

  return {
    begun,
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await running;
      if (inOffice) {
        await leaveOffice();
        await publication.leaveLease(holder).catch(() => {});
      }
    },
  };
}
