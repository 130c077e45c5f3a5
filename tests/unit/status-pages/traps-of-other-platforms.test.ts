import { describe, expect, test } from "vitest";
import { handMadeBytes, handMadeJson, read } from "./reading.ts";

describe("other platforms", () => {
  test("incident.io's text for nothing is nothing", () => {
    const summary = {
      public_url: "https://status.acme.example/",
      components: [{ id: "c", name: "API" }],
      ongoing_incidents: [
        {
          id: "i",
          name: "Errors",
          status: "monitoring",
          published_at: "2026-09-01T10:00:00Z",
          affected_components: [{ component_id: "c", status: "partial_outage", current_status: "$undefined" }],
          component_impacts: "$undefined",
          updates: [],
          write_up_url: "$undefined",
        },
      ],
      in_progress_maintenances: "$undefined",
    };
    expect(read("incident-io", { summary })).toMatchObject({
      parsed: true,
      unknown: [],
      incidents: [{ severity: "major", status: "monitoring", services: ["API"], summary: "" }],
    });
  });

  test("Instatus leaves lists out when they are empty", () => {
    expect(read("instatus", { page: { name: "Acme", url: "https://acme.instatus.com", status: "UP" } })).toEqual({
      parsed: true,
      incidents: [],
      unknown: [],
    });
  });

  test("an Instatus page that has issues and tells none is not fine", () => {
    expect(read("instatus", handMadeBytes("instatus/issues-untold.json")).incidents).toMatchObject([
      { severity: "minor", status: "investigating" },
    ]);
  });

  test("Better Stack's report is over when its state says so, whatever its end, and past days are past", () => {
    const { incidents } = read("better-stack", handMadeBytes("better-stack/downtime.json"));
    expect(incidents.map(({ title, status }) => [title, status])).toEqual([
      ["Hub unavailable", "identified"],
      ["Slow pages", "resolved"],
    ]);
  });

  test("Status.io: trouble in one data centre of two is trouble there", () => {
    const container = (id: string) => ({ id, name: id === "a" ? "Virginia" : "Ireland", status_code: 100 });
    const payload = (affected: object[]) => ({
      result: {
        status_overall: { status_code: 300, status: "Degraded" },
        status: [{ id: "w", name: "Website", status_code: 300, containers: [container("a"), container("b")] }],
        incidents: [
          {
            _id: "i",
            name: "Slow",
            datetime_open: "2026-09-01T10:00:00Z",
            messages: [{ details: "Slow.", state: 100, status: 300, datetime: "2026-09-01T10:00:00Z" }],
            components_affected: [{ name: "Website" }],
            containers_affected: affected,
          },
        ],
      },
    });
    expect(read("status-io", payload([{ name: "Ireland" }])).incidents).toMatchObject([{ region: "ireland", severity: "minor" }]);
    expect(read("status-io", payload([{ name: "Ireland" }, { name: "Virginia" }])).incidents).toMatchObject([{ region: null }]);
  });

  test("Slack: what is active counts, not the light above it, and copies of one incident are one", () => {
    const one = {
      id: 1,
      title: "Trouble",
      type: "incident",
      status: "active",
      date_created: "2026-09-01T01:00:00-07:00",
      date_updated: "2026-09-01T01:00:00-07:00",
      notes: [],
    };
    const two = { ...one, title: "More trouble", date_updated: "2026-09-01T02:00:00-07:00" };
    expect(read("slack", { status: "ok", active_incidents: [one, two] }).incidents).toMatchObject([
      { title: "More trouble", updated: "2026-09-01T09:00:00Z" },
    ]);
  });

  test("Heroku: colours tell how things are, `resolved: false` tells nothing, and old plans are stale", () => {
    expect(read("heroku", handMadeBytes("heroku/green.json"))).toEqual({ parsed: true, incidents: [], unknown: [] });
    const { incidents } = read("heroku", handMadeBytes("heroku/red.json"));
    expect(incidents.map(({ status, severity, services }) => [status, severity, services])).toEqual([
      ["identified", "major", ["Apps", "Tools"]],
      ["resolved", "minor", []],
    ]);
    const coloursOnly = {
      status: [
        { system: "Apps", status: "red" },
        { system: "Data", status: "blue" },
      ],
      incidents: [],
      scheduled: [],
    };
    expect(read("heroku", coloursOnly).incidents).toMatchObject([{ severity: "major", services: ["Apps"] }]);
  });

  test("an id of broken characters is no reason to lose the page", () => {
    const [incident] = handMadeJson("salesforce/active.json");
    expect(read("salesforce", [{ ...incident, id: "a\ud800b" }]).incidents).toHaveLength(2);
    const page = { id: "p", name: "Acme", url: "https://status.acme.example" };
    expect(read("statuspage", { page, incidents: [{ id: "\udfff", name: "Errors", status: "investigating" }] }).incidents).toHaveLength(1);
  });

  test("Oracle: one incident for what one incident id joins, region by region", () => {
    const { incidents } = read("oracle", handMadeBytes("oracle/components.json"), { provider: "oracle" });
    expect(incidents.map(({ region, severity, services }) => [region, severity, services])).toEqual([
      ["us-ashburn-1", "critical", ["Compute", "Block Volume"]],
      ["me-jeddah-1", "minor", ["Compute"]],
    ]);
  });

  test("Apple: JSONP is unwrapped, and local times of one night are read with their zones", () => {
    const { incidents } = read("apple", handMadeBytes("apple/wrapped.jsonp"));
    expect(incidents).toMatchObject([{ started: "2025-11-02T07:15:00Z", official: { acknowledged: "2025-11-02T09:30:00Z" } }]);
  });

  test("Stripe: nobody looking is not up", () => {
    for (const light of ["pending", "paused"])
      expect(read("stripe", { UptimeStatus: light })).toEqual({ parsed: true, incidents: [], unknown: [light] });
  });

  test("PayPal: trouble of the sandbox is no trouble", () => {
    expect(read("paypal", handMadeBytes("paypal/components.json")).incidents).toMatchObject([{ services: ["Checkout"] }]);
  });

  test("PlayStation: empty lists are fine, and some countries are not all", () => {
    expect(read("playstation", handMadeBytes("playstation/fine.json"))).toEqual({ parsed: true, incidents: [], unknown: [] });
    const { incidents } = read("playstation", handMadeBytes("playstation/scea.json"));
    expect(incidents.map(({ areas, title }) => [areas, title])).toEqual([
      [["US", "BR"], "Outage: Gaming and social"],
      [["CA"], "Degraded: PlayStation Store"],
    ]);
  });

  test("a plain feed's words decide: what is planned or of last month is no incident", () => {
    const { incidents } = read("rss", handMadeBytes("rss/ibm.rss"), { now: Date.parse("2026-09-30T12:00:00Z") });
    expect(incidents.map(({ title, status }) => [title, status])).toEqual([
      ["INCIDENT: VPC networking in Dallas", "investigating"],
      ["RESOLVED: Object storage in Frankfurt", "resolved"],
    ]);
  });
});
