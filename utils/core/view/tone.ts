import type { Scope } from "../diagnosis/verdict.ts";
import { answersAgain } from "./find-evidence.ts";
import type { Situation } from "./situation.ts";

/**
 * The scope whose colour a page takes: that of the verdict, but no green for a site of which it is not known that it works (none of its
 * pages has opened, it turns this person away, or its error pages cannot be seen), and no alarm for one that answers again.
 */
export function toneOf({ verdict, host, opened, access }: Situation): Scope {
  if (answersAgain(verdict)) return "unclear";
  if (verdict.scope !== "clear" || host === null) return verdict.scope;
  return verdict.cause === "refuses" || !opened || access === "basic" ? "unclear" : "clear";
}
