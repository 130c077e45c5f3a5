import * as v from "valibot";
import { identifier } from "./incident.ts";
import { isoTime } from "./schema-parts.ts";

/** No more vantages and failing targets than these are read: the published list has some hundreds of targets. */
const MAX_VANTAGES = 64;
const MAX_FAILING = 1000;

const vantages = v.pipe(v.array(identifier), v.maxLength(MAX_VANTAGES));

/**
 * Control measurements: what servers elsewhere could not reach when they last asked. Every target that is not named answered. A target is
 * the id of a provider, a place or a service.
 */
export const views = v.object({
  at: isoTime,
  fail: v.pipe(v.array(v.object({ target: identifier, from: vantages })), v.maxLength(MAX_FAILING)),
  /** Vantages whose own connection was in doubt: they say nothing. */
  blind: v.optional(vantages, []),
});

export type Views = v.InferOutput<typeof views>;
