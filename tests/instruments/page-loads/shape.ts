import type { Random } from "../scenarios/random.ts";

/*
 * The shape of real page loads, as figures. They were counted in 1,882 public recordings of page loads (2,130 loads, 1,183 sites, 135,592
 * requests, 2012–2025; looked at on 2026-11-30): each table is the values at 0, 10, 25, 50, 75, 90 and 100 % of what was seen.
 * What the recordings do not hold is marked "judged": most are one load by a robot, without log-in, polling or a second attempt.
 */

/** Values at 0, 10, 25, 50, 75, 90 and 100 %. */
export type Quantiles = readonly [number, number, number, number, number, number, number];
const SHARES = [0, 0.1, 0.25, 0.5, 0.75, 0.9, 1] as const;

/** Draws a value whose distribution has these quantiles, in proportion between two of them. */
export function draw(random: Random, quantiles: Quantiles): number {
  const share = random.next();
  const above = SHARES.findIndex((known) => known > share);
  const from = SHARES[above - 1] ?? 0;
  const low = quantiles[above - 1] ?? quantiles[0];
  const high = quantiles[above] ?? low;
  return low + ((high - low) * (share - from)) / ((SHARES[above] ?? 1) - from);
}

/** Hosts that one page load asks something of. */
export const HOSTS: Quantiles = [60, 66, 80, 110, 160, 220, 300];
/** Requests of one page load, of all types. */
export const REQUESTS: Quantiles = [200, 225, 270, 360, 480, 620, 800];
/** The share of them that the extension hears of: frames, calls, and failures. 20,891 of 135,592 on average; 286 of 788 on the largest page. */
export const HEARD: Quantiles = [0.02, 0.06, 0.1, 0.15, 0.19, 0.25, 0.36];
/** The share of the heard requests that go to the page's own registrable domain. */
export const OWN: Quantiles = [0.02, 0.04, 0.06, 0.12, 0.25, 0.6, 1];

/** Milliseconds until an answer. */
export const PAGE_MS: Quantiles = [160, 218, 362, 849, 1370, 1634, 2389];
export const CALL_MS: Quantiles = [37, 191, 221, 580, 952, 1502, 7858];
export const FRAME_MS: Quantiles = [20, 39, 141, 310, 580, 948, 3427];
export const ABORTED_MS: Quantiles = [0, 188, 189, 190, 192, 194, 905];
/** Milliseconds from the answer of the page to the end of a request that it made. */
export const AFTER_PAGE: Quantiles = [263, 900, 2400, 4300, 5950, 7465, 11_919];
/** Milliseconds from the answer of the page until it had loaded. */
export const LOADED: Quantiles = [300, 700, 1500, 5599, 9000, 12_193, 31_352];

/** Chances for one site: its page answers with a bot wall (145 of 2,130 loads), or with 404 (17). */
export const BOT_WALL = 0.07;
export const MISSING = 0.01;
/** Chance that a visit meets a page that really fails: 15 answers of 5xx and one name that was not found. */
export const REAL_FAILURE = 16 / 2130;

/** Requests of one load that end in a way of their own, for each load: of 841 pages 181 ORB and 39 CORS refusals, 41 refused and 12 unresolved scripts. */
export const PER_LOAD = { orb: 181 / 841, cors: 39 / 841, refused: 41 / 841, unresolved: 12 / 841, "bad-certificate": 8 / 841 } as const;
/** Aborted calls: one page in eight aborts them in bursts to a few hosts, the others hardly ever (2,249 of 20,891 together). */
export const ABORT_BURST = { chance: 1 / 8, calls: [9, 12, 20, 40, 70, 95, 107] as Quantiles, hosts: [2, 4] as const };
export const ABORTED = 0.01;
/** The share of calls that are answered with 204, and with a status from 400 on. The second is judged. */
export const NO_CONTENT = 0.07;
export const CLIENT_ERROR = 0.02;
/** The share of frames among the heard requests, and that of requests that a frame made. */
export const FRAMES = 0.2;
export const BY_FRAMES = 0.2;

/** The share of sites with a corner that always fails: 7 of 1,183. Four times as often here, because a robot logs in nowhere and stays on no page. */
export const CORNERS = (4 * 7) / 1183;
/** Sites with several page hosts below one registrable domain: 65 of 684. */
export const SIBLINGS = 65 / 684;

/** Milliseconds between two page loads of a session, and how many it has. */
export const BETWEEN_PAGES: Quantiles = [3000, 5000, 8000, 20_000, 45_000, 65_000, 75_000];
export const PAGES = [10, 60] as const;
