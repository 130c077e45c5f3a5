import { setTimeout as wait } from "node:timers/promises";
import { mirrorAt, readFeedAt } from "../../../scripts/support/read-feed.ts";
import type { Feed } from "../../../utils/core/feed/feed.ts";
import { readRootText } from "../../../utils/core/feed/root-text.ts";
import { MINUTE, SECOND } from "../../../utils/core/time.ts";
import { peakMemoryOf, processorTime } from "./browser/process-tree.ts";
import { KINDS, openBadNeighbours } from "./feed/bad-neighbours.ts";
import type { Measurement, Outcome } from "./outcome.ts";
import { CAN_PIN, startFeedServer } from "./server/feed-server.ts";

/** Seconds between two reads of a source, as for the important ones of the built-in list. */
const EVERY = 60;
/** Milliseconds between two looks at what was read. */
const LOOK = 5 * SECOND;
const DURATION = 5 * MINUTE;
const TOTAL = Object.values(KINDS).reduce((sum, count) => sum + count, 0);

/**
 * Whether a server that reads 400 sources, 100 of which hang, send garbage or are dead, reads all others at their pace and publishes every minute
 * with them fresh.
 */
export const manySources: Measurement = {
  name: "sources",
  async measure({ say }) {
    const what = `feed server with ${TOTAL} sources, ${KINDS.hanging} hanging, ${KINDS.garbage} garbage, ${KINDS.dead} dead`;
    if (!CAN_PIN) return [{ what, skipped: "memory of a process is read from /proc, which only Linux has" }];
    const neighbours = await openBadNeighbours(EVERY);
    const server = await startFeedServer(neighbours.sources, 0);
    try {
      const good = neighbours.sources.map(({ id }) => id).filter((id) => neighbours.kindOf(id) === "good");
      const reads = followReads(server.url, good);
      const seen = await watch(server.url, server.rootKey, say);
      const longest = await reads.longest();
      const last = seen.at(-1)?.feed;
      if (last === undefined) throw new Error("no feed was published");
      const unread = new Set(last.sources.except.map(({ id }) => id));
      const ids = neighbours.sources.map(({ id }) => id);
      const bad = ids.filter((id) => neighbours.kindOf(id) !== "good");
      const gaps = seen.slice(1).map(({ at }, index) => at - (seen[index]?.at ?? at));
      const memory = peakMemoryOf(server.pid);
      const share = (processorTime(server.pid) / DURATION) * 100;
      const figures: Outcome[] = [
        {
          what: `${what}: longest time between two feeds`,
          value: Math.max(...gaps) / SECOND,
          unit: "s",
          budget: { atMost: 61 },
          reference: `${seen.length} feeds in ${DURATION / MINUTE} min`,
        },
        {
          what: "good sources that its last feed says were read",
          value: good.filter((id) => !unread.has(id)).length,
          unit: `of ${KINDS.good}`,
          budget: { atLeast: KINDS.good },
          reference: `bad ones named as unreadable: ${bad.filter((id) => unread.has(id)).length} of ${bad.length}`,
          detail: `${last.incidents.length} incidents`,
        },
        {
          what: "longest time between two reads of a good source",
          value: longest / SECOND,
          unit: "s",
          // Its pace, the jitter of a tenth, and a look at the server every five seconds.
          budget: { atMost: EVERY * 1.1 + LOOK / SECOND },
          reference: `pace ${EVERY} s`,
        },
        {
          what: "its processor time, of one core",
          value: share,
          unit: "%",
          budget: null,
          reference: `all ${TOTAL} sources send something new at every read`,
        },
        { what: "its memory at most", value: memory, unit: "MB", budget: { atMost: 150 }, reference: "peak resident set" },
      ];
      return figures;
    } finally {
      await server.remove();
      await neighbours.close();
    }
  },
};

/** Looks again and again when each source was last read. */
function followReads(url: string, ids: readonly string[]) {
  const wanted = new Set(ids);
  const last = new Map(ids.map((id) => [id, Date.now()]));
  let most = 0;
  const stop = new AbortController();
  const following = (async () => {
    while (!stop.signal.aborted) {
      const { sources } = (await (await fetch(`${url}/health`)).json()) as { sources: { id: string; checked: string | null }[] };
      for (const { id, checked } of sources) {
        if (!wanted.has(id)) continue;
        const read = checked === null ? 0 : Date.parse(checked);
        const before = last.get(id) ?? read;
        // Also of one that is never read again.
        most = Math.max(most, (read > before ? read : Date.now()) - before);
        if (read > before) last.set(id, read);
      }
      await wait(LOOK, undefined, { signal: stop.signal }).catch(() => {});
    }
  })();
  return {
    /** Milliseconds between two reads of one source, at most. */
    async longest(): Promise<number> {
      stop.abort();
      await following;
      return most;
    },
  };
}

type Seen = { at: number; feed: Feed };

/** Every feed that was published, by the time it was first seen. */
async function watch(url: string, rootKey: string, say: (line: string) => void): Promise<Seen[]> {
  const seen: Seen[] = [];
  const root = readRootText(rootKey);
  if (root === null) throw new Error(`${rootKey} is no root key`);
  const end = performance.now() + DURATION;
  while (performance.now() < end) {
    const result = await readFeedAt(mirrorAt(url), root);
    if (!result.ok) throw new Error(result.reason);
    const { feed } = result;
    if (feed.sequence !== seen.at(-1)?.feed.sequence) {
      seen.push({ at: performance.now(), feed });
      say(`sources: feed ${seen.length}, ${feed.sources.except.length} sources not read`);
    }
    await wait(500);
  }
  return seen;
}
