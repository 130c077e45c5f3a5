import { apple } from "./apple.ts";
import { awsData } from "./aws-data.ts";
import { awsHealth } from "./aws-health.ts";
import { awsRss } from "./aws-rss.ts";
import { azureDevops } from "./azure-devops.ts";
import { azureRss } from "./azure-rss.ts";
import { betterStack } from "./better-stack.ts";
import type { GuardedAdapter } from "./define.ts";
import { firehydrant } from "./firehydrant.ts";
import { googleCloud } from "./google-cloud.ts";
import { heroku } from "./heroku.ts";
import { incidentIo } from "./incident-io.ts";
import { instatus } from "./instatus.ts";
import { meta } from "./meta.ts";
import { microsoft365 } from "./microsoft-365.ts";
import { oracle } from "./oracle.ts";
import { pagerduty } from "./pagerduty.ts";
import { paypal } from "./paypal.ts";
import { playstation } from "./playstation.ts";
import { rss } from "./rss.ts";
import { salesforce } from "./salesforce.ts";
import { slack } from "./slack.ts";
import { statusIo } from "./status-io.ts";
import { statuspage } from "./statuspage.ts";
import { statuspageAtom } from "./statuspage-atom.ts";
import { stripe } from "./stripe.ts";

const ADAPTERS: GuardedAdapter[] = [
  awsHealth,
  awsRss,
  awsData,
  googleCloud,
  azureRss,
  azureDevops,
  statuspage,
  statuspageAtom,
  incidentIo,
  instatus,
  betterStack,
  statusIo,
  slack,
  heroku,
  salesforce,
  oracle,
  apple,
  meta,
  playstation,
  stripe,
  paypal,
  pagerduty,
  firehydrant,
  microsoft365,
  rss,
];

const BY_FORMAT = new Map(ADAPTERS.map((adapter) => [adapter.format, adapter]));

/** Every format that can be read, in the order of the documentation. */
export const FORMATS: readonly string[] = [...BY_FORMAT.keys()];

export function adapterFor(format: string): GuardedAdapter | null {
  return BY_FORMAT.get(format) ?? null;
}
