/**
 * Meta's business products: `metastatus.com/data/orgs.json`, or `/data/outages/<org>.json`. Undocumented; known from other readers (2026).
 *
 * Holds organisations with services and the state of each as a phrase; outages with posts. Facebook and Instagram for people are not in it.
 * Traps: states are free phrases; outages have no id.
 */

import type { SourceContext, SourceIncident } from "../../parsing/adapter.ts";
import { type Fields, firstText, listOf, textOf } from "../../parsing/fields.ts";
import { fingerprint } from "../../parsing/incident-id.ts";
import { jsonAdapter } from "../../parsing/make-adapter.ts";
import { newestFirst } from "../../parsing/newest-first.ts";
import { earliest, latest, parseTime } from "../../parsing/parse-time.ts";
import { statusFromText } from "../../parsing/status-from-text.ts";
import { toIncidents } from "../../parsing/to-incident.ts";
import { meaningOf, type UnknownValues } from "../../parsing/unknown-values.ts";
import { META } from "../word-table.ts";

export const meta = jsonAdapter("meta", (value, source, unknown) => {
  if (!Array.isArray(value)) return null;
  // The outages of an organisation that has none.
  if (value.length === 0) return [];
  const list = listOf(value);
  const organisations = list.filter((item) => "rss_file_paths" in item || listOf(item.services).some((service) => "status" in service));
  if (organisations.length > 0) {
    return organisations.flatMap((organisation) =>
      listOf(organisation.services).flatMap((service) => readService(service, organisation, source, unknown)),
    );
  }
  const outages = list.filter((item) => textOf(item.service_id) !== "" && "status" in item);
  return outages.length === 0 ? null : outages.flatMap((outage) => readService(outage, {}, source, unknown));
});

function readService(service: Fields, organisation: Fields, source: SourceContext, unknown: UnknownValues): SourceIncident[] {
  const state = meaningOf(META.state, service.status, unknown);
  if (state === null || state === "fine") return [];
  const posts = newestFirst(listOf(service.posts).map((post) => ({ at: parseTime(post.time), text: textOf(post.description) })));
  const times = posts.map(({ at }) => at);
  const at = parseTime(service.time);
  const group = textOf(organisation.name);
  const name = firstText(service.name, service.service_id);
  const isResolved = state === "resolved";
  const started = earliest([at, ...times]);
  const own = [firstText(organisation.id), firstText(service.id, service.service_id) || fingerprint(name)]
    .filter((part) => part !== "")
    .join("-");
  return toIncidents(source, {
    // With the start: the same service can fail again.
    id: started === null ? own : `${own}-${Math.round(started / 1000)}`,
    places: [{ region: null, services: [name] }],
    severity: isResolved ? "minor" : state,
    status: isResolved ? "resolved" : statusFromText(posts.map(({ text }) => text)),
    started,
    updated: latest([at, ...times]),
    resolved: isResolved ? latest([at, ...times]) : null,
    title: `${group === "" || name.startsWith(group) ? name : `${group}, ${name}`}: ${textOf(service.status)}`,
    posts: posts.map(({ text }) => text),
  });
}
