/** Every state the popup can be in, as plain data: the afternoon of 7 December 2021 and quieter and stranger days. */

import type { Evidence } from "../../../utils/core/diagnosis/evidence.ts";
import type { LocalCause, SiteCause, Verdict } from "../../../utils/core/diagnosis/verdict.ts";
import type { Incident } from "../../../utils/core/feed/incident.ts";
import { MINUTE } from "../../../utils/core/time.ts";
import type { FeedStatus } from "../../../utils/core/view/feed-status.ts";
import type { OfficialStatement } from "../../../utils/core/view/official-statement.ts";
import type { Situation } from "../../../utils/core/view/situation.ts";

export const NOW = Date.parse("2021-12-07T16:34:00Z");
export const at = (minutes: number) => new Date(NOW + minutes * MINUTE).toISOString();
export const FRESH: FeedStatus = { state: "fresh", issued: at(-2), checked: at(-1) };
const NETFLIX = { id: "netflix", name: "Netflix", names: { ar: "نتفليكس" } };
export const QUIET: Situation = {
  now: NOW,
  verdict: { scope: "clear", cause: null, subject: null, site: "netflix.com", confidence: 0.97, since: null, evidence: [] },
  host: "www.netflix.com",
  opened: true,
  isKnown: true,
  service: NETFLIX,
  hostedOn: [{ host: "api.netflix.com", place: { provider: "aws", region: "us-east-1" }, failing: false }],
  answeredLately: 12,
  failedStatus: null,
  isCutOff: false,
  standingOutage: null,
  incident: null,
  official: null,
  crowd: null,
  feed: FRESH,
  access: "full",
  elsewhere: null,
  recoveredTabs: [],
};

export const FRANKFURT = { id: "fra", country: "DE" };
export const CHICAGO = { id: "ord", country: "US" };

export const failures = (over: Partial<Evidence & { kind: "failures" }> = {}): Evidence => ({
  kind: "failures",
  site: "netflix.com",
  count: 4,
  failure: "http.error",
  status: 503,
  seconds: 95,
  ...over,
});
export const othersWork: Evidence = { kind: "others-work", sites: 12, seconds: 60 };
export const AWS_INCIDENT: Incident = {
  id: "aws-us-east-1-20211207-1",
  provider: "aws",
  region: "us-east-1",
  areas: [],
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
    { for: "user", text: "Use the console of another Region in the meantime." },
    { for: "operator", text: "Fail over to another Region where you can." },
  ],
  official: { url: "https://status.aws.amazon.com/", acknowledged: at(-12) },
  crowd: {
    reporters: 20_000,
    networks: 900,
    baseline: 20,
    series: [
      0, 0, 0, 5, 10, 10, 5, 10, 5, 10, 10, 40, 900, 4200, 9000, 13_500, 16_400, 18_200, 19_500, 20_000, 19_800, 19_000, 17_800, 16_900,
    ],
  },
  affects: ["netflix", "amazon", "coinbase"],
};
export const AWS_STATEMENT: OfficialStatement = {
  state: "stated",
  provider: "aws",
  url: "https://status.aws.amazon.com/",
  acknowledged: at(-12),
  title: AWS_INCIDENT.title,
  summary: AWS_INCIDENT.summary,
  updated: at(-3),
};
export const incidentEvidence: Evidence = {
  kind: "incident",
  id: AWS_INCIDENT.id,
  provider: "aws",
  region: "us-east-1",
  severity: "critical",
  status: "investigating",
  title: AWS_INCIDENT.title,
  areas: [],
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
export const OUTAGE: Verdict = {
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
    { kind: "crowd", about: "aws/us-east-1", reporters: 20_000, networks: 900 },
  ],
};
const FAILING_ON_AWS: Situation["hostedOn"] = [
  { host: "api.netflix.com", place: { provider: "aws", region: "us-east-1" }, failing: true },
  { host: "assets.nflxext.com", place: { provider: "akamai", region: null }, failing: false },
];

export const outage = (over: Partial<Situation> = {}): Situation => ({
  ...QUIET,
  verdict: OUTAGE,
  hostedOn: FAILING_ON_AWS,
  incident: AWS_INCIDENT,
  official: AWS_STATEMENT,
  crowd: AWS_INCIDENT.crowd && { ...AWS_INCIDENT.crowd, about: "aws/us-east-1", first: at(-61) },
  ...over,
});
export const correlated = outage({
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

export const site = (cause: SiteCause, evidence: Evidence[], over: Partial<Situation> = {}): Situation => ({
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
  isKnown: false,
  answeredLately: 7,
  ...over,
});

export const bakery = (over: Partial<Evidence & { kind: "failures" }>) => failures({ site: "cornerbakery.example", ...over });
export const local = (cause: LocalCause, evidence: Evidence[], over: Partial<Situation> = {}): Situation => ({
  ...QUIET,
  verdict: { scope: "local", cause, subject: null, site: "netflix.com", confidence: 0.97, since: NOW - 2 * MINUTE, evidence },
  answeredLately: 0,
  feed: { state: "stale", issued: at(-45), checked: at(-1), reason: "mirror 1: no answer; mirror 2: no answer" },
  ...over,
});

/** A site that answers and turns this person away. */
export const refusal = (evidence: Evidence[]): Situation => ({
  ...QUIET,
  verdict: {
    scope: "clear",
    cause: "refuses",
    subject: "cornerbakery.example",
    site: "cornerbakery.example",
    confidence: 0.95,
    since: NOW - MINUTE,
    evidence,
  },
  host: "shop.cornerbakery.example",
  service: null,
  hostedOn: [{ host: "shop.cornerbakery.example", place: { provider: "cloudflare", region: null }, failing: false }],
});

/** Sites on Cloudflare that cannot be reached from here. */
export const route = (evidence: Evidence[], over: Partial<Situation> = {}): Situation => ({
  ...QUIET,
  verdict: {
    scope: "network",
    cause: "route",
    subject: "cloudflare",
    site: "cornerbakery.example",
    confidence: 0.93,
    since: NOW - 9 * MINUTE,
    evidence,
  },
  host: "shop.cornerbakery.example",
  service: null,
  hostedOn: [{ host: "shop.cornerbakery.example", place: { provider: "cloudflare", region: null }, failing: true }],
  answeredLately: 5,
  official: { state: "silent", provider: "cloudflare", checked: at(-1) },
  ...over,
});

export const unclear = (evidence: Evidence[], over: Partial<Situation> = {}): Situation => ({
  ...QUIET,
  verdict: { scope: "unclear", cause: null, subject: "netflix.com", site: "netflix.com", confidence: 0.6, since: NOW - 20_000, evidence },
  answeredLately: 3,
  ...over,
});
