import { useState } from "preact/hooks";
import { Section } from "../shared/section.tsx";
import { Say } from "../shared/words.tsx";
import { Press } from "./press.tsx";

/** Saves the events of the last minutes as a trace, with pseudonyms instead of real names unless the person wants those. */
export function TraceSetting({ onSave }: { onSave: (pseudonyms: boolean) => void }) {
  const [pseudonyms, setPseudonyms] = useState(true);
  return (
    <Section name="trace-setting" heading={<Say text="settings.trace" />}>
      <p>
        <Say text="settings.traceExplain" />
      </p>
      <label class="choose">
        <input type="checkbox" checked={pseudonyms} onChange={(event) => setPseudonyms(event.currentTarget.checked)} />
        <Say text="settings.tracePseudonyms" />
      </label>
      <Press onPress={() => onSave(pseudonyms)}>
        <Say text="settings.traceSave" />
      </Press>
    </Section>
  );
}
