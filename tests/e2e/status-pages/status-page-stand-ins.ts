import type { Reply } from "../../instruments/loopback/stand-in.ts";

/* Status pages for the tests of looking for one: eight formats, and hosts that only look like one. */

const BEGUN = "2026-11-30T08:00:00Z";

/** What a host answers at each path; not found where it is undefined. */
export type Paths = (path: string) => Reply | undefined;

const json = (value: unknown): Reply => ({ headers: { "content-type": "application/json" }, body: JSON.stringify(value) });
const xml = (body: string): Reply => ({ headers: { "content-type": "application/xml" }, body: `<?xml version="1.0"?>${body}` });
const html = (body: string): Reply => ({ headers: { "content-type": "text/html" }, body: `<!doctype html>${body}` });
const at =
  (path: string, reply: Reply): Paths =>
  (asked) =>
    asked === path ? reply : undefined;

/** What a host answers that leads every request to another one. */
export const movedTo =
  (origin: string): Paths =>
  (path) => ({ status: 302, headers: { location: origin + path } });

/** What a domain answers that nobody uses. */
export const PARKED: Paths = () => html("<title>This domain is for sale</title><h1>Status of this domain: for sale</h1>");

/** A page of Statuspage with an open incident, or with null for its title without one. */
export function statuspage(name: string, url: string, title: string | null): Paths {
  const incident = {
    ...{ id: "1", name: title, status: "investigating", impact: "major", created_at: BEGUN, updated_at: BEGUN, started_at: BEGUN },
    ...{ resolved_at: null, components: [] },
    incident_updates: [{ id: "1", status: "investigating", body: "We are looking into it.", created_at: BEGUN, updated_at: BEGUN }],
  };
  return at(
    "/api/v2/summary.json",
    json({
      page: { id: "p", name, url, updated_at: BEGUN },
      status: { indicator: title === null ? "none" : "major", description: "" },
      ...{ components: [], incidents: title === null ? [] : [incident], scheduled_maintenances: [] },
    }),
  );
}

/** A blog: its feed has posts and no incidents. */
export const BLOG: Paths = at(
  "/rss",
  xml("<rss version='2.0'><channel><title>Corner Shop News</title><item><title>Our shop was down for a day</title></item></channel></rss>"),
);

/** The page of a site with an incident of this title, in each format that platforms of status pages have. */
export const FORMATS: { [format: string]: (site: string, title: string) => Paths } = {
  statuspage: (site, title) => statuspage("Shop", `https://status.${site}`, title),
  "incident-io": (site, title) =>
    at(
      "/api/v2/summary.json",
      json({
        ...{ name: "Shop", public_url: `https://status.${site}`, components: [], affected_components: [], scheduled_maintenances: [] },
        ongoing_incidents: [
          { id: "1", name: title, status: "investigating", type: "incident", published_at: BEGUN, affected_components: [], updates: [] },
        ],
      }),
    ),
  instatus: (site, title) =>
    at(
      "/v3/summary.json",
      json({
        page: { name: "Shop", url: `https://status.${site}`, status: "HASISSUES" },
        activeIncidents: [{ id: "1", name: title, started: BEGUN, status: "INVESTIGATING", impact: "MAJOROUTAGE" }],
      }),
    ),
  "better-stack"(site, title) {
    const page = { company_name: "Shop", company_url: `https://${site}`, custom_domain: `status.${site}`, aggregate_state: "downtime" };
    const report = { title, report_type: "manual", starts_at: BEGUN, ends_at: null, aggregate_state: "downtime", affected_resources: [] };
    const included = { id: "2", type: "status_report", attributes: report, relationships: { status_updates: { data: [] } } };
    return at("/index.json", json({ data: { id: "1", type: "status_page", attributes: page }, included: [included] }));
  },
  firehydrant(_, title) {
    const post = { occurredAt: BEGUN, details: { note: "Looking.", milestoneUpdate: { currentMilestone: "investigating" } } };
    const incident = { id: "1", title, severitySlug: "SEV1", timestamps: { started: BEGUN }, components: [], timeline: [post] };
    return at(
      "/data/payload.json",
      json({ config: { companyName: "Shop" }, conditions: { Offline: "OFFLINE" }, components: [], incidents: [incident] }),
    );
  },
  pagerduty(_, title) {
    const update = { reported_at: BEGUN, message: "We are looking.", severity: "major", status: "investigating" };
    const summary = { open_incidents: [{ id: "1", title, updates: [update] }], resolved_incidents: [], posts: [] };
    return at("/", html(`<title>Shop</title><script id="data" type="application/json">${JSON.stringify({ summary })}</script>`));
  },
  "statuspage-atom": (_, title) =>
    at(
      "/history.atom",
      xml(`<feed xmlns="http://www.w3.org/2005/Atom"><title>Shop Status - Incident History</title><updated>${BEGUN}</updated>
<entry><id>tag:1</id><published>${BEGUN}</published><updated>${BEGUN}</updated><title>${title}</title>
<content type="html">&lt;p&gt;&lt;small&gt;Nov &lt;var&gt;30&lt;/var&gt;, &lt;var&gt;08:00&lt;/var&gt; UTC&lt;/small&gt;&lt;br&gt;&lt;strong&gt;Investigating&lt;/strong&gt; - Looking.&lt;/p&gt;</content></entry></feed>`),
    ),
  rss: (_, title) =>
    at(
      "/feed.rss",
      xml(`<rss version="2.0"><channel><title>Shop status</title><item><title>${title}</title><guid>1</guid>
<pubDate>Mon, 30 Nov 2026 08:00:00 GMT</pubDate><description>Investigating - We are looking into it.</description></item></channel></rss>`),
    ),
};
