import * as v from "valibot";
import { crowd, identifier, text } from "./incident.ts";
import { MAX_NETWORK_NAME_LENGTH, MAX_UNREACHED } from "./limits.ts";
import { country, isoTime } from "./schema-parts.ts";

/**
 * A trouble of an access network, or of all networks of one country: it cannot reach some providers, and other networks can. So it is no
 * outage of those providers.
 */
export const networkTrouble = v.pipe(
  v.object({
    /** Null for all networks of the country. */
    asn: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(0xffff_ffff))),
    /** Of the operator, or `AS3352` where that is not known; of a whole country its code. */
    name: text(MAX_NETWORK_NAME_LENGTH),
    country: v.nullable(country),
    /** Ids of providers, or `most` alone: it reaches little of anything. */
    cannotReach: v.pipe(v.array(identifier), v.minLength(1), v.maxLength(MAX_UNREACHED)),
    since: isoTime,
    crowd: v.optional(v.nullable(crowd), null),
  }),
  v.check(({ asn, country: where }) => asn !== null || where !== null, "neither a network nor a country"),
);

export type NetworkTrouble = v.InferOutput<typeof networkTrouble>;
