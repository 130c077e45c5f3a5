import { messageOf } from "../../utils/core/message-of.ts";
import { SECOND } from "../../utils/core/time.ts";
import type { PublicationStore } from "../store/publication-store.ts";

/** The right to publish lasts this long after it was last renewed; the leader renews it much sooner. */
const LEASE = 5 * SECOND;
const RENEW_EVERY = 1.5 * SECOND;

export type Election = {
  /** Resolves once it is known for the first time whether this process leads. */
  begun: Promise<void>;
  stop(): Promise<void>;
};

/**
 * Keeps one leader among several processes: calls `lead` when this process gets the right to publish and `stepDown` when it has lost
 * it. After a leader is killed another process takes over within `LEASE + RENEW_EVERY`.
 */
export function holdElection(
  publication: PublicationStore,
  holder: string,
  { lead, stepDown, log }: { lead(): Promise<void>; stepDown(): Promise<void>; log(line: string): void },
): Election {
  let isLeader = false;
  let renewed = 0;
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  const begun = round();
  let running = begun;

  async function round(): Promise<void> {
    try {
      const won = await hasLease();
      if (won && !isLeader) {
        isLeader = true;
        await lead();
      } else if (!won && isLeader) {
        isLeader = false;
        await stepDown();
      }
    } catch (problem) {
      isLeader = false;
      log(`not the leader: ${messageOf(problem)}`);
      await stepDown().catch(() => {});
    }
    if (!stopped) {
      timer = setTimeout(() => {
        running = round();
      }, RENEW_EVERY);
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
      // A short failure of the database ends no term: the store checks the lease again whenever it gives a number to a document.
      if (isLeader && began - renewed < LEASE) return true;
      throw problem;
    }
  }

  return {
    begun,
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await running;
      if (isLeader) {
        await stepDown();
        await publication.leaveLease(holder).catch(() => {});
      }
    },
  };
}
