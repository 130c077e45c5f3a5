import { describe, expect, test } from "vitest";
import { handMade } from "./payload-files.ts";
import { read } from "./reading.ts";

/** The fields with the states in each vendor's payload. */
const WORDS: [file: string, keys: string[]][] = [
  ["aws-health/one-service-back.json", ["status", "current"]],
  ["aws-data/current.json", ["status"]],
  ["google-cloud/open-null-end.json", ["status_impact", "status"]],
  ["azure-devops/api.json", ["health"]],
  ["statuspage/open-under-none.json", ["status", "impact", "indicator"]],
  ["statuspage/components-only.json", ["status", "indicator"]],
  ["incident-io/compatible.json", ["status", "impact", "indicator"]],
  ["incident-io/widget.json", ["status", "current_worst_impact"]],
  ["instatus/v3-issues.json", ["status", "impact"]],
  ["better-stack/downtime.json", ["aggregate_state", "report_type", "status"]],
  ["slack/outage.json", ["status", "type"]],
  ["heroku/red.json", ["status", "state"]],
  ["salesforce/active.json", ["status", "severity"]],
  ["oracle/components.json", ["serviceStatus"]],
  ["meta/orgs.json", ["status"]],
  ["playstation/scea.json", ["statusType"]],
  ["stripe/up.json", ["UptimeStatus"]],
  ["stripe/degraded.json", ["UptimeStatus"]],
  ["paypal/events.json", ["state", "severity"]],
  ["paypal/components.json", ["production"]],
  ["microsoft-365/available.json", ["Status"]],
  ["microsoft-365/consumer.json", ["Status"]],
  ["flashduty/open.json", ["status", "phase", "impact"]],
  ["railway/all-kinds.json", ["status", "worstImpact"]],
  ["nintendo/all-kinds.json", ["event_status"]],
  ["riot/incident.json", ["incident_severity", "maintenance_status"]],
  ["vultr/regions.json", ["status"]],
  ["zendesk/incidents.json", ["impact"]],
];

const MYSTERY = "zz_mystery";

/** The same value with every text (or number) under a key replaced. */
function withMystery(value: unknown, key: string): unknown {
  if (Array.isArray(value)) return value.map((item) => withMystery(item, key));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [name, name === key && typeof inner !== "object" ? MYSTERY : withMystery(inner, key)]),
  );
}

describe("a word that the parser does not know is listed, and never read as fine", () => {
  for (const [name, keys] of WORDS) {
    test.each(keys)(`${name} with an unknown "%s"`, (key) => {
      const file = handMade().find((candidate) => candidate.name === name);
      const value = JSON.parse(Buffer.from(file?.bytes ?? []).toString("utf8"));
      const before = read(file?.format ?? "", value);
      const after = read(file?.format ?? "", withMystery(value, key));
      expect(after.parsed).toBe(true);
      expect(after.unknown).toContain(MYSTERY);
      const wasOpen = before.incidents.filter(({ status }) => status !== "resolved").map(({ id }) => id);
      const resolvedNow = after.incidents.filter(({ status }) => status === "resolved").map(({ id }) => id);
      expect(wasOpen.filter((id) => resolvedNow.includes(id))).toEqual([]);
    });
  }

  test("an unknown state of an incident leaves it open", () => {
    const payload = {
      page: { id: "p" },
      incidents: [{ id: "i", name: "x", status: "smouldering", impact: "major", created_at: "2026-01-01T00:00:00Z", resolved_at: null }],
    };
    expect(read("statuspage", payload)).toMatchObject({
      parsed: true,
      unknown: ["smouldering"],
      incidents: [{ status: "investigating", severity: "major" }],
    });
  });

  test("an unknown prefix of an AWS title leaves the event open", () => {
    const feed =
      '<rss version="2.0"><channel><title>Amazon IAM Service Status</title><link>http://status.aws.amazon.com/</link><item><title>Odd state: errors</title><guid>http://status.aws.amazon.com/#iam_1638895771</guid><pubDate>Tue, 07 Dec 2021 08:49:31 PST</pubDate></item></channel></rss>';
    expect(read("aws-rss", feed)).toMatchObject({ unknown: ["Odd state"], incidents: [{ status: "investigating" }] });
  });

  test("the names of properties that every object has are unknown words too", () => {
    for (const word of ["__proto__", "constructor", "toString"]) {
      expect(read("stripe", { UptimeStatus: word })).toEqual({ parsed: true, incidents: [], unknown: [word] });
    }
  });
});

describe("an item of a list of incidents that is not an incident is listed as unknown", () => {
  test.each([
    ["statuspage", { page: { id: "p" }, incidents: [null], components: [] }, "null"],
    ["heroku", { status: [{ system: "Apps", status: "green" }], incidents: ["gone"] }, "gone"],
    ["pagerduty", { summary: { open_incidents: [7], resolved_incidents: [], posts: [] } }, "7"],
    ["aws-health", [{ service: "iam", status: "0" }, null], "null"],
    [
      "google-cloud",
      [{ id: "x", begin: "2026-01-01T00:00:00Z", status_impact: "AVAILABLE", end: "2026-01-01T01:00:00Z" }, { odd: 1 }],
      '{"odd":1}',
    ],
  ])("%s", (format, payload, junk) => {
    expect(read(format, payload)).toMatchObject({ parsed: true, unknown: [junk] });
  });

  test("an incident without an id gets one that stays the same at the next read", () => {
    const payload = {
      page: { id: "p" },
      incidents: [
        { name: "a", impact: "major", created_at: "2026-01-01T00:00:00Z" },
        { name: "b", impact: "minor", created_at: "2026-01-01T00:00:00Z" },
      ],
    };
    const ids = read("statuspage", payload).incidents.map(({ id }) => id);
    expect(new Set(ids).size).toBe(2);
    expect(read("statuspage", payload, { now: 1 }).incidents.map(({ id }) => id)).toEqual(ids);
  });
});
