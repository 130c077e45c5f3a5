/** Where a payload is, and the name of the adapter that reads it there. */
export type SourceAddress = { format: string; url: string };

/** One official source of incidents. It is data only: a line of `source-table.ts`, or of an operator's own list. */
export type Source = SourceAddress & {
  /** The source's id in the feed's `sources`. Its format is `link` where nothing can be read. */
  id: string;
  /** The provider that it reports on; for a site's own page, the site's catalogue id. */
  provider: string;
  /** Catalogue id where it is a site's page; null where it is one of a platform that others are hosted on. */
  site: string | null;
  /** The page for people. */
  page: string;
  /** Whether the operator allows that `url` leads into a private network. */
  isPrivate?: true;
  /** Seconds between two requests. */
  every: number;
  /** Asked in this order where the first address is blocked, has moved or is not understood. */
  others?: readonly SourceAddress[];
  /** Catalogue ids of further services whose state this page tells. */
  speaksFor?: readonly string[];
  /**
   * The last month (`2026-08`) in which a dated public note, or a saved payload, shows that the address answered in this format. Absent:
   * lists name it, and nobody is known to have read it.
   */
  answered?: string;
};

/** Every address of a source, the first one first. */
export function addressesOf({ format, url, others = [] }: Source): readonly SourceAddress[] {
  return [{ format, url }, ...others];
}
