import { describe, expect, test } from "vitest";
import { earlyEvidence } from "../../../server/merge/early-evidence.ts";
import { namedCauses } from "../../../server/merge/named-cause.ts";
import { readFeed } from "../../../utils/core/feed/feed.ts";
import type { SourceIncident } from "../../../utils/core/status-pages/parsing/adapter.ts";

function incident(site: string, changes: Partial<SourceIncident> = {}): SourceIncident {
  return {
    id: `${site}-1`,
    provider: site,
    region: null,
    areas: [],
    services: [],
    site,
    severity: "major",
    status: "investigating",
    started: "2026-03-01T10:00:00Z",
    updated: "2026-03-01T10:05:00Z",
    resolved: null,
    title: "Errors",
    summary: "We are investigating errors.",
    advice: [],
    official: { url: `https://status.${site}.example`, acknowledged: "2026-03-01T10:00:00Z" },
    crowd: null,
    affects: [],
    ...changes,
  };
}

const HOSTED_ON: { [site: string]: string[] } = { a: ["aws"], b: ["aws", "fastly"], c: ["aws"], d: ["gcp"], e: ["azure", "aws"] };
const dependence = { dependsOn: (site: string) => HOSTED_ON[site] ?? [] };

describe("services that name their provider", () => {
  test("a service that names a provider and region as the cause is early evidence for them", () => {
    const incidents = earlyEvidence(
      [incident("a", { summary: "AWS currently has an outage that is impacting the ME-CENTRAL-1 and ME-SOUTH-1 regions." })],
      dependence,
    );
    expect(incidents).toMatchObject([
      { provider: "aws", region: "me-central-1", status: "possible", official: null, site: null, affects: ["a"] },
      { provider: "aws", region: "me-south-1", status: "possible", official: null },
    ]);
    expect(incidents[0]?.summary).toContain("https://status.a.example");
    const document = { version: 1, sequence: 1, issued: "2026-03-01T10:05:00Z", expires: "2026-03-01T10:35:00Z", incidents: incidents };
    expect(readFeed(document)).toMatchObject({ ok: true });
  });

  test.each([
    ["AWS me-central-1 Zone Issue", "Investigating.", [{ provider: "aws", region: "me-central-1" }]],
    ["Errors", "This is caused by an outage at Cloudflare.", [{ provider: "cloudflare", region: null }]],
    ["Errors", "Our cloud provider, Google Cloud, reports an incident in us-central1.", [{ provider: "gcp", region: "us-central1" }]],
    ["Errors", "The degradation is due to an Azure outage in West Europe.", [{ provider: "azure", region: "westeurope" }]],
  ])("%s: %s", (title, summary, causes) => {
    expect(namedCauses(incident("a", { title, summary }))).toEqual(causes);
  });

  test.each([
    ["Errors in the AWS integration", "Syncing with AWS fails due to an issue."],
    ["Errors", "This is unrelated to the AWS incident reported today."],
    ["AWS Marketplace billing is down", "We are investigating."],
    ["Errors", "You can host with AWS or Azure."],
  ])("mentioning is not blaming: %s: %s", (title, summary) => {
    expect(namedCauses(incident("a", { title, summary }))).toEqual([]);
  });

  test("a provider's own page does not name the provider as the cause", () => {
    expect(namedCauses(incident("aws", { provider: "aws", site: null, title: "AWS outage" }))).toEqual([]);
  });
});

describe("services that get into trouble together", () => {
  test("three on one provider within a quarter of an hour are evidence against it", () => {
    const incidents = earlyEvidence(
      [incident("a"), incident("b", { started: "2026-03-01T10:07:00Z" }), incident("c", { started: "2026-03-01T10:15:00Z" })],
      dependence,
    );
    expect(incidents).toMatchObject([
      { provider: "aws", region: null, status: "possible", official: null, started: "2026-03-01T10:00:00Z", affects: ["a", "b", "c"] },
    ]);
  });

  test("two on one provider are no evidence, nor are three that are further apart", () => {
    expect(earlyEvidence([incident("a"), incident("b")], dependence)).toEqual([]);
    expect(earlyEvidence([incident("a"), incident("b"), incident("c", { started: "2026-03-01T10:15:01Z" })], dependence)).toEqual([]);
  });

  test("services of one owner are one witness", () => {
    const one = { ...dependence, ownerOf: (site: string) => (site === "c" ? "c" : "same") };
    expect(earlyEvidence([incident("a"), incident("b"), incident("c")], one)).toEqual([]);
  });

  test("planned work and ended incidents are no evidence", () => {
    const planned = incident("c", { severity: "maintenance" });
    const over = incident("c", { status: "resolved", resolved: "2026-03-01T10:10:00Z" });
    expect(earlyEvidence([incident("a"), incident("b"), planned], dependence)).toEqual([]);
    expect(earlyEvidence([incident("a"), incident("b"), over], dependence)).toEqual([]);
  });

  test("where two providers explain it equally well, neither is named", () => {
    const both = { dependsOn: () => ["aws", "cloudflare"] };
    const tied = { dependsOn: (site: string) => (site === "a" || site === "b" ? ["aws", "gcp"] : ["gcp", "aws"]) };
    const four = ["a", "b", "c", "d"].map((site) => incident(site));
    expect(earlyEvidence(four, both)).toMatchObject([{ provider: "aws" }]);
    expect(earlyEvidence(four, tied)).toEqual([]);
  });
});
