/**
 * The confidence of verdicts that follow from a statement of the browser or of the check, not from the posterior. Judged (2026-11-23):
 * each is what the statement alone is trusted with. `npm run accuracy` prints how often verdicts of each confidence are right.
 */
export const STATED = {
  /** Nothing fails. */
  clear: 0.99,
  /** The browser says that it is offline, and nothing else fails. */
  offline: 0.99,
  /** The browser says so while a site fails, or the last failure says so: at least this. */
  offlineByFailure: 0.97,
  /** The check met a portal and no site has answered since: at least this. */
  portal: 0.95,
  /** A tab shows a failure that is too old to be judged. */
  stale: 0.5,
  /** A page turns this person away. */
  refuses: 0.97,
  /** Loads of a site, or of all sites, take far longer than usual. */
  slow: 0.85,
  /** A name leads to 0.0.0.0. */
  filtered: 0.9,
  /** A certificate is not the one that the site pins. */
  pinned: 0.95,
  /** An extension or a policy of this browser blocked the page. */
  blocked: 0.95,
} as const;
