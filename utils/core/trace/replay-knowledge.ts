import type { Knowledge } from "../providers/knowledge.ts";
import { createLocator } from "../providers/locator.ts";
import type { Place } from "../providers/place.ts";
import type { TraceStart } from "./events-schema.ts";

/** What a replay knows of hosts and addresses: the rules and the catalogue, the ranges of the trace, and what its browser had learned. */
export function replayKnowledge(start: TraceStart, learned: Map<string, Place>): Knowledge {
  const locator = createLocator({
    extraRanges: start.ranges.map(({ cidr, provider, region }) => ({ cidr, provider, region: region ?? null })),
    ...(start.services === undefined ? {} : { services: start.services.map((service) => ({ ...service, category: "pseudonym" })) }),
  });
  return { ...locator, learned: (host) => learned.get(host) ?? null };
}
