import type { Format } from "./format-names.ts";
import { adapterFor } from "./formats.ts";
import { pageOf } from "./identify-source.ts";
import type { Reading, SourceContext } from "./parsing/adapter.ts";
import { decodeText, parseShallowJson } from "./parsing/decode.ts";
import { fieldsOf, textOf } from "./parsing/fields.ts";
import type { NamedPage } from "./recognise-owner.ts";

/** Where the platforms of status pages have their payloads, the commonest first, then feeds, and last the page itself. */
export const PAYLOAD_PATHS: readonly string[] = [
  "/api/v2/summary.json",
  "/v3/summary.json",
  "/index.json",
  "/data/payload.json",
  "/history.atom",
  "/feed.rss",
  "/rss",
  "/",
];

/**
 * The formats of platforms that host the pages of many companies, those that accept least first. The parser of incident.io reads Statuspage's
 * payloads too, which cannot be told from its own. Formats that one company alone uses are not tried: the table of sources has those.
 */
const TRIED: readonly Format[] = [
  "better-stack",
  "status-io",
  "firehydrant",
  "instatus",
  "incident-io",
  "pagerduty",
  "statuspage-atom",
  "rss",
];

/** Titles of feeds of incidents. Any other feed may be of news, whose posts would be read as incidents. */
const STATUS_FEED = /\b(?:status|incidents?|outages?|uptime|availability|health)\b/i;

/** A payload of a platform of status pages: what it says, and what it says of itself. */
export type Recognised = { reading: Reading; page: NamedPage };

/**
 * Recognises the format of a payload by its content, whatever address it came from, and reads it.
 * @returns null for anything that is no payload of a platform of status pages
 */
export function recognise(bytes: Uint8Array, source: SourceContext): Recognised | null {
  const text = decodeText(bytes) ?? "";
  for (const format of TRIED) {
    const reading = adapterFor(format)?.read(bytes, source);
    if (reading?.parsed !== true) continue;
    if (format === "rss" && !STATUS_FEED.test(text.slice(0, text.search(/<(?:item|entry)\b/)))) return null;
    const company = textOf(fieldsOf(fieldsOf(fieldsOf(parseShallowJson(text))?.data)?.attributes)?.company_url);
    return { reading, page: { ...pageOf(text), company } };
  }
  return null;
}
