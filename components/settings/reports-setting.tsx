import type { Reporting } from "../../utils/pages/reporting-choice.ts";
import { ExactBytes } from "../shared/exact-bytes.tsx";
import { ReportingChoice } from "../shared/reporting-choice.tsx";
import { Section } from "../shared/section.tsx";
import { Say } from "../shared/words.tsx";

/** Whether to send reports, and the list of those that were sent. */
export function ReportsSetting({ reporting, onChange }: { reporting: Reporting; onChange: (consent: boolean) => void }) {
  const { consent, sent } = reporting;
  return (
    <Section name="reports-setting" heading={<Say text="settings.reports" />}>
      <ReportingChoice reporting={reporting} onChange={onChange} />
      {consent && (
        <>
          <h3>
            <Say text="settings.sent" />
          </h3>
          {sent.length === 0 && (
            <p>
              <Say text="settings.sentNone" />
            </p>
          )}
          {sent.map(({ bytes, sentAt }) => (
            <ExactBytes key={sentAt} bytes={bytes} />
          ))}
        </>
      )}
    </Section>
  );
}
