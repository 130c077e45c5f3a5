/** What the command ends with, for scripts. Documented in its help and its README; numbers never change their meaning. */
export const EXIT = {
  /** Nothing is known against what was asked about. */
  nothing: 0,
  /** An outage is known. */
  outage: 1,
  /** What was typed, or a list of hosts, cannot be read. */
  badInput: 2,
  /** No feed could be read and verified, or the last good copy has expired. */
  noFeed: 3,
  /** Something else failed: a mistake in this program. */
  failed: 4,
} as const;

export type ExitStatus = (typeof EXIT)[keyof typeof EXIT];
