import { describe, expect, test } from "vitest";
import { feedIncidents } from "../../../server/merge/feed-incidents.ts";
import { mergeIncidents } from "../../../server/merge/merge-incidents.ts";
import type { SourcedIncident } from "../../../server/merge/sourced-incident.ts";
import type { Incident } from "../../../utils/core/feed/incident.ts";

const NOW = Date.parse("2021-12-07T18:00:00Z");
const STARTED = "2021-12-07T15:37:00Z";

const people: Incident = {
  ...{ id: "x", provider: "aws", region: "us-east-1", areas: [], services: [], site: null, severity: "major", status: "possible" },
  ...{ started: STARTED, updated: STARTED, resolved: null, title: "Several services fail", summary: "", advice: [] },
  ...{ official: null, crowd: { reporters: 40, networks: 20, baseline: 1, series: [] }, affects: ["netflix"] },
};

const post = (more: Partial<Incident> = {}): Incident => ({
  ...{ ...people, status: "investigating", crowd: null, affects: [] },
  ...{ official: { url: "https://status.example", acknowledged: STARTED }, ...more },
});

const reported = (incident: Incident, source = "aws"): SourcedIncident => ({ source, incident });
const everything = () => true;
const merge = (...items: SourcedIncident[]) => mergeIncidents([], items, everything, NOW);
const areasOf = (...items: SourcedIncident[]) => merge(...items).map(({ incident: { areas } }) => areas);

describe("an incident", () => {
  test("is confined to countries only where all that report it confine it", () => {
    const inSpain = { ...people, areas: ["ES"] };
    expect(areasOf(reported(inSpain, "crowd"))).toEqual([["ES"]]);
    expect(areasOf(reported(inSpain, "crowd"), reported({ ...inSpain, areas: ["PT"] }, "dependents"))).toEqual([["ES", "PT"]]);
    expect(areasOf(reported(inSpain, "crowd"), reported(people, "dependents"))).toEqual([[]]);
  });

  test("is confined to countries as official sources say, where there are any", () => {
    const official = post({ areas: ["RU"] });
    expect(areasOf(reported({ ...people, areas: ["ES"] }, "crowd"), reported(official))).toEqual([["RU"]]);
    expect(areasOf(reported({ ...people, areas: ["ES"] }, "crowd"), reported(post()))).toEqual([[]]);
  });

  test("that people reported does not end where they turn out to be cut off from the provider: it is withdrawn", () => {
    const site = { ...people, provider: "netflix", region: null, site: "netflix", affects: ["netflix"] };
    const before = merge(reported({ ...people, affects: [] }, "crowd"), reported({ ...site, affects: [] }, "crowd"));
    const networks = [{ asn: null, name: "ES", country: "ES", cannotReach: ["aws"], since: STARTED, crowd: null }];
    const nothing = { at: NOW, alarms: [], services: [] };
    const cutOff = feedIncidents(
      before,
      { official: [], crowd: { ...nothing, networks, explained: ["netflix"] }, measured: null },
      [],
      everything,
      NOW,
    );
    expect(cutOff.map(({ isReported }) => isReported)).toEqual([false, false]);
    const over = feedIncidents(
      cutOff,
      { official: [], crowd: { ...nothing, networks: [], explained: [] }, measured: null },
      [],
      everything,
      NOW,
    );
    expect(over.map(({ isReported }) => isReported)).toEqual([false, false]);
  });
});
