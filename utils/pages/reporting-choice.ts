import { reportBytes } from "../core/reports/decide-report.ts";
import { bucketStart, bucketText } from "../core/reports/report.ts";
import { feedSetting } from "../feed/feed-settings.ts";
import { send } from "../messages/messaging.ts";
import { requestDataConsent } from "../reports/data-consent.ts";

/** The choice about reports. `consent`: every report may be sent. `sample`: what one looks like, byte for byte. `sent`: the newest first. */
export type Reporting = { consent: boolean; sample: string; sent: { bytes: string; sentAt: number }[] };

/** The current choice, for the pages that show it; null where no feed is set. */
export async function reportingChoice(): Promise<Reporting | null> {
  if ((await feedSetting()) === null) return null;
  const { consent, sent } = await send("reportingState", undefined);
  const bucket = bucketText(bucketStart(Date.now()));
  return { consent, sent, sample: reportBytes({ v: 1, service: "netflix", on: "aws/us-east-1", failure: "http.error", bucket }) };
}

/** Gives or withdraws consent. Where the browser asks a question of its own and the answer is no, no consent is given. */
export async function chooseReporting(given: boolean): Promise<void> {
  if (given && !(await requestDataConsent())) return;
  await send("setReporting", { given });
}
