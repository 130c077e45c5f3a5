import { reportBytes } from "../core/reports/decide-report.ts";
import { bucketStart, bucketText } from "../core/reports/report.ts";
import { feedSetting } from "../feed/feed-settings.ts";
import { send } from "../messages/messaging.ts";
import { requestDataConsent } from "../reports/data-consent.ts";

/** Standing consent for reports. `sample` is what one looks like, byte for byte. */
export type Reporting = { consent: boolean; sample: string; sent: { bytes: string; sentAt: number }[] };

/** How reporting stands, for the pages that ask about it; null where no feed is set. */
export async function reportingChoice(): Promise<Reporting | null> {
  if ((await feedSetting()) === null) return null;
  const { consent, sent } = await send("reportingState", undefined);
  const bucket = bucketText(bucketStart(Date.now()));
  return { consent, sent, sample: reportBytes({ v: 1, service: "netflix", on: "aws/us-east-1", failure: "http.error", bucket }) };
}

/** Carries out the person's click. Where the browser asks for itself and the person says no there, nothing has been agreed to. */
export async function chooseReporting(given: boolean): Promise<void> {
  if (given && !(await requestDataConsent())) return;
  await send("setReporting", { given });
}
