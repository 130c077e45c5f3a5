import { setTimeout as wait } from "node:timers/promises";
import { mirrorAt, readFeedAt } from "../../../scripts/support/read-feed.ts";
import type { Feed } from "../../../utils/core/feed/feed.ts";
import { readRootText } from "../../../utils/core/feed/root-text.ts";
import { MINUTE, SECOND } from "../../../utils/core/time.ts";
import { peakMemoryOf } from "./browser/process-tree.ts";
import { KINDS, openBadNeighbours } from "./feed/bad-neighbours.ts";
import type { Measurement, Outcome } from "./outcome.ts";
import { CAN_PIN, startFeedServer } from "./server/feed-server.ts";

/** Seconds between two reads of a source, as for the important ones of the built-in list. */
const EVERY = 60;
const DURATION = 5 * MINUTE;

/** Whether a server that reads 170 sources, 60 of which hang, send garbage or are dead, publishes every minute with the others fresh. */
export const badSources: Measurement = {
  name: "bad-sources",
  async measure({ say }) {
    const what = `feed server with ${KINDS.good + 60} sources, ${KINDS.hanging} hanging, ${KINDS.garbage} garbage, ${KINDS.dead} dead`;
    if (!CAN_PIN) return [{ what, skipped: "memory of a process is read from /proc, which only Linux has" }];
    const neighbours = await openBadNeighbours(EVERY);
    const server = await startFeedServer(neighbours.sources, 0);
    try {
      const seen = await watch(server.url, server.rootKey, say);
      const last = seen.at(-1)?.feed;
      if (last === undefined) throw new Error("no feed was published");
      const unread = new Set(last.sources.except.map(({ id }) => id));
      const ids = neighbours.sources.map(({ id }) => id);
      const good = ids.filter((id) => neighbours.kindOf(id) === "good");
      const bad = ids.filter((id) => neighbours.kindOf(id) !== "good");
      const gaps = seen.slice(1).map(({ at }, index) => at - (seen[index]?.at ?? at));
      const memory = peakMemoryOf(server.pid);
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
        { what: "its memory at most", value: memory, unit: "MB", budget: { atMost: 150 }, reference: "peak resident set" },
      ];
      return figures;
    } finally {
      await server.remove();
      await neighbours.close();
    }
  },
};

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
      say(`bad-sources: feed ${seen.length}, ${feed.sources.except.length} sources not read`);
    }
    await wait(500);
  }
  return seen;
}
