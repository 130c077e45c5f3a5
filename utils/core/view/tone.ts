import type { Scope } from "../diagnosis/verdict.ts";
import type { Situation } from "./situation.ts";

/** The scope whose colour a page takes: that of the verdict, but no green for a site that this browser has not requested lately. */
export function toneOf({ verdict, host, seen }: Situation): Scope {
  return verdict.scope === "clear" && host !== null && !seen ? "unclear" : verdict.scope;
}
