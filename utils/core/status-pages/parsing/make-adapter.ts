import type { Adapter, Reading, SourceContext, SourceIncident } from "./adapter.ts";
import { decodeText, parseShallowJson } from "./decode.ts";
import { collectUnknown, type UnknownValues } from "./unknown-values.ts";

/** Judged: no page has this many incidents at once. The rest is dropped. */
const MAX_INCIDENTS = 500;

/** A parser of a payload. It returns null where the payload does not have the format, and notes values it does not know. */
export type Parse<Payload> = (payload: Payload, source: SourceContext, unknown: UnknownValues) => SourceIncident[] | null;

/** An adapter that also exposes its parser, so that the fuzz run sees the exceptions that `read` catches. */
export type GuardedAdapter = Adapter & { parse: Parse<string> };

/** Makes an adapter from a parser of text. */
export function textAdapter(format: string, parse: Parse<string>): GuardedAdapter {
  return { format, parse, read: (bytes, source) => readGuarded(bytes, source, parse) };
}

/** Makes an adapter from a parser of a JSON value. */
export function jsonAdapter(format: string, parse: Parse<unknown>): GuardedAdapter {
  return textAdapter(format, (text, source, unknown) => {
    const value = parseShallowJson(text);
    return value === undefined ? null : parse(value, source, unknown);
  });
}

function unreadable(): Reading {
  return { parsed: false, incidents: [], unknown: [] };
}

function readGuarded(bytes: Uint8Array, source: SourceContext, parse: Parse<string>): Reading {
  const unknown = collectUnknown();
  const text = decodeText(bytes);
  if (text === null) return unreadable();
  let incidents: SourceIncident[] | null;
  try {
    incidents = parse(text, source, unknown);
  } catch {
    // A bug of a parser on hostile input must cost one source, not the server. The long fuzz run (`npm run fuzz`) looks for such bugs.
    incidents = null;
  }
  if (incidents === null) return unreadable();
  return { parsed: true, incidents: distinct(incidents), unknown: unknown.list() };
}

/** One incident per id, at the position of its first occurrence: the one updated last. */
function distinct(incidents: SourceIncident[]): SourceIncident[] {
  const byId = new Map<string, SourceIncident>();
  for (const incident of incidents) {
    const known = byId.get(incident.id);
    if (known === undefined || Date.parse(incident.updated) >= Date.parse(known.updated)) byId.set(incident.id, incident);
  }
  return [...byId.values()].slice(0, MAX_INCIDENTS);
}
