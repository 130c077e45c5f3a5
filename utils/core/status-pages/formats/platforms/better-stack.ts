/**
 * Pages hosted by Better Stack: `/index.json` (JSON:API). Undocumented; seen 4 September 2026 (together.ai).
 *
 * Holds the page, its resources (components), reports and their updates, linked by ids.
 * Traps: `aggregate_state` decides, because `ends_at` can be null on a resolved report; `status_history` is about past days;
 * maintenance is a report too.
 */

import type { SourceContext, SourceIncident } from "../../parsing/adapter.ts";
import { type Fields, fieldsOf, listOf, textOf } from "../../parsing/fields.ts";
import { jsonAdapter } from "../../parsing/make-adapter.ts";
import { newestFirst } from "../../parsing/newest-first.ts";
import { earliest, latest, parseTime } from "../../parsing/parse-time.ts";
import { statusFromText } from "../../parsing/status-from-text.ts";
import { toIncidents } from "../../parsing/to-incident.ts";
import { type ComponentState, unnamedOutage } from "../../parsing/unannounced.ts";
import { meaningOf, type UnknownValues } from "../../parsing/unknown-values.ts";
import { worstSeverity } from "../../parsing/worst-severity.ts";
import { BETTER_STACK } from "../word-table.ts";

export const betterStack = jsonAdapter("better-stack", (value, source, unknown) => {
  const document = fieldsOf(value);
  const page = fieldsOf(document?.data);
  const attributes = fieldsOf(page?.attributes);
  if (document === null || page?.type !== "status_page" || attributes === null) return null;
  const included = listOf(document.included).map((resource) => ({
    raw: resource,
    id: textOf(resource.id),
    type: resource.type,
    fields: fieldsOf(resource.attributes) ?? {},
  }));
  const resources = included.filter(({ type }) => type === "status_page_resource");
  const names = new Map(resources.map(({ id, fields }) => [id, textOf(fields.public_name)]));
  const updates = new Map(included.filter(({ type }) => type === "status_update").map(({ id, fields }) => [id, fields]));
  const announced = included
    .filter(({ type }) => type === "status_report")
    .flatMap(({ raw, id, fields }) => readReport(id, fields, postsOf(raw, updates), names, source, unknown));
  const state = meaningOf(BETTER_STACK.state, attributes.aggregate_state, unknown);
  const failing = resources.map(({ fields }): ComponentState => {
    const health = meaningOf(BETTER_STACK.state, fields.status, unknown);
    return { name: textOf(fields.public_name), severity: health === "fine" ? null : health };
  });
  const shown = { severity: state === "fine" ? null : state, updated: parseTime(attributes.updated_at) };
  return [...announced, ...unnamedOutage(source, announced, failing, shown)];
});

type Post = { at: number | null; text: string; affected: Fields[] };

function postsOf(report: Fields, updates: Map<string, Fields>): Post[] {
  const links = listOf(fieldsOf(fieldsOf(report.relationships)?.status_updates)?.data);
  return newestFirst(
    links
      .map((link) => updates.get(textOf(link.id)))
      .filter((update) => update !== undefined)
      .map((update) => ({ at: parseTime(update.published_at), text: textOf(update.message), affected: listOf(update.affected_resources) })),
  );
}

function readReport(
  id: string,
  report: Fields,
  posts: Post[],
  names: Map<string, string>,
  source: SourceContext,
  unknown: UnknownValues,
): SourceIncident[] {
  const state = meaningOf(BETTER_STACK.state, report.aggregate_state, unknown);
  const maintenance = meaningOf(BETTER_STACK.kind, report.report_type, unknown) === "maintenance";
  const isResolved = textOf(report.aggregate_state).toLowerCase() === "resolved";
  const starts = parseTime(report.starts_at);
  if (maintenance && !isResolved && starts !== null && starts > source.now) return [];
  const affected = listOf(report.affected_resources);
  const worstOf = (resources: Fields[]) =>
    worstSeverity(
      [state, ...resources.map((resource) => meaningOf(BETTER_STACK.state, resource.status, unknown))].filter(
        (word) => word !== "fine" && word !== "maintenance",
      ),
    );
  // Once it is over the report says "resolved" of all, and only its updates keep how bad it was.
  const before = worstOf(posts.flatMap((post) => post.affected));
  const severity = (isResolved ? null : worstOf(affected)) ?? before ?? "minor";
  const times = posts.map(({ at }) => at);
  return toIncidents(source, {
    id,
    places: [
      {
        region: null,
        services: (affected.length > 0 ? affected : posts.flatMap((post) => post.affected)).map(
          (resource) => names.get(textOf(resource.status_page_resource_id)) ?? "",
        ),
      },
    ],
    severity: maintenance ? "maintenance" : severity,
    status: isResolved ? "resolved" : statusFromText(posts.map(({ text }) => text)),
    started: starts ?? earliest(times),
    acknowledged: earliest(times) ?? starts,
    updated: latest([...times, isResolved ? parseTime(report.ends_at) : null]) ?? starts,
    resolved: isResolved ? (parseTime(report.ends_at) ?? latest(times)) : null,
    title: textOf(report.title),
    posts: posts.map(({ text }) => text),
  });
}
