import { MAX_URL_LENGTH } from "../../feed/limits.ts";
import { sanitizeLink } from "../../net/sanitize.ts";

/** A vendor's id encoded as one segment of a URL's path. */
export function pathSegment(id: string): string {
  return encodeURIComponent(id.toWellFormed());
}

/** A URL that may be shown as a link: absolute, https, no longer than the feed allows; null for any other text. */
export function webAddress(text: string | undefined): string | null {
  if (text === undefined || text.length > MAX_URL_LENGTH || sanitizeLink(text) === "") return null;
  return URL.canParse(text) ? text : null;
}
