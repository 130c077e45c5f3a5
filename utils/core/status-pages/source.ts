/** One official source of incidents: a line of data, no code. */
export type Source = {
  /** Its name in the feed's `sources`. */
  id: string;
  /** Which adapter reads it. */
  format: string;
  url: string;
  /** The provider it speaks for; for a site's own page, the site's catalogue id. */
  provider: string;
  /** Catalogue id when it is a site's page, null when it is a platform that others stand on. */
  site: string | null;
  /** The page for people. */
  page: string;
  /** Seconds between two looks. */
  every: number;
  /** Atlassian's id of the page: its payloads carry it, and `<id>.statuspage.io` answers when a custom domain does not. */
  statuspageId?: string;
};
