import type { Evidence } from "../../utils/core/diagnosis/evidence.ts";
import { evidenceSentence } from "../../utils/core/view/evidence-sentence.ts";
import { Section } from "./section.tsx";
import { Say, Sentence } from "./words.tsx";

/** More than this nobody reads in a hurry. */
const REASONS_SHOWN = 5;

/** Why we think so: the evidence, each item as one sentence with its numbers. */
export function Reasons({ evidence, now }: { evidence: Evidence[]; now: number }) {
  if (evidence.length === 0) return null;
  return (
    <Section name="reasons" heading={<Say text="popup.reasons" />}>
      <ul class="points">
        {evidence.slice(0, REASONS_SHOWN).map((one) => (
          <li key={one.kind} data-evidence={one.kind}>
            <Sentence message={evidenceSentence(one, now)} />
          </li>
        ))}
      </ul>
    </Section>
  );
}
