import { describe, expect, test } from "vitest";
import { handMadeBytes, handMadeJson, read } from "./reading.ts";

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
    expect(told?.official?.url).toBe("https://status.acme.example/incidents/i1");
  });

  test("a history feed: the newest word that is a state decides, and the first post tells the start", () => {
    const { incidents } = read("statuspage-atom", handMadeBytes("statuspage-atom/history.rss"), { provider: "ring", site: "ring" });
    expect(incidents).toMatchObject([
      { id: "ring-r1r1r1r1r1r1", status: "monitoring", started: "2026-01-01T00:05:00Z" },
      { id: "ring-r2r2r2r2r2r2", status: "resolved", severity: "maintenance", resolved: "2025-12-20T17:00:00Z" },
    ]);
  });
});
