import type { Evidence } from "../../../utils/core/diagnosis/evidence.ts";
import type { LocalCause, SiteCause, Verdict } from "../../../utils/core/diagnosis/verdict.ts";
import type { Incident } from "../../../utils/core/feed/feed.ts";
import { MINUTE } from "../../../utils/core/time.ts";
import type { FeedStatus } from "../../../utils/core/view/feed-status.ts";
import type { OfficialStatement } from "../../../utils/core/view/official-statement.ts";
import type { Situation } from "../../../utils/core/view/situation.ts";

/** Every state the popup can be in, as plain data: the afternoon of 7 December 2021 and quieter and stranger days. */

export const NOW = Date.parse("2021-12-07T16:34:00Z");
const at = (minutes: number) => new Date(NOW + minutes * MINUTE).toISOString();

const FRESH: FeedStatus = { state: "fresh", issued: at(-2), checked: at(-1) };
const NETFLIX = { id: "netflix", name: "Netflix", names: { ar: "نتفليكس" } };

const QUIET: Situation = {
  now: NOW,
  verdict: { scope: "clear", cause: null, subject: null, site: "netflix.com", confidence: 0.97, since: null, evidence: [] },
  host: "www.netflix.com",
  seen: true,
  service: NETFLIX,
  hostedOn: [{ host: "api.netflix.com", place: { provider: "aws", region: "us-east-1" }, failing: false }],
  answeredLately: 12,
  incident: null,
  official: null,
  crowd: null,
  feed: FRESH,
  access: "full",
  recoveredTabs: [],
};

const failures = (over: Partial<Evidence & { kind: "failures" }> = {}): Evidence => ({
  kind: "failures",
  site: "netflix.com",
  count: 4,
  failure: "http.error",
  status: 503,
  seconds: 95,
  ...over,
});
const othersWork: Evidence = { kind: "others-work", sites: 12, seconds: 60 };

export const AWS_INCIDENT: Incident = {
  id: "aws-us-east-1-20211207-1",
  provider: "aws",
  region: "us-east-1",
  services: ["DynamoDB", "EC2"],
  site: null,
  severity: "critical",
  status: "investigating",
  started: at(-62),
  updated: at(-3),
  resolved: null,
  title: "Increased error rates",
  summary: "We are investigating increased error rates for the AWS Management Console and for APIs in the US-EAST-1 Region.",
  advice: [
    { for: "user", text: "Sign in to the console through https://us-west-2.console.aws.amazon.com instead." },
    { for: "operator", text: "Fail over to another Region where you can." },
  ],
  official: { url: "https://status.aws.amazon.com/", acknowledged: at(-12) },
  crowd: {
    reporters: 20000,
    networks: 900,
    baseline: 20,
    series: [0, 0, 0, 5, 10, 10, 5, 10, 5, 10, 10, 40, 900, 4200, 9000, 13500, 16400, 18200, 19500, 20000, 19800, 19000, 17800, 16900],
  },
  affects: ["netflix", "amazon", "coinbase"],
};

const AWS_STATEMENT: OfficialStatement = {
  state: "stated",
  provider: "aws",
  url: "https://status.aws.amazon.com/",
  acknowledged: at(-12),
  title: AWS_INCIDENT.title,
  summary: AWS_INCIDENT.summary,
  updated: at(-3),
};

const incidentEvidence: Evidence = {
  kind: "incident",
  id: AWS_INCIDENT.id,
  provider: "aws",
  region: "us-east-1",
  severity: "critical",
  status: "investigating",
  title: AWS_INCIDENT.title,
  services: AWS_INCIDENT.services,
  started: AWS_INCIDENT.started,
  acknowledged: at(-12),
};

const sameCloud: Evidence = {
  kind: "same-cloud-fails",
  provider: "aws",
  region: "us-east-1",
  sites: ["netflix.com", "coinbase.com", "disneyplus.com"],
};

const OUTAGE: Verdict = {
  scope: "provider",
  cause: "both",
  subject: "aws/us-east-1",
  site: "netflix.com",
  confidence: 0.98,
  since: NOW - 58 * MINUTE,
  evidence: [
    incidentEvidence,
    sameCloud,
    failures(),
    othersWork,
    { kind: "crowd", about: "aws/us-east-1", reporters: 20000, networks: 900 },
  ],
};

const FAILING_ON_AWS: Situation["hostedOn"] = [
  { host: "api.netflix.com", place: { provider: "aws", region: "us-east-1" }, failing: true },
  { host: "assets.nflxext.com", place: { provider: "akamai", region: null }, failing: false },
];

const outage = (over: Partial<Situation> = {}): Situation => ({
  ...QUIET,
  verdict: OUTAGE,
  hostedOn: FAILING_ON_AWS,
  incident: AWS_INCIDENT,
  official: AWS_STATEMENT,
  crowd: AWS_INCIDENT.crowd && { ...AWS_INCIDENT.crowd, about: "aws/us-east-1", first: at(-61) },
  ...over,
});

const correlated = outage({
  verdict: {
    ...OUTAGE,
    cause: "correlated",
    since: NOW - 4 * MINUTE,
    evidence: [
      sameCloud,
      failures(),
      othersWork,
      { kind: "part-fails", host: "api.netflix.com", provider: "aws", region: "us-east-1" },
      { kind: "official-silent", provider: "aws", checked: at(-1) },
    ],
  },
  incident: null,
  official: { state: "silent", provider: "aws", checked: at(-1) },
  crowd: null,
});

const site = (cause: SiteCause, evidence: Evidence[], over: Partial<Situation> = {}): Situation => ({
  ...QUIET,
  verdict: {
    scope: "site",
    cause,
    subject: "cornerbakery.example",
    site: "cornerbakery.example",
    confidence: 0.9,
    since: NOW - 3 * MINUTE,
    evidence,
  },
  host: "shop.cornerbakery.example",
  service: null,
  hostedOn: [],
  answeredLately: 7,
  ...over,
});

const bakery = (over: Partial<Evidence & { kind: "failures" }>) => failures({ site: "cornerbakery.example", ...over });

const local = (cause: LocalCause, evidence: Evidence[], over: Partial<Situation> = {}): Situation => ({
  ...QUIET,
  verdict: { scope: "local", cause, subject: null, site: "netflix.com", confidence: 0.97, since: NOW - 2 * MINUTE, evidence },
  answeredLately: 0,
  feed: { state: "stale", issued: at(-45), checked: at(-1), reason: "mirror 1: no answer; mirror 2: no answer" },
  ...over,
});

const unclear = (evidence: Evidence[], over: Partial<Situation> = {}): Situation => ({
  ...QUIET,
  verdict: { scope: "unclear", cause: null, subject: "netflix.com", site: "netflix.com", confidence: 0.6, since: NOW - 20_000, evidence },
  answeredLately: 3,
  ...over,
});

export const SITUATIONS: { [name: string]: Situation } = {
  clear: QUIET,
  "clear-basic": { ...QUIET, access: "basic" },
  "clear-empty-tab": { ...QUIET, host: null, service: null, hostedOn: [], verdict: { ...QUIET.verdict, site: null } as Verdict },
  "clear-cloud-reported": { ...QUIET, incident: AWS_INCIDENT, official: AWS_STATEMENT },
  "clear-unseen": { ...QUIET, seen: false, hostedOn: [], host: "netflix.com" },
  "clear-others-report": {
    ...QUIET,
    seen: false,
    hostedOn: [],
    host: "netflix.com",
    crowd: { reporters: 400, networks: 60, baseline: 5, series: [0, 5, 20, 120, 300, 400], about: "netflix", first: at(-24) },
  },
  "clear-recovered": { ...QUIET, recoveredTabs: [3, 8, 9] },
  "provider-both": outage(),
  "provider-incident": outage({
    verdict: { ...OUTAGE, cause: "incident", evidence: [incidentEvidence, failures(), othersWork] } as Verdict,
  }),
  "provider-correlated": correlated,
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
  "provider-whole-toolbar": outage({ host: null, service: null, hostedOn: [], verdict: { ...OUTAGE, site: null } as Verdict }),
  "site-http": site("http", [
    bakery({}),
    { kind: "others-work", sites: 7, seconds: 60 },
    { kind: "reachability", result: "reached", seconds: 25 },
  ]),
  "site-muted": site("http", [bakery({}), othersWork]),
  "site-everybody": site("http", [bakery({}), { kind: "crowd", about: "cornerbakery", reporters: 50, networks: 12 }, othersWork], {
    crowd: {
      reporters: 50,
      networks: 12,
      baseline: 5,
      series: [0, 5, 0, 5, 5, 10, 20, 35, 50, 55, 50, 50],
      about: "cornerbakery",
      first: at(-31),
    },
  }),
  "site-only-here": site("http", [bakery({ status: 403 }), { kind: "works-for-others", site: "cornerbakery.example" }, othersWork]),
  "site-slow": site("slow", [{ kind: "slow", site: "cornerbakery.example", count: 2, seconds: 15 }, othersWork]),
  "site-tls": site("tls", [bakery({ failure: "tls.cert.name_invalid", status: null, count: 2 }), othersWork]),
  "site-dns": site("dns", [bakery({ failure: "dns.name_not_resolved", status: null, count: 1 }), othersWork], { access: "basic" }),
  "site-unreachable": site("unreachable", [bakery({ failure: "tcp.refused", status: null, count: 3, seconds: 40 }), othersWork]),
  "site-long-name": site("http", [failures({ site: "a-rather-long-name-of-a-municipal-library.example" }), othersWork], {
    host: "reservations.catalogue.a-rather-long-name-of-a-municipal-library.example",
  }),
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
