import type { CheckResult } from "../../net/check-result.ts";
import { HOUR, MINUTE } from "../../time.ts";
import { alike, type Hypothesis, type Row } from "./hypotheses.ts";

/*
 * The parameters of the diagnosis, all in this file and in `fault-likelihoods.ts`. A number is the probability of a piece of
 * evidence if the hypothesis were true. Unless a comment names another source, a number was judged when it was written (2026-11-23 to
 * 2026-11-28) and refitted with `npm run accuracy`.
 */

/**
 * How often each is the cause of a failed load, before anything else is known. Judged, anchored on two studies of failed page
 * loads: Padmanabhan and others, CoNEXT 2006 (a third to two fifths of failures are the client's own name resolution, most of the
 * rest the far side's), and WebProfiler, COMSNETS 2010 (contrast between clients and servers tells them apart).
 */
export const PRIOR: Row = {
  device: 0.2,
  dns: 0.05,
  portal: 0.03,
  proxy: 0.04,
  clock: 0.02,
  interception: 0.02,
  isp: 0.025,
  site: 0.4,
  provider: 0.03,
};

// --- Contrast: what other sites do at the same time. This is the strongest evidence. ---

/** The causes on this side of the connection: a total one hits every site. */
export const OWN_SIDE = ["device", "dns", "portal", "proxy", "clock", "interception"] as const;

/** The probability that another, unrelated site fails at the same time if the cause is on this side. */
export const OTHER_FAILS: { [hypothesis in (typeof OWN_SIDE)[number]]: number } = {
  device: 0.96,
  dns: 0.85,
  portal: 0.94,
  proxy: 0.92,
  clock: 0.9,
  interception: 0.85,
};
/** A failure that the hypothesis does not explain: two unrelated troubles at once. */
export const COINCIDENCE = 0.02;
/** The kind of another site's failure counts half (as an exponent): failures of one trouble resemble each other anyway. */
export const OTHER_KIND_WEIGHT = 0.5;
/** An answer counts at least this much: even in a total outage something is cached or hosted elsewhere. */
export const FLOOR = 0.03;
/** More other sites than this add nothing: they are not fully independent of each other. */
export const OTHERS_COUNTED = 8;
/** No site at all answers: trouble of the connection always leaves some sites working. */
export const NOBODY_ANSWERS = alike(1, { isp: 0.1 });

// --- Contrast on the suspected place. ---

/** The probability that another site on the place in trouble fails too: outages of clouds are partial. */
export const SAME_PLACE_FAILS = 0.7;
/** The probability that any other site is hosted by chance on the place that is suspected. */
export const PLACE_SHARE = 0.12;
/** The probability that any other site is hosted on the suspected provider, in any region: the largest hosts about a third of what is hosted on clouds. */
export const WHOLE_PROVIDER_SHARE = 0.3;
/**
 * A name that is not found and a server that answers wrongly are seldom one outage. Where just one of the two failures concerns
 * the name or the certificate, a place that is only guessed explains this much of the other's failure. Checked by `npm run accuracy` only.
 */
export const UNLIKE_KINDS = 0.25;
/** A neighbour on the suspected place has a blip: the normal form of a partial outage, and rare otherwise. */
export const NEIGHBOUR_BLIP = alike(0.06, { provider: 0.5, isp: 0.15, device: 0.1 });
/** A neighbour on the suspected place failed and works again: that supports and contradicts an outage there. */
export const NEIGHBOUR_RECOVERED = alike(0.15, { provider: 0.5, isp: 0.25, device: 0.2 });

/**
 * Trouble of the connection affects an unknown share of all sites, and so does a cloud of those whose host is not known. Each
 * site that fails or answers is an observation of that share. These counts are the prior: for the connection any share is as
 * likely as any other, for a cloud it is seldom more than a quarter.
 */
export const SHARE_OF_ISP = { failed: 1, answered: 1 };
export const SHARE_OF_CLOUD = { failed: 1, answered: 6 };

// --- Contrast in time: what worked before. ---

/**
 * How long each trouble usually lasts, in milliseconds; 0 where earlier answers of others do not date its begin. What worked
 * a moment before the first failure contradicts a trouble that lasts long: it must have begun in just that moment.
 */
export const LASTS: { [hypothesis in Hypothesis]: number } = {
  device: 3 * MINUTE,
  dns: 5 * MINUTE,
  portal: 3 * MINUTE,
  proxy: 10 * MINUTE,
  clock: 2 * HOUR,
  interception: 2 * HOUR,
  isp: 0,
  site: 0,
  provider: 0,
};
/** Trouble of the connection spares half of all sites, so earlier answers of others hardly contradict it. */
export const ISP_WORKED_BEFORE = 0.6;
/** "It worked a moment before" leaves at least this much of a hypothesis: everything breaks at some moment. */
export const BROKE_JUST_NOW = 0.03;
/** The site already failed while others still worked: no trouble of this side explains both. */
export const FAILED_BEFORE = alike(0.1, { site: 1, provider: 1, isp: 1, dns: 0.3, proxy: 0.3, clock: 0.3, interception: 0.3, portal: 0.3 });

// --- The check, the clock and the feed. ---

/**
 * The result of the reachability check. A mirror that answers proves the connection; one that does not proves little alone, and one on
 * this device or its own network nothing.
 */
export const REACHABILITY: { [result in CheckResult]: Row } = {
  "reached-locally": alike(1),
  reached: {
    device: 0.05,
    dns: 0.25,
    portal: 0.02,
    proxy: 0.4,
    clock: 0.15,
    interception: 0.15,
    isp: 0.93,
    site: 0.97,
    provider: 0.95,
  },
  captive: {
    device: 0.002,
    dns: 0.002,
    portal: 0.97,
    proxy: 0.005,
    clock: 0.002,
    interception: 0.005,
    isp: 0.001,
    site: 0.001,
    provider: 0.001,
  },
  unreachable: {
    device: 0.9,
    dns: 0.8,
    portal: 0.15,
    proxy: 0.5,
    clock: 0.8,
    interception: 0.8,
    isp: 0.08,
    site: 0.01,
    provider: 0.015,
  },
};

/** The local clock differs from the mirror's by more than an hour. */
export const CLOCK_SKEW = alike(0.01, { clock: 0.9, interception: 0.02 });

/** A mirror says that the local clock is right. */
export const CLOCK_RIGHT = alike(1, { clock: 0.002 });

/** The feed has an incident of the place that hosts the failing part; without an outage that is a coincidence. */
export const INCIDENT = alike(0.004, { provider: 0.5 });
/** Such an incident that is minor, ending, months old, or reported by people only. */
export const WEAK_INCIDENT = alike(0.04, { provider: 0.5 });

/** The feed says that this network reaches little of anything. */
export const NETWORK_REPORTED = alike(0.04, { isp: 0.5 });

/** Parts of the site that are hosted elsewhere fail as well: they may depend on the suspected place, but the site itself explains it better. */
export const FAILS_ELSEWHERE_TOO = alike(1, { provider: 0.3 });

/** Others, or the site itself, report that the site is in trouble. */
export const SITE_REPORTED = alike(0.01, { site: 0.5, provider: 0.3 });

/**
 * Vantages elsewhere measured that the place fails, or the site. One vantage needs two rounds, and may have trouble of its own way; several
 * agree by chance as seldom as an official word is wrong. Judged (2026-12-01), as the two kinds of incident.
 */
export const PLACE_FAILS_AT_ONE = alike(0.04, { provider: 0.5 });
export const PLACE_FAILS_AT_SEVERAL = alike(0.004, { provider: 0.5 });
export const SITE_FAILS_AT_ONE = alike(0.04, { site: 0.5, provider: 0.3 });
/**
 * They measured that it answers since the trouble began. Outages are partial, and a place is measured by one name, so that speaks against
 * its outage without refuting it; the site itself may still fail for some. Judged (2026-12-01).
 */
export const PLACE_ANSWERS_ELSEWHERE = alike(1, { provider: 0.3 });
export const SITE_ANSWERS_ELSEWHERE = alike(1, { provider: 0.3, site: 0.7 });

// --- From probability to verdict. ---

/** A scope is named from this probability on. */
export const LIKELY = 0.8;
/** The same for one site's own trouble while several others have troubles too: a shared one that is not recognised is likelier. */
export const LIKELY_AMONG_SEVERAL = 0.95;
