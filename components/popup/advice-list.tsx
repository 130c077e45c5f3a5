import type { ComponentChildren } from "preact";
import type { Advice } from "../../utils/core/view/advice.ts";
import { Section } from "../shared/section.tsx";
import { Say, Sentence } from "../shared/words.tsx";

/** What a person can do now. Quotations of the provider are marked, and those for operators of sites as such. */
export function AdviceList({ advice, children }: { advice: Advice[]; children?: ComponentChildren }) {
  if (advice.length === 0) return null;
  return (
    <Section name="advice" heading={<Say text="advice.heading" />}>
      <ul class="points">
        {advice.map((one) =>
          one.from === "us" ? (
            <li key={one.message.key}>
              <Sentence message={one.message} />
            </li>
          ) : (
            <li key={one.text} class={`quoted ${one.for}`}>
              <span class="by">
                <Say
                  text={one.for === "user" ? "advice.quote" : "advice.operator"}
                  values={{ place: { provider: one.provider, region: null } }}
                />
              </span>
              <q dir="auto" lang="en">
                {one.text}
              </q>
            </li>
          ),
        )}
      </ul>
      {children}
    </Section>
  );
}
