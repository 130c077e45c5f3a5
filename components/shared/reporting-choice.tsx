import type { Reporting } from "../../utils/pages/reporting-choice.ts";
import { ExactBytes } from "./exact-bytes.tsx";
import { Say } from "./words.tsx";

/** Whether to send reports: off until the person turns it on, with two equal buttons. */
export function ReportingChoice({ reporting, onChange }: { reporting: Reporting; onChange: (consent: boolean) => void }) {
  const { consent, sample } = reporting;
  return (
    <>
      <p>
        <Say text="settings.reportsExplain" />
      </p>
      <ExactBytes bytes={sample} />
      <p role="status">
        <Say text={consent ? "settings.reportsOn" : "settings.reportsOff"} />
      </p>
      <p class="pair">
        <button type="button" class="press" aria-pressed={consent} onClick={() => onChange(true)} data-testid="agree">
          <Say text="settings.agree" />
        </button>
        <button type="button" class="press" aria-pressed={!consent} onClick={() => onChange(false)} data-testid="disagree">
          <Say text="settings.disagree" />
        </button>
      </p>
    </>
  );
}
