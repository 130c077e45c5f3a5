import type { Incident } from "../../feed/feed.ts";

/** One incident as a source tells it, in the feed's own shape: one provider, one region or none. `crowd` is always null. */
export type SourceIncident = Incident;

/** What was found in one payload. */
export type Reading = {
  /** Whether the payload is what this format says it is. When false nothing is known: never the same as "no incidents". */
  parsed: boolean;
  /** Open ones, planned maintenance, and those that the payload tells as resolved. */
  incidents: SourceIncident[];
  /** Values met that the parser does not know, each as `field: value`, so that a maintainer hears of them. */
  unknown: string[];
};

/** What an adapter is told about the source it reads for. */
export type SourceContext = {
  /** The source's id in the feed's `sources`. */
  id: string;
  /** The provider whose trouble this is: for a site's own page, the site's catalogue id. */
  provider: string;
  /** Catalogue id when the source speaks of a site and not of a platform others stand on. */
  site: string | null;
  /** The page for people, where an incident has no address of its own. */
  page: string;
  /** Milliseconds of the epoch. Adapters have no clock of their own. */
  now: number;
};

/** Reads one format. Total and pure: any bytes give a reading, nothing is ever thrown, and the same bytes give the same reading. */
export type Adapter = {
  format: string;
  read(bytes: Uint8Array, source: SourceContext): Reading;
};

const REGIONS_NAMED_SINGLY = 5;

/**
 * The regions that an event becomes incidents for: each of up to five; for more, for none and for "global" the provider as a
 * whole (null).
 */
export function splitByRegion(named: readonly string[]): (string | null)[] {
  const regions = [...new Set(named)];
  if (regions.length === 0 || regions.length > REGIONS_NAMED_SINGLY || regions.includes("global")) return [null];
  return regions;
}
