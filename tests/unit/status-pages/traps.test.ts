import { describe, expect, test } from "vitest";
import { handMadeBytes, handMadeJson, read } from "./reading.ts";

const AWS = { provider: "aws", page: "https://health.aws.amazon.com/health/status" };

function incident(changes: object) {
  return {
    id: "i1",
    name: "API errors",
    status: "investigating",
    impact: "major",
    created_at: "2026-09-01T10:00:00Z",
    resolved_at: null,
    ...changes,
  };
}

function page(changes: object) {
  return {
    page: { id: "p", name: "Acme", url: "https://status.acme.example" },
    status: { indicator: "none" },
    components: [],
    incidents: [],
    ...changes,
  };
}

describe("AWS", () => {
  test("an empty list is read, and says nothing but that nothing was posted", () => {
    expect(read("aws-health", "[]", AWS)).toEqual({ parsed: true, incidents: [], unknown: [] });
  });

  test("the public JSON is read in UTF-16, big and little endian, with its mark or without", () => {
    const value = JSON.stringify(handMadeJson("aws-health/one-service-back.json"));
    const little = Buffer.from(value, "utf16le");
    const big = Buffer.from(little).swap16();
    const wanted = read("aws-health", value, AWS);
    expect(wanted.incidents).toHaveLength(2);
    for (const bytes of [
      little,
      big,
      Buffer.concat([Buffer.from([0xff, 0xfe]), little]),
      Buffer.concat([Buffer.from([0xfe, 0xff]), big]),
    ]) {
      expect(read("aws-health", bytes, AWS)).toEqual(wanted);
    }
    expect(read("aws-health", `\ufeff${value}`, AWS)).toEqual(wanted);
  });

  test("a service that is back to normal inside an open event is not told as failing", () => {
    const [event] = read("aws-health", handMadeBytes("aws-health/one-service-back.json"), AWS).incidents;
    expect(event).toMatchObject({ status: "identified", services: ["sqs"] });
  });

  test("an event open for months in the Gulf is an incident of its region, not of AWS", () => {
    const events = handMadeJson("aws-health/one-service-back.json");
    events[0].arn = events[0].arn.replace("eu-west-1", "me-central-1");
    events[0].service = "multipleservices-me-central-1";
    expect(read("aws-health", events, AWS).incidents[0]).toMatchObject({ region: "me-central-1" });
  });

  test("seconds and milliseconds in one document are told apart", () => {
    const [event] = read("aws-health", handMadeBytes("aws-health/one-service-back.json"), AWS).incidents;
    expect(event).toMatchObject({ started: "2026-09-21T14:13:20Z", updated: "2026-09-21T14:53:20Z" });
  });

  test("an event that is over stays as resolved, with its end", () => {
    const [event] = handMadeJson("aws-health/one-service-back.json");
    const over = { ...event, status: "0", summary: `[RESOLVED] ${event.summary}`, end_time: "1790003600" };
    expect(read("aws-health", [over], AWS).incidents[0]).toMatchObject({
      status: "resolved",
      resolved: "2026-09-21T15:13:20Z",
      title: "Increased Error Rates and Latencies",
      services: ["sqs", "lambda", "route53"],
    });
  });

  test("a region is found by the name of the place when there is no other trace of it", () => {
    const event = { date: "1790000000", region_name: "N. Virginia", status: "3", service: "ec2", summary: "Errors", event_log: [] };
    expect(read("aws-health", [event], AWS).incidents[0]).toMatchObject({ region: "us-east-1", services: ["ec2"] });
  });

  test("titles rewritten to [RESOLVED] tell nothing by themselves: the newest post of an event decides", () => {
    const { incidents } = read("aws-rss", handMadeBytes("aws-rss/open-after-resolved.rss"), AWS);
    const frankfurt = incidents.filter(({ region }) => region === "eu-central-1");
    expect(frankfurt).toMatchObject([
      { status: "resolved", resolved: "2026-07-10T19:00:00Z" },
      { status: "identified", severity: "critical", started: "2026-07-14T09:00:00Z" },
    ]);
  });

  test("PST and PDT are eight and seven hours behind, whatever the season", () => {
    const feed = (zone: string) =>
      `<rss version="2.0"><channel><title>Amazon EC2 Service Status</title><link>http://status.aws.amazon.com/</link><item><title>Service disruption: Errors</title><guid>http://status.aws.amazon.com/#ec2-us-west-2_1640176500</guid><pubDate>Wed, 22 Dec 2021 04:35:00 ${zone}</pubDate></item></channel></rss>`;
    expect(read("aws-rss", feed("PST"), AWS).incidents[0]).toMatchObject({ started: "2021-12-22T12:35:00Z" });
    expect(read("aws-rss", feed("PDT"), AWS).incidents[0]).toMatchObject({ started: "2021-12-22T11:35:00Z" });
  });

  test("posts of the old data.json get their day from the event's, past midnight too", () => {
    const [open, archived] = read("aws-data", handMadeBytes("aws-data/current.json"), AWS).incidents;
    expect(open).toMatchObject({ status: "identified", updated: "2021-12-10T09:05:00Z", resolved: null });
    expect(archived).toMatchObject({ status: "resolved", resolved: "2021-12-08T22:30:00Z", updated: "2021-12-09T05:15:00Z" });
  });

  test("advice in the posts is passed on to operators", () => {
    const [event] = read("aws-health", handMadeBytes("aws-health/one-service-back.json"), AWS).incidents;
    expect(event?.advice).toEqual([{ for: "operator", text: "We recommend that customers retry failed requests." }]);
  });
});

describe("Google Cloud", () => {
  const GCP = { provider: "gcp", page: "https://status.cloud.google.com" };

  test("an incident is open when its end is missing, null or empty", () => {
    const [incident] = handMadeJson("google-cloud/open-null-end.json");
    const { end: _, ...without } = incident;
    for (const open of [without, { ...incident, end: null }, { ...incident, end: "" }]) {
      expect(read("google-cloud", [open], GCP).incidents).toMatchObject([{ status: "identified" }, { status: "identified" }]);
    }
    const closed = read("google-cloud", [{ ...incident, end: "2026-08-03T12:00:00+00:00" }], GCP).incidents;
    expect(closed[0]).toMatchObject({ status: "resolved", resolved: "2026-08-03T12:00:00Z" });
  });

  test("an incident without end whose newest post says available is recovering", () => {
    const { incidents } = read("google-cloud", handMadeBytes("google-cloud/open-null-end.json"), GCP);
    expect(incidents.at(-1)).toMatchObject({ status: "monitoring", resolved: null });
  });

  test("up to five regions make an incident each, more or global make one of no region", () => {
    const [incident] = handMadeJson("google-cloud/open-null-end.json");
    const at = (ids: string[]) =>
      read("google-cloud", [{ ...incident, currently_affected_locations: ids.map((id) => ({ title: id, id })) }], GCP).incidents;
    const five = ["us-central1", "us-east1", "us-east4", "us-west1", "us-west2"];
    expect(at(five).map(({ region }) => region)).toEqual(five);
    expect(at([...five, "us-west3"]).map(({ region }) => region)).toEqual([null]);
    expect(at(["us-central1", "global"])).toMatchObject([{ region: null, severity: "critical" }]);
  });

  test("a closed incident before 2022 is placed by its headline", () => {
    const incident = {
      id: "x",
      begin: "2021-06-01T00:00:00Z",
      end: "2021-06-01T01:00:00Z",
      external_desc: "us-west1-b: elevated errors",
      status_impact: "SERVICE_OUTAGE",
    };
    expect(read("google-cloud", [incident], GCP).incidents[0]).toMatchObject({ region: "us-west1", severity: "major" });
  });

  test("an incident of Workspace is one of each site it hits", () => {
    const { incidents } = read("google-cloud", handMadeBytes("google-cloud/workspace.json"), { provider: "google" });
    expect(incidents.map(({ site }) => site)).toEqual(["gmail", "google-drive"]);
  });
});

describe("Azure", () => {
  const AZURE = { provider: "azure" };

  test("a guid used again is another incident", () => {
    const { incidents } = read("azure-rss", handMadeBytes("azure-rss/reused-guid.xml"), AZURE);
    expect(new Set(incidents.map(({ id }) => id)).size).toBe(3);
  });

  test("the zone Z is UTC, and names of regions become ids", () => {
    const { incidents } = read("azure-rss", handMadeBytes("azure-rss/reused-guid.xml"), AZURE);
    expect(incidents.map(({ region }) => region)).toEqual([null, "germanywestcentral", "westeurope"]);
    expect(incidents[0]).toMatchObject({ started: "2026-10-02T09:10:00Z" });
  });

  test("when the feed was built changes nothing", () => {
    const text = Buffer.from(handMadeBytes("azure-rss/reused-guid.xml")).toString();
    const later = text.replace("Fri, 02 Oct 2026 10:00:00 Z", "Fri, 02 Oct 2026 10:05:00 Z");
    expect(read("azure-rss", later, AZURE)).toEqual(read("azure-rss", text, AZURE));
  });
});

describe("Statuspage", () => {
  test("an incident is told though the page's light is green", () => {
    const { incidents } = read("statuspage", handMadeBytes("statuspage/open-under-none.json"), { provider: "github" });
    expect(incidents[0]).toMatchObject({ status: "identified", severity: "minor", started: "2026-09-23T09:05:00Z" });
  });

  test("an open incident of no stated impact is minor, or as bad as its components", () => {
    const none = incident({ impact: "none" });
    expect(read("statuspage", page({ incidents: [none] })).incidents[0]).toMatchObject({ severity: "minor" });
    const down = incident({ impact: "none", components: [{ name: "API", status: "major_outage" }] });
    expect(read("statuspage", page({ incidents: [down] })).incidents[0]).toMatchObject({ severity: "critical", services: ["API"] });
  });

  test("groups and signposts are no components", () => {
    const components = [
      { id: "g", name: "Group", status: "major_outage", group: true },
      { id: "v", name: "Visit www.githubstatus.com for more information", status: "operational", group: false },
      { id: "a", name: "Actions", status: "degraded_performance", group: false },
    ];
    expect(read("statuspage", page({ incidents: [incident({ components })] })).incidents[0]?.services).toEqual(["Actions"]);
    expect(read("statuspage", page({ components: components.slice(0, 2) })).incidents).toEqual([]);
  });

  test("components that are down without an incident are told", () => {
    const { incidents } = read("statuspage", handMadeBytes("statuspage/components-only.json"), { provider: "digitalocean" });
    expect(incidents).toMatchObject([
      { region: "nyc3", severity: "major", services: ["Droplets", "Spaces"], title: "Partial System Outage" },
    ]);
  });

  test("a red light that nothing explains is told", () => {
    const { incidents } = read("statuspage", page({ status: { indicator: "critical", description: "Major Outage" } }));
    expect(incidents).toMatchObject([{ severity: "critical", title: "Major Outage" }]);
  });

  test("one city of Cloudflare is not Cloudflare", () => {
    const { incidents } = read("statuspage", handMadeBytes("statuspage/cloudflare-cities.json"), { provider: "cloudflare" });
    expect(incidents).toMatchObject([{ region: "ams" }]);
  });

  test("cities that are routed around without an incident are nothing", () => {
    const cities = handMadeJson("statuspage/cloudflare-cities.json");
    expect(read("statuspage", { ...cities, incidents: [] }, { provider: "cloudflare" }).incidents).toEqual([]);
  });

  test("an incident that names no component is not placed in the cities that are routed around", () => {
    const cities = handMadeJson("statuspage/cloudflare-cities.json");
    cities.incidents[0].components = [];
    expect(read("statuspage", cities, { provider: "cloudflare" }).incidents).toMatchObject([{ region: null, services: [] }]);
  });

  test("many cities at once are minor, whatever their impact", () => {
    const components = ["AMS", "CDG", "FRA", "LHR", "MAD", "MXP"].map((code) => ({
      name: `Town, Land - (${code})`,
      status: "major_outage",
    }));
    const { incidents } = read("statuspage", page({ incidents: [incident({ impact: "critical", components })] }), {
      provider: "cloudflare",
    });
    expect(incidents).toMatchObject([{ region: null, severity: "minor" }]);
  });

  test("Cloudflare's products count, whatever cities are named beside them", () => {
    const components = [
      { name: "CDN/Cache", status: "major_outage" },
      { name: "Paris, France - (CDG)", status: "partial_outage" },
    ];
    const { incidents } = read("statuspage", page({ incidents: [incident({ impact: "critical", components })] }), {
      provider: "cloudflare",
    });
    expect(incidents).toMatchObject([{ region: null, severity: "critical", services: ["CDN/Cache"] }]);
  });

  test("maintenance under way is maintenance, and what is only planned is not told", () => {
    const { incidents } = read("statuspage", handMadeBytes("statuspage/open-under-none.json"));
    expect(incidents.map(({ severity, title }) => [severity, title])).toEqual([
      ["minor", "Delayed notifications & webhooks"],
      ["maintenance", "Database upgrade"],
    ]);
  });

  test("a postmortem is the end", () => {
    const over = incident({ status: "postmortem", resolved_at: "2026-09-01T11:00:00Z" });
    expect(read("statuspage", page({ incidents: [over] })).incidents[0]).toMatchObject({
      status: "resolved",
      resolved: "2026-09-01T11:00:00Z",
    });
  });

  test("nulls and missing keys, as incident.io sends them, are empty lists", () => {
    const bare = {
      page: { id: "01", name: "Acme" },
      status: { indicator: "none" },
      components: [{ id: "01", name: "API", status: "operational" }],
      incidents: null,
    };
    expect(read("statuspage", bare)).toEqual({ parsed: true, incidents: [], unknown: [] });
    expect(read("incident-io", bare)).toEqual({ parsed: true, incidents: [], unknown: [] });
  });

  test("text is data: no markup, no entities, no unseen characters, and never too long", () => {
    const body = `&lt;script&gt;alert(1)&lt;/script&gt;<b>Fine</b>\u202e\u200b &amp;amp; **bold** ${"word ".repeat(400)}`;
    const [told] = read(
      "statuspage",
      page({
        incidents: [incident({ name: `<i>${"x".repeat(300)}</i>`, incident_updates: [{ body, created_at: "2026-09-01T10:00:00Z" }] })],
      }),
    ).incidents;
    expect(told?.title).toHaveLength(200);
    expect(told?.summary).toMatch(/^Fine & bold word/);
    expect(told?.summary.length).toBeLessThanOrEqual(1000);
  });

  test("an address that is none of the web is not linked", () => {
    const [told] = read("statuspage", page({ incidents: [incident({ shortlink: "javascript:alert(1)" })] })).incidents;
    expect(told?.official?.url).toBe("https://status.acme.example");
  });

  test("a history feed: the newest word that is a state decides, and the first post tells the start", () => {
    const { incidents } = read("statuspage-atom", handMadeBytes("statuspage-atom/history.rss"), { provider: "ring", site: "ring" });
    expect(incidents).toMatchObject([
      { id: "ring-r1r1r1r1r1r1", status: "monitoring", started: "2026-01-01T00:05:00Z" },
      { id: "ring-r2r2r2r2r2r2", status: "resolved", severity: "maintenance", resolved: "2025-12-20T17:00:00Z" },
    ]);
  });
});

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
    expect(incidents.map(({ region, title }) => [region, title])).toEqual([
      ["us", "Outage: Gaming and social"],
      ["br", "Outage: Gaming and social"],
      ["ca", "Degraded: PlayStation Store"],
    ]);
  });

  test("a plain feed's words decide: what is planned or of last month is no incident", () => {
    const { incidents } = read("rss", handMadeBytes("rss/ibm.rss"));
    expect(incidents.map(({ title, status }) => [title, status])).toEqual([
      ["INCIDENT: VPC networking in Dallas", "investigating"],
      ["RESOLVED: Object storage in Frankfurt", "resolved"],
    ]);
  });
});
