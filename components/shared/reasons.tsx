import type { Evidence } from "../../utils/core/diagnosis/evidence.ts";
import { evidenceSentence } from "../../utils/core/view/evidence-sentence.ts";
import { Section } from "./section.tsx";
import { Say, Sentence } from "./words.tsx";

/** At most this many reasons are shown; people in a hurry read no more. Judged. */
const MAX_REASONS = 5;

/** The evidence, each item as one sentence with its numbers. */
export function Reasons({ evidence, now }: { evidence: Evidence[]; now: number }) {
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
