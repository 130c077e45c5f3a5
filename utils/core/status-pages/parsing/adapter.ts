import type { Incident } from "../../feed/incident.ts";

/** One incident of a source in the shape of the feed: one provider, one region or none. `crowd` is always null. */
export type SourceIncident = Incident;

/** The result of reading one payload. */
export type Reading = {
  /** Whether the payload has the format. Where false, nothing is known: that is not the same as "no incidents". */
  parsed: boolean;
  /** Open incidents, maintenance in progress, and incidents that the payload lists as resolved. */
  incidents: SourceIncident[];
  /** Values that the parser met and does not know, shortened, for the maintainer. */
  unknown: string[];
};

/** The source that a payload comes from, as far as an adapter needs it. */
export type SourceContext = {
  /** The source's id in the feed's `sources`. */
  id: string;
  /** The provider that the source reports on: for a site's own page, the site's catalogue id. */
  provider: string;
  /** Catalogue id where the source reports on a site; null for a platform that others are hosted on. */
  site: string | null;
  /** The page for people, for incidents without an address of their own. */
  page: string;
  /** The address that the payload comes from. With `page` it says which site is the source's own. */
  url: string;
  /** Milliseconds of the epoch. Adapters have no clock of their own. */
  now: number;
};

/** Reads one format. Total and pure: any bytes give a reading, nothing is thrown, and the same input gives the same reading. */
export type Adapter = {
  format: string;
  read(bytes: Uint8Array, source: SourceContext): Reading;
};
