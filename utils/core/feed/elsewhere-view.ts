import * as v from "valibot";
import { NEL_TYPES, type NelType } from "../net/failure.ts";
import { identifier } from "./incident.ts";
import { MAX_VANTAGES } from "./limits.ts";
import { count, country } from "./schema-parts.ts";
import type { Vantage } from "./views.ts";

/** What a vantage saw of a host when the person asked. `failure` null: the host answered there. `ms`: how long that took. `status` of the last answer, null where none came. */
export type ElsewhereView = Vantage & { failure: NelType | null; status: number | null; ms: number | null };

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
