import type { Evidence, EvidenceKind } from "../diagnosis/evidence.ts";
import { situationHeadline } from "./headline.ts";
import type { Situation } from "./situation.ts";

/** Headlines that are reasons too, with all their numbers. */
const SAID_BY: { [headline: string]: EvidenceKind } = {
  "evidence.hang": "hang",
  "headline.site.hang": "hang",
  "evidence.slower": "slower",
  "headline.slower.alone": "slower",
  "headline.slower.everything": "slower",
  "evidence.refused": "refused",
  "evidence.challenged": "challenged",
};

/** The reasons for a verdict that its headline does not give already, the strongest first. */
export function reasonsBeside(situation: Situation, siteName: string | null): Evidence[] {
  const said = SAID_BY[situationHeadline(situation, siteName).key];
  return situation.verdict.evidence.filter(({ kind }) => kind !== said);
}
