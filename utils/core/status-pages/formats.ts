import { type Format, isFormat } from "./format-names.ts";
import { apple } from "./formats/apple.ts";
import { awsData } from "./formats/aws-data.ts";
import { awsHealth } from "./formats/aws-health.ts";
import { awsRss } from "./formats/aws-rss.ts";
import { azureDevops } from "./formats/azure-devops.ts";
import { azureRss } from "./formats/azure-rss.ts";
import { betterStack } from "./formats/better-stack.ts";
import { firehydrant } from "./formats/firehydrant.ts";
import { googleCloud } from "./formats/google-cloud.ts";
import { heroku } from "./formats/heroku.ts";
import { incidentIo } from "./formats/incident-io.ts";
import { instatus } from "./formats/instatus.ts";
import { meta } from "./formats/meta.ts";
import { microsoft365 } from "./formats/microsoft-365.ts";
import { oracle } from "./formats/oracle.ts";
import { pagerduty } from "./formats/pagerduty.ts";
import { paypal } from "./formats/paypal.ts";
import { playstation } from "./formats/playstation.ts";
import { rss } from "./formats/rss.ts";
import { salesforce } from "./formats/salesforce.ts";
import { slack } from "./formats/slack.ts";
import { statusIo } from "./formats/status-io.ts";
import { statuspage } from "./formats/statuspage.ts";
import { statuspageAtom } from "./formats/statuspage-atom.ts";
import { stripe } from "./formats/stripe.ts";
import type { GuardedAdapter } from "./parsing/make-adapter.ts";

/**
 * The parsers of all formats.
 *
 * How to add one: its name in `format-names.ts`; `formats/<name>.ts` exports an adapter made by `parsing/make-adapter.ts`, with a comment at
 * its head that says where the format is known from; add it here, where the compiler asks for it; put payloads into
 * `tests/unit/status-pages/payloads/<name>/` and what they should give into `tests/unit/status-pages/expected/hand-made.json`
 * (`noted-incident.ts` there has the fields); add a source in `source-table.ts`. Then run `npm run check` and
 * `npm run fuzz -- --format <name>`.
 */
const ADAPTERS: { readonly [format in Format]: GuardedAdapter } = {
  "aws-health": awsHealth,
  "aws-rss": awsRss,
  "aws-data": awsData,
  "google-cloud": googleCloud,
  "azure-rss": azureRss,
  "azure-devops": azureDevops,
  statuspage,
  "statuspage-atom": statuspageAtom,
  "incident-io": incidentIo,
  instatus,
  "better-stack": betterStack,
  "status-io": statusIo,
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
  "microsoft-365": microsoft365,
  rss,
};

/** The adapter of a format; null for an unknown name. */
export function adapterFor(format: string): GuardedAdapter | null {
  return isFormat(format) ? ADAPTERS[format] : null;
}
