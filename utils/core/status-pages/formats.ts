import { type Format, isFormat } from "./format-names.ts";
import { awsData } from "./formats/clouds/aws-data.ts";
import { awsHealth } from "./formats/clouds/aws-health.ts";
import { awsRss } from "./formats/clouds/aws-rss.ts";
import { azureDevops } from "./formats/clouds/azure-devops.ts";
import { azureRss } from "./formats/clouds/azure-rss.ts";
import { googleCloud } from "./formats/clouds/google-cloud.ts";
import { heroku } from "./formats/clouds/heroku.ts";
import { microsoft365 } from "./formats/clouds/microsoft-365.ts";
import { oracle } from "./formats/clouds/oracle.ts";
import { railway } from "./formats/clouds/railway.ts";
import { vultr } from "./formats/clouds/vultr.ts";
import { betterStack } from "./formats/platforms/better-stack.ts";
import { firehydrant } from "./formats/platforms/firehydrant.ts";
import { flashduty } from "./formats/platforms/flashduty.ts";
import { incidentIo } from "./formats/platforms/incident-io.ts";
import { instatus } from "./formats/platforms/instatus.ts";
import { pagerduty } from "./formats/platforms/pagerduty.ts";
import { rss } from "./formats/platforms/rss.ts";
import { statusIo } from "./formats/platforms/status-io.ts";
import { statuspage } from "./formats/platforms/statuspage.ts";
import { statuspageAtom } from "./formats/platforms/statuspage-atom.ts";
import { apple } from "./formats/sites/apple.ts";
import { meta } from "./formats/sites/meta.ts";
import { nintendo } from "./formats/sites/nintendo.ts";
import { paypal } from "./formats/sites/paypal.ts";
import { playstation } from "./formats/sites/playstation.ts";
import { riot } from "./formats/sites/riot.ts";
import { salesforce } from "./formats/sites/salesforce.ts";
import { slack } from "./formats/sites/slack.ts";
import { stripe } from "./formats/sites/stripe.ts";
import { xbox } from "./formats/sites/xbox.ts";
import { zendesk } from "./formats/sites/zendesk.ts";
import type { GuardedAdapter } from "./parsing/make-adapter.ts";

/**
 * The parsers of all formats.
 *
 * How to add one: its name in `format-names.ts`; `formats/<folder>/<name>.ts` exports an adapter made by `parsing/make-adapter.ts`, with a comment at
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
  flashduty,
  railway,
  xbox,
  nintendo,
  riot,
  vultr,
  zendesk,
  rss,
};

/** The adapter of a format; null for an unknown name. */
export function adapterFor(format: string): GuardedAdapter | null {
  return isFormat(format) ? ADAPTERS[format] : null;
}
