/**
 * Xbox: `xnotify.xboxlive.com/servicestatusv6/<country>/<language>` (XML). Undocumented; known from readers of 2020 to 2026.
 *
 * Holds the state of all, and categories ("Account & profile") with scenarios ("Signing in"), each with a state; a scenario that is not fine
 * has incidents with stage and start.
 * Traps: the state of all is a number and a word; one category lists all of its scenarios, also those that work.
 */

import type { SourceContext, SourceIncident } from "../../parsing/adapter.ts";
import { childOf, childrenOf, childText, parseXml, type XmlElement } from "../../parsing/feeds/xml.ts";
import { textAdapter } from "../../parsing/make-adapter.ts";
import { earliest, latest, parseTime } from "../../parsing/parse-time.ts";
import { stageFromText } from "../../parsing/status-from-text.ts";
import { toIncidents } from "../../parsing/to-incident.ts";
import { hasTrouble, unannouncedOutage } from "../../parsing/unannounced.ts";
import { meaningOf, type UnknownValues } from "../../parsing/unknown-values.ts";
import { type Health, XBOX } from "../word-table.ts";

export const xbox = textAdapter("xbox", (text, source, unknown) => {
  const root = text.startsWith("<") && !/<!(?:doctype|entity)/i.test(text) ? parseXml(text) : null;
  const status = root?.name === "ServiceStatus" ? childOf(root, "Status") : null;
  if (root === null || status === null) return null;
  const categories = root.children.flatMap((group) => (group.name === "Category" ? [group] : childrenOf(group, "Category")));
  const told = categories.flatMap((category) => readCategory(category, source, unknown));
  const overall = childOf(status, "Overall") ?? status;
  const state = meaningOf(XBOX.state, childText(overall, "State"), unknown);
  if (categories.length === 0 && childText(overall, "State") === "") return null;
  if (hasTrouble(told) || state === null || state === "fine") return told;
  return [...told, ...unannouncedOutage(source, [], { severity: state, updated: parseTime(childText(overall, "LastUpdated")) })];
});

function stateOf(element: XmlElement, unknown: UnknownValues): Health | null {
  const status = childOf(element, "Status");
  return status === null ? null : meaningOf(XBOX.state, childText(status, "Name") || childText(status, "State"), unknown);
}

/** One incident of a category and each of its scenarios that does not work. */
function readCategory(category: XmlElement, source: SourceContext, unknown: UnknownValues): SourceIncident[] {
  const name = childText(category, "Name");
  const scenarios = childrenOf(childOf(category, "Scenarios") ?? category, "Scenario");
  const told = scenarios.flatMap((scenario) => readScenario(scenario, name, source, unknown));
  const own = stateOf(category, unknown);
  if (told.length > 0 || own === null || own === "fine") return told;
  return toIncidents(source, {
    id: `category-${childText(category, "Id") || name}`,
    places: [{ region: null, services: [name] }],
    severity: own,
    status: "investigating",
    started: null,
    updated: null,
    title: `Not operating normally: ${name}`,
    named: "",
    posts: [],
  });
}

function readScenario(scenario: XmlElement, category: string, source: SourceContext, unknown: UnknownValues): SourceIncident[] {
  const incidents = childrenOf(childOf(scenario, "Incidents") ?? scenario, "Incident");
  const state = stateOf(scenario, unknown);
  if (state === "fine" || (state === null && incidents.length === 0)) return [];
  const name = childText(scenario, "Name");
  const begins = incidents.map((incident) => parseTime(childText(incident, "Begin")));
  const updated = latest([
    parseTime(childText(scenario, "LastUpdated")),
    ...incidents.map((one) => parseTime(childText(one, "LastUpdated"))),
  ]);
  const stages = incidents.map((incident) => childText(childOf(incident, "Stage") ?? incident, "Message"));
  const posts = [childText(scenario, "Description"), ...stages].filter((post) => post !== "");
  const started = earliest(begins) ?? updated;
  const id = incidents.map((incident) => childText(incident, "Id")).find((one) => one !== "") ?? childText(scenario, "Id");
  const title = name === "" || category.includes(name) ? category : `${category}: ${name}`;
  return toIncidents(source, {
    id: started === null ? `${category}-${id || name}` : `${category}-${id || name}-${Math.round(started / 1000)}`,
    places: [{ region: null, services: [category, name].filter((part) => part !== "") }],
    severity: state ?? "minor",
    status: stageFromText(posts),
    started,
    updated,
    title,
    named: "",
    posts,
  });
}
