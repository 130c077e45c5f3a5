import { decodeText } from "./parsing/decode.ts";
import { readFeedDocument } from "./parsing/feeds/feed-document.ts";
import { latest, parseTime } from "./parsing/parse-time.ts";

/** A key and a time after it, in JSON or in the JSON of a page. */
const TIME = /"([A-Za-z_]{2,60})"\s{0,20}:\s{0,20}(?:"([^"\\]{8,45})"|(\d{10,19}))/g;
/** Keys whose time may lie ahead: plans, starts and ends. */
const AHEAD = /schedul|plan|until|expect|expir|next|eta|due|start|begin|end/i;

/**
 * The newest moment that a saved payload tells, in milliseconds of the epoch: about when it was saved. Times that may be planned count
 * only where there are no others.
 * @param limit milliseconds of the epoch: later times are ahead
 * @returns null where it tells none
 */
export function newestMoment(bytes: Uint8Array, limit: number): number | null {
  const text = decodeText(bytes) ?? "";
  const isPast = (at: number | null) => at !== null && at <= limit;
  const feed = readFeedDocument(text);
  if (feed !== null) return latest([feed.updated, ...feed.items.flatMap(({ published, updated }) => [published, updated])].filter(isPast));
  const told: (number | null)[] = [];
  const ahead: (number | null)[] = [];
  for (const [, key = "", quoted, number] of text.matchAll(TIME)) {
    const at = quoted === undefined ? parseTime(Number(number)) : parseTime(quoted);
    if (isPast(at)) (AHEAD.test(key) ? ahead : told).push(at);
  }
  return latest(told) ?? latest(ahead);
}
