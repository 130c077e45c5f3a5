/** What the tabs show of a site: a failed page, one that opened, or nothing. */
export type Shown = "failure" | "page" | "nothing";

/** What the rest of the site says about one of its hosts. Times are milliseconds of the epoch. */
export type RestOfSite = {
  /** Its last answer to a page load. */
  pageOkAt: number;
  /** The last answer of any of its hosts; and the last one to a call or a frame. */
  okAt: number;
  partOkAt: number;
  shown: Shown;
  /** How many of its hosts answer calls and frames of its pages, and how many fail them. */
  partsAnswering: number;
  partsFailing: number;
};
