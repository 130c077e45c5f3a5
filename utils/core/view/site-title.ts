import { serviceNameIn } from "../providers/service-name.ts";
import type { Situation } from "./situation.ts";

/** What people call the site of a situation, in their language where it has a name there; else its domain. Null where there is no site. */
export function siteNameOf(situation: Situation, language: string): string | null {
  const { service, verdict, host } = situation;
  if (service !== null) return serviceNameIn(service, language);
  if (verdict.scope === "site") return verdict.subject;
  return verdict.site ?? host;
}
