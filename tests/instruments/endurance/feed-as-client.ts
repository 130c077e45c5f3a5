import { mirrorAt, readFeedAt } from "../../../scripts/support/read-feed.ts";
import { readRootText } from "../../../utils/core/feed/root-text.ts";

/**
 * The sequence of a mirror's feed as a client would take it, or why it would not.
 * @throws where the mirror does not answer
 */
export async function sequenceAt(place: string, rootKey: string): Promise<number | string> {
  const root = readRootText(rootKey);
  if (root === null) return `${rootKey} is no root key`;
  const result = await readFeedAt(mirrorAt(place), root);
  return result.ok ? result.feed.sequence : result.reason;
}
