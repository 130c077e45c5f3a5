import { setTimeout as wait } from "node:timers/promises";
import type { Feed } from "../../../utils/core/feed/feed.ts";
import { MINUTE, SECOND } from "../../../utils/core/time.ts";
import { verifyFeed } from "../../../utils/feed/verify-feed.ts";
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
      const good = last.sources.filter(({ id }) => neighbours.kindOf(id) === "good");
      const bad = last.sources.filter(({ id }) => neighbours.kindOf(id) !== "good");
      const gaps = seen.slice(1).map(({ at }, index) => at - (seen[index]?.at ?? at));
      const ages = good.map(({ checked }) => Date.parse(last.issued) - Date.parse(checked ?? "1970-01-01"));
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
          what: "good sources in its last feed that are read and at most two minutes old",
          value: good.filter(({ ok }, index) => ok && (ages[index] ?? Number.POSITIVE_INFINITY) <= 2 * MINUTE).length,
          unit: `of ${KINDS.good}`,
          budget: { atLeast: KINDS.good },
          reference: `the oldest ${(Math.max(...ages) / SECOND).toFixed(0)} s`,
          detail: `bad ones named as unreadable: ${bad.filter(({ ok }) => !ok).length} of ${bad.length}; ${last.incidents.length} incidents`,
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
  const end = performance.now() + DURATION;
  while (performance.now() < end) {
    const bytes = new Uint8Array(await (await fetch(`${url}/v1/feed`)).arrayBuffer());
    const opening = await verifyFeed(bytes, [rootKey], Date.now());
    if (!opening.ok) throw new Error(opening.reason);
    if (opening.feed.sequence !== seen.at(-1)?.feed.sequence) {
      seen.push({ at: performance.now(), feed: opening.feed });
      say(`bad-sources: feed ${seen.length}, ${opening.feed.sources.filter(({ ok }) => ok).length} sources read`);
    }
    await wait(500);
  }
  return seen;
}
