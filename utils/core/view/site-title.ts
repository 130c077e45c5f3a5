import { serviceNameIn } from "../providers/service-name.ts";
import type { Situation } from "./situation.ts";

/** What to call the site of a situation: the name people know, in their language where it has one, else its domain. */
export function siteNameOf(situation: Situation, language: string): string | null {
  const { service, verdict, host } = situation;
  if (service !== null) return serviceNameIn(service, language);
  if (verdict.scope === "site") return verdict.subject;
  return verdict.site ?? host;
}
