import { siteOf } from "../net/site-name.ts";
import type { Fault, World } from "./world.ts";

/** Labels of trackers that run under a site's own name. Filtering resolvers and hosts files block them. Judged. */
const TRACKER_LABEL =
  /^(?:[a-z]*metrics?|[a-z]*stats?|[a-z]*track(?:er|ing)?|[a-z]*analytics?|telemetry|beacons?|collect(?:or)?|pixels?|px|ads?|adserver|adservice|logs?|logging|logger|events?|tags?|tagmanager|s?gtm|sst|rum|hits?|clicks?|counter|insights?|sentry|piwik|matomo)\d*$/;

/** True for a label of a host name that trackers use. */
export function isTrackerLabel(label: string): boolean {
  return TRACKER_LABEL.test(label);
}

/**
 * True for a failure that a filtering resolver makes. It answers for trackers under the site's own name with "no such name" or with
 * 0.0.0.0. A host that is named like a tracker and has never answered is taken for one.
 */
export function looksFiltered(world: World, site: string, host: string, kind: Fault["kind"]): boolean {
  if (kind !== "dns" && kind !== "refused" && kind !== "unreachable") return false;
  const known = world.sites[site]?.hosts[host];
  if (known !== undefined && known.okAt > 0) return false;
  const below = host.slice(0, -(host.endsWith(`.${site}`) ? site : siteOf(host)).length);
  return below.split(".").some(isTrackerLabel);
}
