import type { BrowserFamily } from "../../net/classify-error.ts";
import type { FaultKind } from "../../net/failure.ts";
import type { Hypothesis, Row } from "./hypotheses.ts";

type Kind = FaultKind | "slow";

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

/**
 * How likely each hypothesis makes a failure of this kind. Judged on 2026-11-23, anchored on the two studies named at `PRIOR`;
 * refitted with `npm run accuracy`. It stays a matrix because a column is compared as often as a row.
 */
// biome-ignore format: the columns line up
const KIND: { [kind in Kind]?: Row } = {
  //                     device  dns     portal proxy  clock   intercept  isp    site    provider
  offline:           row(0.35,   0.005,  0.01,  0.01,  0.0005, 0.0005,    0.01,  0.0005, 0.0005),
  "network-changed": row(0.2,    0.005,  0.01,  0.01,  0.0005, 0.0005,    0.01,  0.002,  0.002),
  device:            row(0.2,    0.005,  0.005, 0.01,  0.0005, 0.0005,    0.005, 0.002,  0.002),
  dns:               row(0.25,   0.95,   0.15,  0.03,  0.01,   0.01,      0.08,  0.12,   0.08),
  timeout:           row(0.15,   0.03,   0.1,   0.06,  0.01,   0.02,      0.45,  0.22,   0.22),
  stalled:           row(0.1,    0.01,   0.1,   0.08,  0.01,   0.05,      0.45,  0.22,   0.22),
  refused:           row(0.04,   0.005,  0.08,  0.04,  0.005,  0.01,      0.07,  0.1,    0.08),
  reset:             row(0.05,   0.005,  0.08,  0.08,  0.01,   0.05,      0.15,  0.09,   0.09),
  unreachable:       row(0.25,   0.005,  0.03,  0.02,  0.005,  0.01,      0.1,   0.05,   0.05),
  http:              row(0.0005, 0.0005, 0.01,  0.05,  0.0005, 0.0005,    0.002, 0.45,   0.45),
  broken:            row(0.02,   0.002,  0.03,  0.06,  0.005,  0.05,      0.05,  0.06,   0.06),
  clock:             row(0.001,  0.001,  0.03,  0.005, 0.95,   0.02,      0.001, 0.02,   0.003),
  interception:      row(0.002,  0.002,  0.5,   0.1,   0.02,   0.9,       0.004, 0.02,   0.003),
  pin:               row(0.001,  0.001,  0.1,   0.1,   0.01,   0.95,      0.002, 0.002,  0.001),
  "null-address":    row(0.05,   0.3,    0.05,  0.02,  0.001,  0.1,       0.05,  0.01,   0.001),
  portal:            row(0.001,  0.001,  0.6,   0.01,  0.001,  0.001,     0.002, 0.001,  0.001),
  proxy:             row(0.005,  0.002,  0.01,  0.9,   0.001,  0.001,     0.002, 0.002,  0.002),
  gateway:           row(0.02,   0.02,   0.03,  0.5,   0.001,  0.002,     0.08,  0.12,   0.1),
  tls:               row(0.003,  0.003,  0.08,  0.1,   0.02,   0.1,       0.01,  0.06,   0.03),
  slow:              row(0.06,   0.02,   0.05,  0.08,  0.005,  0.01,      0.18,  0.14,   0.14),
  ambiguous:         row(0.05,   0.03,   0.05,  0.05,  0.02,   0.03,      0.05,  0.05,   0.05),
};

/** Firefox has no error of its own for "no route": it reports "refused" for that too (ErrorList.py, release 153). Judged. */
// biome-ignore format: the columns line up
const REFUSED_IN_FIREFOX =
  //                     device  dns     portal proxy  clock   intercept  isp    site    provider
                     row(0.15,   0.005,  0.08,  0.04,  0.005,  0.01,      0.1,   0.1,    0.08);

/** The likelihoods of a kind of failure; null for kinds that are never evidence. */
export function kindRow(browser: BrowserFamily, kind: Kind): Row | null {
  if (browser === "firefox" && kind === "refused") return REFUSED_IN_FIREFOX;
  return KIND[kind] ?? null;
}

/**
 * The kinds of failure that a partial trouble of this side causes by itself. Such failures belong together even while other sites
 * answer: their names are cached, their addresses need no proxy, their certificates are old enough. Judged.
 */
export const TYPICAL: { [hypothesis in Hypothesis]?: readonly Kind[] } = {
  dns: ["dns"],
  proxy: ["proxy", "gateway"],
  clock: ["clock"],
  interception: ["interception"],
  portal: ["interception", "portal"],
};
