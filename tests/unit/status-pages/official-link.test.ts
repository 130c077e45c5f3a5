import { describe, expect, test } from "vitest";
import { officialLink } from "../../../utils/core/status-pages/parsing/official-link.ts";
import { handMadeJson, read } from "./reading.ts";

const GITHUB = { page: "https://www.githubstatus.com", url: "https://www.githubstatus.com/api/v2/summary.json" };
const PHISHING = "https://github-login.example/verify";

describe("the link of an incident", () => {
  test("leads to the source's own site, which its page and the address of its payload name", () => {
    for (const link of ["https://www.githubstatus.com/incidents/1", "https://githubstatus.com/1", "https://eu.githubstatus.com/1"])
      expect(officialLink([link], GITHUB)).toBe(link);
    const elsewhere = { page: "https://status.acme.com", url: "https://acme-status.net/summary.json" };
    expect(officialLink(["https://acme-status.net/incidents/1"], elsewhere)).toBe("https://acme-status.net/incidents/1");
  });

  test.each([
    ["another site", PHISHING],
    ["a short link, whose end nobody knows", "https://stspg.io/a"],
    ["a site whose name begins with the page's", "https://www.githubstatus.com.evil.example/1"],
    ["a user name that looks like the page", "https://www.githubstatus.com@evil.example/1"],
    ["a backslash before the host's end", "https://evil.example\\.githubstatus.com/1"],
    ["plain http", "http://www.githubstatus.com/1"],
    ["another port", "https://www.githubstatus.com:8443/1"],
    ["a script", "javascript:alert(1)"],
    ["a name that ends with a dot", "https://evil.example./1"],
    ["a path without a host", "/incidents/1"],
    ["an endless address", `https://www.githubstatus.com/${"a".repeat(1000)}`],
  ])("is the page instead of %s", (_, link) => {
    expect(officialLink([link], GITHUB)).toBe("https://www.githubstatus.com");
    expect(officialLink([link, "https://www.githubstatus.com/incidents/1"], GITHUB)).toBe("https://www.githubstatus.com/incidents/1");
  });

  test("does not lead to another customer of the platform that hosts the page", () => {
    const spotify = { page: "https://spotify.statuspage.io", url: "https://spotify.statuspage.io/api/v2/summary.json" };
    expect(officialLink(["https://spotify-login.statuspage.io/1"], spotify)).toBe("https://spotify.statuspage.io");
    expect(officialLink(["https://spotify.statuspage.io/incidents/1"], spotify)).toBe("https://spotify.statuspage.io/incidents/1");
  });

  test.each([
    ["https://status.zendesk.com", "https://zendesk-login.zendesk.com/hc"],
    ["https://status.slack.com", "https://slack-support.slack.com/"],
    ["https://status.cloud.google.com", "https://sites.google.com/view/verify"],
    ["https://www.google.com/appsstatus/dashboard/", "https://docs.google.com/forms/d/1"],
  ])("does not lead from %s to %s, which is anybody's", (page, link) => {
    expect(officialLink([link], { page, url: `${page}/summary.json` })).toBe(page);
  });

  test("is empty where the page itself is no https address", () => {
    expect(officialLink([PHISHING], { page: "http://10.0.0.1", url: "http://10.0.0.1/summary.json" })).toBe("");
  });
});

const ITEM = `<title>Outage</title><description>Investigating - It fails.</description><pubDate>Mon, 23 Nov 2026 00:00:00 GMT</pubDate>`;
const POST =
  "&lt;p&gt;&lt;small&gt;Nov 23, 00:00 UTC&lt;/small&gt;&lt;br&gt;&lt;strong&gt;Investigating&lt;/strong&gt; - It fails.&lt;/p&gt;";

/** A payload of every format that can name an address for an incident, with one that leads elsewhere. */
const HOSTILE: [format: string, payload: unknown][] = [
  ["statuspage", withShortlink("statuspage/two-open.json")],
  ["incident-io", { ongoing_incidents: [{ id: "i1", name: "Outage", status: "investigating", url: PHISHING }], public_url: PHISHING }],
  [
    "instatus",
    {
      page: { name: "A", url: PHISHING, status: "HASISSUES" },
      activeIncidents: [{ name: "Outage", status: "INVESTIGATING", impact: "MAJOROUTAGE", started: "2026-11-23T00:00:00Z", url: PHISHING }],
    },
  ],
  [
    "heroku",
    [{ id: 1, title: "Outage", state: "open", full_url: PHISHING, url: PHISHING, created_at: "2026-11-23T00:00:00Z", updates: [] }],
  ],
  [
    "slack",
    {
      status: "active",
      active_incidents: [
        { id: 1, title: "Outage", type: "outage", status: "active", url: PHISHING, notes: [], date_created: "2026-11-23T00:00:00Z" },
      ],
    },
  ],
  [
    "google-cloud",
    [{ id: "1", begin: "2026-11-23T00:00:00Z", external_desc: "Outage", status_impact: "SERVICE_OUTAGE", uri: PHISHING, updates: [] }],
  ],
  [
    "rss",
    `<rss version="2.0"><channel><title>A</title><link>${PHISHING}</link><item>${ITEM}<link>${PHISHING}</link></item></channel></rss>`,
  ],
  [
    "rss",
    `<feed xmlns="http://www.w3.org/2005/Atom"><title>A</title><id>a</id><updated>2026-11-23T00:00:00Z</updated><entry><id>1</id><title>Outage</title><link href="${PHISHING}"/><updated>2026-11-23T00:00:00Z</updated><content>Investigating - It fails.</content></entry></feed>`,
  ],
  [
    "statuspage-atom",
    `<rss version="2.0"><channel><title>A - Incident History</title><item><title>Outage</title><description>${POST}</description><pubDate>Mon, 23 Nov 2026 00:00:00 GMT</pubDate><link>${PHISHING}</link></item></channel></rss>`,
  ],
  ["microsoft-365", `<rss version="2.0"><channel><title>Microsoft 365</title><item>${ITEM}<link>${PHISHING}</link></item></channel></rss>`],
];

function withShortlink(name: string): unknown {
  const payload = handMadeJson(name);
  for (const incident of payload.incidents) Object.assign(incident, { shortlink: PHISHING, url: PHISHING });
  payload.page.url = "https://github-login.example";
  return payload;
}

describe("a payload that names another site for its incidents", () => {
  test.each(HOSTILE)("%s: the incident has a link to the source's own site", (format, payload) => {
    const { incidents } = read(format, payload);
    expect(incidents.length).toBeGreaterThan(0);
    for (const { official } of incidents) expect(new URL(official?.url ?? "").hostname).toBe("status.acme.example");
  });
});
