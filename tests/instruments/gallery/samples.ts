import type { Evidence } from "../../../utils/core/diagnosis/evidence.ts";
import type { Verdict } from "../../../utils/core/diagnosis/verdict.ts";
import { MINUTE } from "../../../utils/core/time.ts";
import type { Situation } from "../../../utils/core/view/situation.ts";
import { SITES } from "./site-samples.ts";
import {
  AWS_INCIDENT,
  AWS_STATEMENT,
  at,
  CHICAGO,
  correlated,
  FRANKFURT,
  FRESH,
  failures,
  incidentEvidence,
  local,
  NOW,
  OUTAGE,
  othersWork,
  outage,
  QUIET,
  refusal,
  route,
  unclear,
} from "./situation-parts.ts";

export const SITUATIONS: { [name: string]: Situation } = {
  clear: QUIET,
  "clear-basic": { ...QUIET, access: "basic" },
  "clear-empty-tab": { ...QUIET, host: null, service: null, hostedOn: [], verdict: { ...QUIET.verdict, site: null } as Verdict },
  "clear-cloud-reported": { ...QUIET, incident: AWS_INCIDENT, official: AWS_STATEMENT },
  "clear-unseen": { ...QUIET, opened: false, hostedOn: [], host: "netflix.com" },
  "clear-others-report": {
    ...QUIET,
    opened: false,
    hostedOn: [],
    host: "netflix.com",
    crowd: { reporters: 400, networks: 60, baseline: 5, series: [0, 5, 20, 120, 300, 400], about: "netflix", first: at(-24) },
  },
  "clear-slower": {
    ...QUIET,
    verdict: {
      ...QUIET.verdict,
      evidence: [
        { kind: "slower", site: "netflix.com", seconds: 6, usually: 0.4 },
        { kind: "others-as-fast", sites: 4 },
      ],
    } as Verdict,
  },
  "clear-refuses": refusal([{ kind: "refused", site: "cornerbakery.example", status: 403 }]),
  "clear-refuses-often": refusal([{ kind: "refused", site: "cornerbakery.example", status: 429 }]),
  "clear-challenged": refusal([{ kind: "challenged", site: "cornerbakery.example" }]),
  "clear-recovered": { ...QUIET, recoveredTabs: [3, 8, 9] },
  "provider-both": outage(),
  "provider-incident": outage({
    verdict: { ...OUTAGE, cause: "incident", evidence: [incidentEvidence, failures(), othersWork] } as Verdict,
  }),
  "provider-correlated": correlated,
  "provider-fails-elsewhere": {
    ...correlated,
    verdict: {
      ...correlated.verdict,
      evidence: [
        { kind: "written-by", site: "netflix.com", writer: "edge", provider: "aws" },
        ...correlated.verdict.evidence.slice(0, 3),
        { kind: "measured", about: "aws/us-east-1", site: null, answered: [], failed: [FRANKFURT, CHICAGO], at: at(-1) },
      ],
    } as Verdict,
  },
  "provider-unreadable": { ...correlated, official: { state: "unreadable", provider: "aws", checked: at(-50) } },
  "provider-recovering": outage({
    verdict: {
      ...OUTAGE,
      evidence: [
        incidentEvidence,
        { kind: "partly-works", site: "netflix.com", failed: 3, succeeded: 9 },
        { kind: "recovering", site: "netflix.com" },
      ],
    } as Verdict,
    recoveredTabs: [7],
  }),
  "provider-no-region": {
    ...correlated,
    verdict: {
      ...OUTAGE,
      cause: "correlated",
      subject: "cloudflare",
      evidence: [
        { kind: "same-cloud-fails", provider: "cloudflare", region: null, sites: ["x.com", "chatgpt.com"] },
        { kind: "same-cloud-works", provider: "cloudflare", region: null, sites: 2 },
        failures(),
        othersWork,
      ],
    } as Verdict,
    official: { state: "silent", provider: "cloudflare", checked: at(-1) },
    hostedOn: [{ host: "netflix.com", place: { provider: "cloudflare", region: null }, failing: true }],
  },
  "provider-elsewhere": {
    ...correlated,
    host: null,
    service: null,
    hostedOn: [],
    verdict: { ...correlated.verdict, site: null } as Verdict,
  },
  "provider-regional": outage({
    verdict: { ...OUTAGE, evidence: [{ ...incidentEvidence, areas: ["DE", "FR"] } as Evidence, failures(), othersWork] } as Verdict,
  }),
  "provider-whole-toolbar": outage({ host: null, service: null, hostedOn: [], verdict: { ...OUTAGE, site: null } as Verdict }),
  ...SITES,
  "network-isp": {
    ...QUIET,
    verdict: {
      scope: "network",
      cause: "isp",
      subject: null,
      site: "netflix.com",
      confidence: 0.92,
      since: NOW - 6 * MINUTE,
      evidence: [
        { kind: "others-fail", sites: 8, seconds: 120 },
        { kind: "others-work", sites: 2, seconds: 120 },
        failures({ failure: "tcp.timed_out", status: null, count: 2 }),
        { kind: "reachability", result: "reached", seconds: 40 },
      ],
    },
    answeredLately: 2,
  },
  "network-slow": {
    ...QUIET,
    verdict: {
      scope: "network",
      cause: "isp",
      subject: null,
      site: "netflix.com",
      confidence: 0.8,
      since: NOW - 3 * MINUTE,
      evidence: [
        { kind: "slower", site: "netflix.com", seconds: 7, usually: 0.5 },
        { kind: "others-slower", sites: 3 },
      ],
    },
  },
  "network-route": route([
    { kind: "always-or-never", provider: "cloudflare", region: null, always: 3, never: 2 },
    { kind: "same-cloud-fails", provider: "cloudflare", region: null, sites: ["cornerbakery.example", "x.com", "chatgpt.com"] },
    { kind: "cut-off-together", provider: "cloudflare", network: null, country: "ES", since: at(-48) },
    othersWork,
    { kind: "official-silent", provider: "cloudflare", checked: at(-1) },
  ]),
  "local-offline": local("offline", [{ kind: "browser-offline" }, { kind: "feed-unreachable", mirrors: 2 }]),
  "local-no-internet": local("no-internet", [
    { kind: "others-fail", sites: 5, seconds: 40 },
    { kind: "reachability", result: "unreachable", seconds: 8 },
    { kind: "feed-unreachable", mirrors: 2 },
  ]),
  "local-dns": local("dns", [
    { kind: "names", sites: 4 },
    { kind: "reachability", result: "unreachable", seconds: 12 },
  ]),
  "local-captive-portal": local("captive-portal", [
    { kind: "reachability", result: "captive", seconds: 5 },
    { kind: "certificates", sites: 3, problem: "authority" },
  ]),
  "local-proxy": local("proxy", [
    { kind: "proxy", failure: "tcp.failed" },
    { kind: "others-fail", sites: 3, seconds: 30 },
  ]),
  "local-clock": local(
    "clock",
    [
      { kind: "clock-skew", minutes: 525_600 },
      { kind: "certificates", sites: 3, problem: "date" },
    ],
    { answeredLately: 2 },
  ),
  "local-interception": local("interception", [{ kind: "certificates", sites: 11, problem: "authority" }, othersWork], {
    answeredLately: 4,
  }),
  "local-own-page": local(
    "interception",
    [
      { kind: "certificates", sites: 1, problem: "authority" },
      { kind: "others-work", sites: 6, seconds: 60 },
    ],
    { answeredLately: 6, feed: FRESH },
  ),
  "local-not-pinned": local("interception", [{ kind: "not-pinned", site: "netflix.com" }, othersWork], { answeredLately: 4 }),
  "local-filter": local("blocked", [{ kind: "null-address", site: "netflix.com" }, othersWork], { answeredLately: 5, feed: FRESH }),
  "local-blocked": local("blocked", [{ kind: "blocked", site: "netflix.com" }], { answeredLately: 5, feed: FRESH }),
  "unclear-first": unclear([
    { kind: "first-failure", site: "netflix.com", failure: "tcp.timed_out", status: null },
    { kind: "others-work", sites: 3, seconds: 30 },
  ]),
  "unclear-basic": unclear(
    [{ kind: "first-failure", site: "netflix.com", failure: "tcp.timed_out", status: null }, { kind: "basic-access" }],
    { access: "basic" },
  ),
  "feed-not-set": unclear([{ kind: "first-failure", site: "netflix.com", failure: "tcp.reset", status: null }], {
    feed: { state: "not-set" },
  }),
  "feed-never": { ...QUIET, feed: { state: "never", reason: "mirror 1: no answer" } },
  "feed-stale": { ...QUIET, feed: { state: "stale", issued: at(-190), checked: at(-3), reason: "mirror 1: no answer" } },
  "feed-refused": { ...QUIET, feed: { state: "refused", issued: at(-20), checked: at(-1), reason: "signature does not match key a1" } },
  "feed-frozen": {
    ...QUIET,
    feed: { state: "frozen", issued: at(-19), checked: at(-1), reason: "no mirror has anything newer than number 7" },
  },
  "feed-several": {
    ...QUIET,
    otherFeeds: [
      { name: "feed.company.example", status: { state: "fresh", issued: at(-2), checked: at(-1) } },
      { name: "lab.example", status: { state: "never", reason: "HTTP 502" } },
    ],
  },
  "feed-refused-first": { ...QUIET, feed: { state: "refused", issued: null, checked: at(-1), reason: "larger than 256 kB" } },
};
