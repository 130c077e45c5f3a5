import type { SourceIncident } from "../../utils/core/status-pages/parsing/adapter.ts";
import { findRegions } from "../../utils/core/status-pages/parsing/region-ids.ts";

/** How status pages call the providers that host them. */
const NAMES: [provider: string, name: RegExp][] = [
  ["aws", /\bAWS\b|\bAmazon Web Services\b/],
  ["gcp", /\bGCP\b|\bGoogle Cloud(?: Platform)?\b/],
  ["azure", /\bAzure\b/],
  ["oracle", /\bOracle Cloud\b|\bOCI\b/],
  ["cloudflare", /\bCloudflare\b/i],
  ["fastly", /\bFastly\b/i],
  ["akamai", /\bAkamai\b/i],
  ["digitalocean", /\bDigitalOcean\b/i],
  ["hetzner", /\bHetzner\b/i],
  ["heroku", /\bHeroku\b/],
  ["vercel", /\bVercel\b/],
];

/** The sentence says that something is wrong. */
const TROUBLE =
  /\b(?:outage|disruption|incident|issues?|degrad\w{0,8}|unavailab\w{0,6}|down|failures?|problems?|impair\w{0,6}|errors?|interruption)\b/i;
/** It says that the cause is there. */
const CAUSE =
  /\b(?:due to|caused by|because of|upstream|underlying|third[- ]party|(?:cloud|hosting|infrastructure|cdn|dns) (?:service )?provider|currently has|(?:is|are) (?:currently )?(?:experiencing|having|investigating|working)|ongoing|reported|as a result of|result of|stem(?:s|ming) from|originat\w{0,5}|impacting|affecting|affected by|impacted by|outage (?:at|in|on|with)|issues? (?:at|in|with))\b/i;
/** It says that the cause is not there, or it is about the service's own integration with the provider. */
const NOT_CAUSE =
  /\b(?:unrelated|not (?:related|caused|due|an?|affected|impacted)|integrations?|connectors?|plug-?ins?|marketplace|add-?ons?|importing|exporting|sync(?:ing|s)?|sso|sign[- ]?in with|log[- ]?in with|on our side|our end)\b/i;

/**
 * The providers, with their regions, that an incident of a service names as its cause.
 * @returns none if it only mentions a provider, an integration with it for example, and for the provider's own incidents
 */
export function namedCauses(incident: SourceIncident): { provider: string; region: string | null }[] {
  const sentences = [incident.title, ...incident.summary.split(/(?<=[.!?])\s+/)];
  return NAMES.filter(([provider]) => provider !== incident.provider && provider !== incident.site).flatMap(([provider, name]) => {
    const blaming = sentences.filter((sentence, index) => name.test(sentence) && blames(sentence, index === 0, provider));
    if (blaming.length === 0) return [];
    const regions = findRegions(provider, blaming.join(" "));
    const places: (string | null)[] = regions.length === 0 || regions.length > 5 ? [null] : regions;
    return places.map((region) => ({ provider, region }));
  });
}

/** A headline needs no verb: "AWS me-central-1 Zone Issue", "AWS ME-CENTRAL-1 region status". */
function blames(sentence: string, isTitle: boolean, provider: string): boolean {
  if (NOT_CAUSE.test(sentence)) return false;
  if (isTitle) return TROUBLE.test(sentence) || findRegions(provider, sentence).length > 0;
  return TROUBLE.test(sentence) && CAUSE.test(sentence);
}
