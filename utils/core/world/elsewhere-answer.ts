import * as v from "valibot";
import { identifier } from "../feed/incident.ts";
import { MAX_VANTAGES } from "../feed/limits.ts";
import { count, country } from "../feed/schema-parts.ts";
import { NEL_TYPES } from "../net/failure.ts";
import type { ElsewhereView } from "./world.ts";

const view = v.object({
  from: identifier,
  country: v.optional(v.nullable(country), null),
  failure: v.nullable(v.picklist(NEL_TYPES)),
  status: v.optional(v.nullable(count), null),
  ms: v.optional(v.nullable(v.pipe(v.number(), v.finite(), v.minValue(0))), null),
});
const answer = v.object({ host: v.string(), views: v.pipe(v.array(view), v.maxLength(MAX_VANTAGES)) });

/**
 * Reads what the feed's server answers to a question about a host, from a parsed JSON value. Unknown fields are dropped.
 * @returns what each vantage saw, none where none can tell; null where the answer is malformed or about another host
 */
export function readElsewhereAnswer(value: unknown, host: string): ElsewhereView[] | null {
  const reading = v.safeParse(answer, value);
  if (!reading.success || reading.output.host !== host) return null;
  return reading.output.views.map(({ from: id, ...seen }) => ({ id, ...seen }));
}
