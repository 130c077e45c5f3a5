import type { FeedCopy } from "./join.ts";

/**
 * Finds the copy that an incident of the joined feed comes from, by its id.
 * @returns null where that feed is not among the copies any more
 */
export function copyOf(id: string, copies: readonly FeedCopy[]): { copy: FeedCopy; id: string } | null {
  const other = copies.find(({ kind, of }) => kind !== "main" && id.startsWith(`${of}:`));
  if (other !== undefined) return { copy: other, id: id.slice(other.of.length + 1) };
  const main = copies.find(({ kind }) => kind === "main");
  return main === undefined ? null : { copy: main, id };
}
