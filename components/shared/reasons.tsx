import type { EvidenceKind } from "../../utils/core/diagnosis/evidence.ts";
import { evidenceSentence } from "../../utils/core/view/evidence-sentence.ts";
import { reasonsBeside } from "../../utils/core/view/reasons.ts";
import type { Situation } from "../../utils/core/view/situation.ts";
import { Section } from "./section.tsx";
import { Say, Sentence } from "./words.tsx";

/** At most this many reasons are shown; people in a hurry read no more. Judged. */
const MAX_REASONS = 5;

type Props = {
  situation: Situation;
  siteName: string | null;
  /** Reasons that other parts of the page give. */
  saidElsewhere?: readonly EvidenceKind[];
};

/** The evidence, each item as one sentence with its numbers, without what the headline says already. */
export function Reasons({ situation, siteName, saidElsewhere = [] }: Props) {
  const { now } = situation;
  const evidence = reasonsBeside(situation, siteName).filter(({ kind }) => !saidElsewhere.includes(kind));
  if (evidence.length === 0) return null;
  return (
    <Section name="reasons" heading={<Say text="popup.reasons" />}>
      <ul class="points">
        {evidence.slice(0, MAX_REASONS).map((one) => (
          <li key={one.kind} data-evidence={one.kind}>
            <Sentence message={evidenceSentence(one, now)} />
          </li>
        ))}
      </ul>
    </Section>
  );
}
