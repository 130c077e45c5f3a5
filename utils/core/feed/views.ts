import * as v from "valibot";
import { NEL_TYPES } from "../net/failure.ts";
import { identifier } from "./incident.ts";
import { MAX_FAILING, MAX_VANTAGES } from "./limits.ts";
import { count, country, isoTime, sha256 } from "./schema-parts.ts";

const vantages = v.pipe(v.array(identifier), v.maxLength(MAX_VANTAGES));

/**
 * Control measurements: what servers elsewhere could not reach when they last asked. A target is the id of a provider, a place or a
 * service. Every target of the list that is named in neither `fail` nor `blind` answered all vantages but those that except it. A vantage whose own connection was in doubt is not in `from`.
 */
export const views = v.object({
  /** When all of them had asked. A head that came later says that it still holds: see `joinHeadAndBody`. */
  at: isoTime,
  from: v.optional(
    v.pipe(
      v.array(
        v.object({
          id: identifier,
          country: v.optional(v.nullable(country)),
          asn: v.optional(v.nullable(count)),
          /** Targets that it alone does not see, or sees fail against the word of the others; `most`: it sees few of the list. */
          except: v.optional(v.union([v.literal("most"), v.pipe(v.array(identifier), v.maxLength(MAX_FAILING))])),
        }),
      ),
      v.maxLength(MAX_VANTAGES),
    ),
    [],
  ),
  /** The hash of the list of targets. */
  targets: v.optional(sha256),
  fail: v.pipe(
    v.array(
      v.object({
        target: identifier,
        from: vantages,
        // A word that a later server may have costs nobody the feed.
        failure: v.optional(v.fallback(v.picklist(NEL_TYPES), "unknown")),
        since: v.optional(isoTime),
      }),
    ),
    v.maxLength(MAX_FAILING),
  ),
  /** Targets that no vantage can see: they turn programs away. They may work, and they may not. */
  blind: v.optional(v.pipe(v.array(identifier), v.maxLength(MAX_FAILING)), []),
});

export type Views = v.InferOutput<typeof views>;

/** Where something was measured: an id that its operator chose, and the ISO country where that is known. */
export type Vantage = { id: string; country: string | null };
