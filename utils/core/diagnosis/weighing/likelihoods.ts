import type { BrowserFamily } from "../../net/classify-error.ts";
import type { FaultKind } from "../../net/failure.ts";
import { HOUR, MINUTE } from "../../time.ts";

/**
 * The parameters of the diagnosis, all in one place. A number here is the chance of seeing a piece of evidence if the
 * hypothesis were true. They began as judgement, anchored on two studies of failed page loads (Padmanabhan and others, CoNEXT
 * 2006: a third to two fifths of failures are the client's own name resolution, most of the rest the far side's; WebProfiler,
 * COMSNETS 2010: contrast between clients and servers tells them apart), and are refitted with `npm run accuracy`.
 */
export const HYPOTHESES = ["device", "dns", "portal", "proxy", "clock", "interception", "isp", "site", "provider"] as const;
export type Hypothesis = (typeof HYPOTHESES)[number];
export type Row = { [hypothesis in Hypothesis]: number };

const row = (
  device: number,
  dns: number,
  portal: number,
  proxy: number,
  clock: number,
  interception: number,
  isp: number,
  site: number,
  provider: number,
): Row => ({ device, dns, portal, proxy, clock, interception, isp, site, provider });

/** Evidence that says nothing about most hypotheses: all alike, but for those named. */
export const alike = (chance: number, but: Partial<Row>): Row => ({
  ...row(chance, chance, chance, chance, chance, chance, chance, chance, chance),
  ...but,
});

/** How often each is the reason of a failed load, before anything else is known. */
export const PRIOR = row(0.2, 0.05, 0.03, 0.04, 0.02, 0.02, 0.025, 0.4, 0.03);

type Kind = FaultKind | "slow";

/** What the browser said of the failure. Rows need not sum to one over kinds: only ratios within a row count. */
const KIND: { [kind in Kind]?: Row } = {
  offline: row(0.35, 0.005, 0.01, 0.01, 0.0005, 0.0005, 0.01, 0.0005, 0.0005),
  "network-changed": row(0.2, 0.005, 0.01, 0.01, 0.0005, 0.0005, 0.01, 0.002, 0.002),
  device: row(0.2, 0.005, 0.005, 0.01, 0.0005, 0.0005, 0.005, 0.002, 0.002),
  dns: row(0.25, 0.95, 0.15, 0.03, 0.01, 0.01, 0.08, 0.12, 0.08),
  timeout: row(0.15, 0.03, 0.1, 0.06, 0.01, 0.02, 0.45, 0.22, 0.22),
  refused: row(0.04, 0.005, 0.08, 0.04, 0.005, 0.01, 0.07, 0.1, 0.08),
  reset: row(0.05, 0.005, 0.08, 0.08, 0.01, 0.05, 0.15, 0.09, 0.09),
  unreachable: row(0.25, 0.005, 0.03, 0.02, 0.005, 0.01, 0.1, 0.05, 0.05),
  http: row(0.0005, 0.0005, 0.01, 0.05, 0.0005, 0.0005, 0.002, 0.45, 0.45),
  clock: row(0.001, 0.001, 0.03, 0.005, 0.95, 0.02, 0.001, 0.02, 0.003),
  interception: row(0.002, 0.002, 0.5, 0.1, 0.02, 0.9, 0.004, 0.02, 0.003),
  portal: row(0.001, 0.001, 0.6, 0.01, 0.001, 0.001, 0.002, 0.001, 0.001),
  proxy: row(0.005, 0.002, 0.01, 0.9, 0.001, 0.001, 0.002, 0.002, 0.002),
  gateway: row(0.02, 0.02, 0.03, 0.5, 0.001, 0.002, 0.08, 0.12, 0.1),
  tls: row(0.003, 0.003, 0.08, 0.1, 0.02, 0.1, 0.01, 0.06, 0.03),
  slow: row(0.06, 0.02, 0.05, 0.08, 0.005, 0.01, 0.18, 0.14, 0.14),
  protocol: row(0.02, 0.005, 0.02, 0.05, 0.005, 0.03, 0.05, 0.05, 0.05),
  ambiguous: row(0.05, 0.03, 0.05, 0.05, 0.02, 0.03, 0.05, 0.05, 0.05),
};

/** Firefox has no word of its own for "no route": it says "refused" for that too (ErrorList.py, release 153). */
const REFUSED_IN_FIREFOX = row(0.15, 0.005, 0.08, 0.04, 0.005, 0.01, 0.1, 0.1, 0.08);

/** What a kind of failure speaks for; null for kinds that are never evidence. */
export function kindRow(browser: BrowserFamily, kind: Kind): Row | null {
  if (browser === "firefox" && kind === "refused") return REFUSED_IN_FIREFOX;
  return KIND[kind] ?? null;
}

/**
 * The kinds that a partial trouble of this side causes by itself: such failures belong together even while others answer
 * (cached names, addresses that need no proxy, certificates that are old enough).
 */
export const TYPICAL: { [hypothesis in Hypothesis]?: readonly Kind[] } = {
  dns: ["dns"],
  proxy: ["proxy", "gateway"],
  clock: ["clock"],
  interception: ["interception"],
  portal: ["interception", "portal"],
};

/** The chance that another, unrelated site fails at the same time. This is the contrast; nothing else weighs as much. */
export const OTHER_FAILS = row(0.96, 0.85, 0.94, 0.92, 0.9, 0.85, 0.5, 0.02, 0.02);
/** A failure that the hypothesis does not explain: two unrelated troubles at once. */
export const COINCIDENCE = 0.02;
/** What another site's failure is like counts half (as an exponent): failures of one trouble resemble each other anyway. */
export const OTHER_KIND_WEIGHT = 0.5;
/** The same for another site on the cloud that is suspected: outages of clouds are partial. */
export const SAME_CLOUD_FAILS = 0.7;
/** How likely any other site stands by chance on the very cloud that is suspected. */
export const CLOUD_SHARE = 0.12;
/**
 * A name that is not found and a server that answers wrongly are seldom one outage: what a cloud that is only guessed at
 * explains of the other's failure shrinks to this much where just one of the two is of the name's or the certificate's kind.
 * Judged, and checked by `npm run accuracy` only.
 */
export const UNLIKE_KINDS = 0.25;
/** The same for a whole provider with all its regions: the largest carries about a third of what stands on clouds at all. */
export const WHOLE_CLOUD_SHARE = 0.3;
/** A hiccup of a neighbour on the suspected cloud: the normal shape of a partial outage, and rare otherwise. */
export const NEIGHBOUR_BLIP = alike(0.06, { provider: 0.5, isp: 0.15, device: 0.1 });
/** The same for one that works again: it bears witness for both sides. */
export const NEIGHBOUR_RECOVERED = alike(0.15, { provider: 0.5, isp: 0.25, device: 0.2 });
/** An answer counts this much at the least: even in a total outage something is cached or stands elsewhere. */
export const FLOOR = 0.03;
/** More other sites than this add nothing: they are not independent for ever. */
export const OTHERS_COUNTED = 8;
/**
 * Trouble between here and there takes an unknown share of all sites, and so does a cloud of those whose cloud is not known.
 * Each site that fails or answers tells of that share; these counts stand for what is known before: anything between none and
 * all, and seldom more than a quarter.
 */
export const SHARE_OF_ISP = { failed: 1, answered: 1 };
export const SHARE_OF_CLOUD = { failed: 1, answered: 6 };
/** Nobody at all answers: trouble in between, as we mean it, always leaves some sites. */
export const NOBODY_ANSWERS = alike(1, { isp: 0.1 });

/**
 * How long each trouble of this side usually lasts; 0 where answers of others say nothing about when it began. What worked a moment before the first failure speaks against a trouble that lasts long:
 * it must have begun in just that moment.
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
/** Trouble in between leaves half of all sites alone, so others that worked before say little against it, alone or not. */
export const ISP_WORKED_BEFORE = 0.6;
/** The least that "it worked a moment before" leaves of a hypothesis: something has to break at some moment. */
export const BROKE_JUST_NOW = 0.03;
/** The site failed before already, while others worked: no trouble of this side explains both. */
export const FAILED_BEFORE = alike(0.1, { site: 1, provider: 1, isp: 1, dns: 0.3, proxy: 0.3, clock: 0.3, interception: 0.3, portal: 0.3 });

/** What the reachability check found. A mirror that answers proves the way out, one that does not says little alone. */
export const REACHABILITY: { [result in "reached" | "captive" | "unreachable"]: Row } = {
  reached: row(0.05, 0.25, 0.02, 0.4, 0.15, 0.15, 0.93, 0.97, 0.95),
  captive: row(0.002, 0.002, 0.97, 0.005, 0.002, 0.005, 0.001, 0.001, 0.001),
  unreachable: row(0.9, 0.8, 0.15, 0.5, 0.8, 0.8, 0.08, 0.01, 0.015),
};

/** The local clock differs from the mirror's by more than an hour. */
export const CLOCK_SKEW = alike(0.01, { clock: 0.9, interception: 0.02 });

/** The feed names the cloud that the failing host stands on; `site` is a coincidence. */
export const INCIDENT = alike(0.004, { provider: 0.5 });
/** The same for one that is minor, ending, months old, or known from people only. */
export const WEAK_INCIDENT = alike(0.04, { provider: 0.5 });

/** Parts of the site that stand elsewhere fail as well: they may depend on the suspected cloud, but the site itself explains it better. */
export const FAILS_ELSEWHERE_TOO = alike(1, { provider: 0.3 });

/** Others, or the site itself, say that the site is in trouble. */
export const SITE_REPORTED = alike(0.01, { site: 0.5, provider: 0.3 });

/** A scope is named from this probability on, if nothing else comes near. */
export const LIKELY = 0.8;
/** The same for one site's own trouble while several others have troubles too: a shared one that is not seen through is likelier. */
export const LIKELY_AMONG_SEVERAL = 0.95;
