/** One official source of incidents. It is data only: a line of `source-table.ts`, or of an operator's own list. */
export type Source = {
  /** The source's id in the feed's `sources`. */
  id: string;
  /** The name of the adapter that reads it; `link` where nothing can be read. */
  format: string;
  url: string;
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
  /** Atlassian's id of the page. Its payloads contain it, and `<id>.statuspage.io` answers where a custom domain does not. */
  statuspageId?: string;
};
