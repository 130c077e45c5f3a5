import { type Format, isFormat } from "../core/status-pages/format-names.ts";
import { awsHealth } from "../core/status-pages/formats/clouds/aws-health.ts";
import { awsRss } from "../core/status-pages/formats/clouds/aws-rss.ts";
import { azureRss } from "../core/status-pages/formats/clouds/azure-rss.ts";
import { googleCloud } from "../core/status-pages/formats/clouds/google-cloud.ts";
import { heroku } from "../core/status-pages/formats/clouds/heroku.ts";
import { microsoft365 } from "../core/status-pages/formats/clouds/microsoft-365.ts";
import { oracle } from "../core/status-pages/formats/clouds/oracle.ts";
import { betterStack } from "../core/status-pages/formats/platforms/better-stack.ts";
import { firehydrant } from "../core/status-pages/formats/platforms/firehydrant.ts";
import { incidentIo } from "../core/status-pages/formats/platforms/incident-io.ts";
import { instatus } from "../core/status-pages/formats/platforms/instatus.ts";
import { pagerduty } from "../core/status-pages/formats/platforms/pagerduty.ts";
import { rss } from "../core/status-pages/formats/platforms/rss.ts";
import { statusIo } from "../core/status-pages/formats/platforms/status-io.ts";
import { statuspage } from "../core/status-pages/formats/platforms/statuspage.ts";
import { statuspageAtom } from "../core/status-pages/formats/platforms/statuspage-atom.ts";
import type { GuardedAdapter } from "../core/status-pages/parsing/make-adapter.ts";

/**
 * The formats that the extension reads itself: those of clouds, which many sites are hosted on, and of the platforms that host the pages of
 * many companies. A format of one company costs half a kilobyte and answers about that company alone: the feed server reads it, and the
 * popup links to its page.
 */
const ADAPTERS: { readonly [format in Format]?: GuardedAdapter } = {
  "aws-health": awsHealth,
  "aws-rss": awsRss,
  "google-cloud": googleCloud,
  "azure-rss": azureRss,
  statuspage,
  "statuspage-atom": statuspageAtom,
  "incident-io": incidentIo,
  instatus,
  "better-stack": betterStack,
  "status-io": statusIo,
  heroku,
  oracle,
  pagerduty,
  firehydrant,
  "microsoft-365": microsoft365,
  rss,
};

/** The adapter of a format; null for one that only the server reads. */
export function adapterFor(format: string): GuardedAdapter | null {
  return isFormat(format) ? (ADAPTERS[format] ?? null) : null;
}
