import { Section } from "../shared/section.tsx";
import { Say } from "../shared/words.tsx";

/** The days to choose from; 0 keeps no history. */
const CHOICES = [0, 7, 30, 90, 365];

/** For how many days the history is kept. */
export function HistorySetting({ days, onChange }: { days: number; onChange: (days: number) => void }) {
  return (
    <Section name="history-setting" heading={<Say text="settings.history" />}>
      <fieldset>
        <legend>
          <Say text="settings.keep" />
        </legend>
        {CHOICES.map((choice) => (
          <label key={choice} class="choose">
            <input type="radio" name="history-days" checked={days === choice} onChange={() => onChange(choice)} />
            {choice === 0 ? <Say text="settings.keepNone" /> : <Say text="settings.keepDays" values={{ count: choice }} />}
          </label>
        ))}
      </fieldset>
    </Section>
  );
}
