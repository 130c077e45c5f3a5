import { describe, expect, test } from "vitest";
import type { Evidence } from "../../../utils/core/diagnosis/evidence.ts";
import type { Finding, Verdict } from "../../../utils/core/diagnosis/verdict.ts";
import { type Episode, followEpisodes } from "../../../utils/core/history/episodes.ts";

const verdict = (site: string, finding: Finding, evidence: Evidence[] = []): Verdict => ({
  ...finding,
  site,
  confidence: 0.9,
  since: 1000,
  evidence,
});
const siteFails = (site: string, evidence?: Evidence[]) => verdict(site, { scope: "site", cause: "http", subject: site }, evidence);
const cloudFails = (site: string, evidence?: Evidence[]) =>
  verdict(site, { scope: "provider", cause: "both", subject: "aws/us-east-1" }, evidence);
const unclear = (site: string) => verdict(site, { scope: "unclear", cause: null, subject: site });
const deviceFails = (site: string) => verdict(site, { scope: "local", cause: "no-internet", subject: null });

const follow = (steps: Verdict[][]): Episode[] => {
  const rows = new Map<string, Episode>();
  let open: Episode[] = [];
  steps.forEach((verdicts, index) => {
    const step = followEpisodes(open, verdicts, 2000 + index * 1000);
    for (const episode of step.changed) rows.set(`${episode.site}@${episode.started}`, episode);
    open = step.open;
  });
  return [...rows.values()];
};

describe("the history of trouble", () => {
  test("keeps one episode from the first verdict to the last", () => {
    expect(follow([[siteFails("a.example")], [siteFails("a.example")], []])).toMatchObject([
      { site: "a.example", started: 1000, ended: 4000, finding: { scope: "site", cause: "http", subject: "a.example" } },
    ]);
  });

  test("keeps no single failure that blames nobody", () => {
    expect(follow([[unclear("a.example")], []])).toEqual([]);
  });

  test("keeps the finding that reached furthest, and when it was first found", () => {
    expect(follow([[siteFails("a.example")], [cloudFails("a.example")], [unclear("a.example")]])).toMatchObject([
      { finding: { scope: "provider", cause: "both", subject: "aws/us-east-1" }, foundAt: 3000, ended: null },
    ]);
  });

  test("counts a lost connection once, however many sites it affects", () => {
    expect(follow([[deviceFails("a.example"), deviceFails("b.example")], []])).toMatchObject([
      { site: "", finding: { scope: "local" }, ended: 3000 },
    ]);
  });

  test("keeps a way that is cut with each site, and calls it an outage once somebody else does", () => {
    const cut = verdict("a.example", { scope: "network", cause: "route", subject: "cloudflare" });
    const outage = verdict("a.example", { scope: "provider", cause: "both", subject: "cloudflare" });
    expect(follow([[siteFails("a.example")], [cut], []])).toMatchObject([{ site: "a.example", finding: { cause: "route" } }]);
    expect(follow([[cut], [outage], [cut]])).toMatchObject([{ site: "a.example", finding: { scope: "provider" } }]);
  });

  test("keeps no site that turns the person away", () => {
    expect(follow([[verdict("a.example", { scope: "clear", cause: "refuses", subject: "a.example" })], []])).toEqual([]);
  });

  test("keeps when the provider acknowledged it, and that it was silent before", () => {
    const silent: Evidence = { kind: "official-silent", provider: "aws", checked: "2021-12-07T15:40:00Z" };
    const acknowledged: Evidence = {
      kind: "incident",
      id: "aws-1",
      provider: "aws",
      region: "us-east-1",
      severity: "major",
      status: "investigating",
      title: "Increased error rates",
      areas: [],
      services: [],
      started: "2021-12-07T15:30:00Z",
      acknowledged: "2021-12-07T16:22:00Z",
    };
    expect(follow([[cloudFails("a.example", [silent])], [cloudFails("a.example", [acknowledged])]])).toMatchObject([
      { officialSilent: true, acknowledged: "2021-12-07T16:22:00Z" },
    ]);
  });

  test("changes nothing when the verdict stays the same, so that nothing is written", () => {
    const first = followEpisodes([], [siteFails("a.example")], 2000);
    expect(followEpisodes(first.open, [siteFails("a.example")], 3000).changed).toEqual([]);
  });
});
