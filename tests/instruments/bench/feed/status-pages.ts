import { once } from "node:events";
import http from "node:http";
import type { AddressInfo } from "node:net";
import { SOURCES } from "../../../../utils/core/status-pages/all-sources.ts";
import { MINUTE } from "../../../../utils/core/time.ts";
import { BAD_DAY, type PostedIncident } from "./bad-day.ts";

/** What the settings of the feed server take as a list of sources. */
export type ListedSource = { id: string; format: string; url: string; provider: string; site: string | null; page: string; every: number };

export type StatusPages = { sources: ListedSource[]; close(): Promise<void> };

/**
 * Serves the page of every source that the product reads: twenty report an incident, the others report nothing.
 * @param unreadable how many of those others cannot be read
 */
export async function openStatusPages(unreadable = 0): Promise<StatusPages> {
  const pages = new Map(BAD_DAY.map((incident, index) => [incident.source, summaryOf(incident, index)]));
  const unknown = [...pages.keys()].filter((id) => !SOURCES.some((source) => source.id === id));
  if (unknown.length > 0) throw new Error(`no source is called ${unknown.join(", ")}`);
  const quiet = SOURCES.flatMap(({ id }) => (pages.has(id) ? [] : [id]));
  // Some of every kind of id.
  const broken = new Set(quiet.filter((_, index) => (index * unreadable) % quiet.length < unreadable));
  const server = http.createServer((request, response) => {
    const id = (request.url ?? "").slice(1);
    if (broken.has(id)) {
      response.writeHead(503).end();
      return;
    }
    response.writeHead(200, { "content-type": "application/json" }).end(pages.get(id) ?? QUIET);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  return {
    sources: SOURCES.map(({ id, provider, site, page }) => ({
      ...{ id, provider, site, page },
      format: "statuspage",
      url: `http://127.0.0.1:${port}/${id}`,
      every: 5,
    })),
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}

const QUIET = JSON.stringify({
  page: { id: "quiet" },
  status: { indicator: "none" },
  components: [],
  incidents: [],
  scheduled_maintenances: [],
});

function summaryOf({ source, impact, status, name, parts, posts }: PostedIncident, index: number): string {
  const begun = Date.now() - (30 + 7 * index) * MINUTE;
  const at = (minutes: number) => new Date(begun + minutes * MINUTE).toISOString();
  const components = parts.map((part, place) => ({ id: `${source}-${place}`, name: part, status: "partial_outage" }));
  const incident = {
    id: `${source}${index}`,
    ...{ name, impact, status },
    created_at: at(0),
    started_at: at(0),
    updated_at: at(20),
    shortlink: `https://stspg.io/${source}${index}`,
    components,
    incident_updates: posts.map((body, place) => ({ body, created_at: at(20 - 10 * place) })),
  };
  return JSON.stringify({
    page: { id: source },
    status: { indicator: impact },
    components,
    incidents: [incident],
    scheduled_maintenances: [],
  });
}
