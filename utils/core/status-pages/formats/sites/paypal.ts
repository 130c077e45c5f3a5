/**
 * PayPal: `www.paypal-status.com/api/v1/components` and `/api/v1/events`. Undocumented; known from other readers (2026).
 *
 * Holds a list of components with their states, or of events with messages and affected components.
 * Traps: the list is bare or under one of three names, which other platforms use too; a component has one state, or one for production and
 * one for the sandbox, of which only production counts; status and severity of an event are in any of four fields.
 */

import type { SourceContext, SourceIncident } from "../../parsing/adapter.ts";
import { type Fields, fieldsOf, firstText, isGiven, listOf, textOf, textsOf } from "../../parsing/fields.ts";
import { jsonAdapter } from "../../parsing/make-adapter.ts";
import { newestFirst } from "../../parsing/newest-first.ts";
import { earliest, latest, parseTime } from "../../parsing/parse-time.ts";
import { stageFromText, statusFromText } from "../../parsing/status-from-text.ts";
import { toIncidents } from "../../parsing/to-incident.ts";
import { type ComponentState, unannouncedOutage } from "../../parsing/unannounced.ts";
import { IGNORE_UNKNOWN, meaningOf, type UnknownValues, type Vocabulary } from "../../parsing/unknown-values.ts";
import { worstSeverity } from "../../parsing/worst-severity.ts";
import { PAYPAL } from "../word-table.ts";

export const paypal = jsonAdapter("paypal", (value, source, unknown) => {
  const document = fieldsOf(value);
  const lists = document === null ? [value] : [document.result, document.events, document.components].filter(isGiven);
  if (lists.length === 0 || !lists.every(Array.isArray) || isOtherPage(document)) return null;
  const items = lists.flatMap((list) => listOf(list, unknown));
  const components = items.filter(isComponent);
  const events = items.filter(isEvent);
  if (components.length + events.length === 0 && lists.some((list) => list.length > 0)) return null;
  const failing = components.map((component): ComponentState => {
    const states = statesOf(component.status).map((state) => meaningOf(PAYPAL.state, state.replace(/\s+/g, "_"), unknown));
    return {
      name: textOf(component.name),
      severity: worstSeverity(states.filter((state) => state !== "fine")),
      changed: parseTime(component.updatedDate),
    };
  });
  return [...events.flatMap((event) => readEvent(event, source, unknown)), ...unannouncedOutage(source, failing)];
});

function isComponent(item: Fields): boolean {
  const isStated = fieldsOf(item.status) !== null || /^(?:operational|under_maintenance|service_)/.test(textOf(item.status));
  return textOf(item.name) !== "" && isStated && !isEvent(item) && !("page_id" in item);
}

function isEvent(item: Fields): boolean {
  if ("page_id" in item) return false;
  if ("impactedComponents" in item || ("startDate" in item && "state" in item)) return true;
  const hasTime = ["startDate", "startTime", "started_at"].some((key) => key in item);
  return hasTime && firstMeaning(PAYPAL.state, wordsOf(item)) !== null;
}

/** The values of the fields in which an event can have its status and severity. */
function wordsOf(event: Fields): string[] {
  return [event.state, event.status, event.severity, event.impact].map((word) => textOf(word).replace(/\s+/g, "_"));
}

/** Whether another platform made the document: those have the same lists, and further fields beside them. */
function isOtherPage(document: Fields | null): boolean {
  return document !== null && ["page", "site", "status", "incidents", "activeIncidents"].some((key) => isGiven(document[key]));
}

/** The state of a component, the one of production where there are several. */
function statesOf(status: unknown): string[] {
  const byEnvironment = fieldsOf(status);
  return [byEnvironment === null ? textOf(status) : firstText(byEnvironment.production, byEnvironment.live)];
}

function readEvent(event: Fields, source: SourceContext, unknown: UnknownValues): SourceIncident[] {
  const ended = firstInstant(event.endDate, event.endTime, event.resolved_at);
  if (isOfSandbox(event.environment, unknown)) return [];
  const words = wordsOf(event);
  for (const word of words) if (meaningOf(PAYPAL.stage, word, IGNORE_UNKNOWN) === null) meaningOf(PAYPAL.state, word, unknown);
  const stage = firstMeaning(PAYPAL.stage, words) ?? (ended === null ? null : "resolved");
  if (stage === "planned") return [];
  const maintenance = /maintenance/i.test(textOf(event.type));
  const severity = firstMeaning(PAYPAL.state, words);
  const posts = newestFirst(
    listOf(event.messages).map((post) => ({
      at: parseTime(post.createdDate),
      text: firstText(post.message, post.description, post.subject),
    })),
  );
  const times = posts.map(({ at }) => at);
  const started = firstInstant(event.startDate, event.startTime, event.started_at);
  const created = parseTime(event.createdDate);
  const title = firstText(event.title, event.summary, event.name);
  const isResolved = stage === "resolved";
  return toIncidents(source, {
    id: textOf(event.id),
    places: [
      {
        region: null,
        services: [
          ...listOf(event.impactedComponents ?? event.components).map((component) => textOf(component.name)),
          ...textsOf(event.impactedComponents ?? event.components),
        ],
      },
    ],
    severity: maintenance || severity === "maintenance" ? "maintenance" : severity === null || severity === "fine" ? "minor" : severity,
    status: isResolved ? "resolved" : (stage === null ? stageFromText : statusFromText)(posts.map(({ text }) => text)),
    started: started ?? created ?? earliest(times),
    acknowledged: created ?? earliest(times) ?? started,
    updated: latest([parseTime(event.updatedDate), ...times]),
    resolved: ended,
    title,
    posts: posts.map(({ text }) => text),
  });
}

/** Whether an event is of the sandbox alone, which only developers use. An environment that is not known is listed, and counts. */
function isOfSandbox(environment: unknown, unknown: UnknownValues): boolean {
  const names = [...textsOf(environment), ...textOf(environment).split(/[,/&]/)].map((name) => name.trim()).filter((name) => name !== "");
  const meanings = names.map((name) => meaningOf(PAYPAL.environment, name, unknown));
  return meanings.length > 0 && meanings.every((meaning) => meaning === "test");
}

function firstInstant(...values: unknown[]): number | null {
  return values.map(parseTime).find((instant) => instant !== null) ?? null;
}

function firstMeaning<Meaning>(words: Vocabulary<Meaning>, values: string[]): Meaning | null {
  return values.map((value) => meaningOf(words, value, IGNORE_UNKNOWN)).find((meaning) => meaning !== null) ?? null;
}
