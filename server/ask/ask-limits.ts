import { siteOf } from "../../utils/core/net/site-name.ts";
import { MINUTE } from "../../utils/core/time.ts";
import { createConcealer } from "../reports/conceal.ts";
import type { Network } from "../reports/network-prefix.ts";
import { createRateLimit } from "../reports/rate-limit.ts";

/** Questions of one /24 or /48 in a minute: several people who try one site after another. Judged, as the next two. */
const PER_PREFIX = 20;
/** Measurements that one network causes in a minute: many addresses of one owner must not use up what is for all. */
const PER_NETWORK = 120;
/** Measurements in a minute: with one of 10 s each a hundred at a time, so it is reached where hosts answer sooner. */
const IN_ALL = 600;

/**
 * Measurements of further names of one site in a minute. Whoever owns a name can have every name under it lead to one machine, which would
 * get all of the above. The site's own name and `www` are not counted: they are asked twice a minute at most, and nobody is to use up
 * what others want to know of them. Judged (2026-12-01): a crowd asks some ten names of a site twice.
 */
const PER_SITE = 20;

export type AskLimits = {
  /** Counts a question. False where its sender has asked too much. */
  allowsQuestion(sender: Network | null): boolean;
  /** Counts a measurement. False where its sender, or all together, have caused too many, of this site or in all. */
  allowsMeasurement(sender: Network | null, host: string): boolean;
  /** Counts a measurement that another vantage asks for. False where there were too many of this site. */
  allowsSite(host: string): boolean;
  /** Milliseconds until counting begins anew. */
  pause(): number;
};

/** Limits of the current minute, in memory. Prefixes are counted by a hash with a salt of this process. */
export function createAskLimits(now: () => number): AskLimits {
  const conceal = createConcealer();
  const ofPrefixes = createRateLimit(PER_PREFIX);
  const ofNetworks = createRateLimit(PER_NETWORK);
  const ofAll = createRateLimit(IN_ALL);
  const ofSites = createRateLimit(PER_SITE);
  const minute = () => Math.floor(now() / MINUTE);

  function allowsSite(host: string): boolean {
    const site = siteOf(host);
    return host === site || host === `www.${site}` || ofSites.allows(site, minute());
  }

  return {
    allowsQuestion: (sender) => ofPrefixes.allows(sender === null ? "unknown" : conceal(sender.prefix), minute()),
    allowsMeasurement: (sender, host) =>
      ofNetworks.allows(sender?.network ?? "unknown", minute()) && allowsSite(host) && ofAll.allows("all", minute()),
    allowsSite,
    pause: () => (minute() + 1) * MINUTE - now(),
  };
}
