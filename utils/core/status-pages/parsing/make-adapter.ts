import type { Adapter, Reading, SourceContext, SourceIncident } from "./adapter.ts";
import { decodeText, parseJson } from "./decode.ts";
import { collectUnknown, type UnknownValues } from "./unknown-values.ts";

/** No page has so many at once; what comes after is not worth its bytes. */
const MAX_INCIDENTS = 500;

/** Reads the payload's text. Null: this is not the format. */
export type ReadText = (text: string, source: SourceContext, unknown: UnknownValues) => SourceIncident[] | null;
type ReadJson = (value: unknown, source: SourceContext, unknown: UnknownValues) => SourceIncident[] | null;

/** An adapter with its parser in reach, so that the fuzz run sees a mistake that `read` would hide. */
export type GuardedAdapter = Adapter & { parse: ReadText };

/** Makes an adapter of a parser for text: decodes, guards, and puts the reading together. */
export function textAdapter(format: string, parse: ReadText): GuardedAdapter {
  return { format, parse, read: (bytes, source) => guarded(bytes, source, parse) };
}

/** Makes an adapter of a parser for parsed JSON. */
export function jsonAdapter(format: string, readJson: ReadJson): GuardedAdapter {
  return textAdapter(format, (text, source, unknown) => {
    const value = parseJson(text);
    return value === undefined ? null : readJson(value, source, unknown);
  });
}

function unreadable(): Reading {
  return { parsed: false, incidents: [], unknown: [] };
}

function guarded(bytes: Uint8Array, source: SourceContext, readText: ReadText): Reading {
  const unknown = collectUnknown();
  const text = decodeText(bytes);
  if (text === null) return unreadable();
  let incidents: SourceIncident[] | null;
  try {
    incidents = readText(text, source, unknown);
  } catch {
    // A parser's own mistake on hostile input must cost one source, not the server; the long fuzz run (`npm run fuzz`) looks for them.
    incidents = null;
  }
  if (incidents === null) return unreadable();
  return { parsed: true, incidents: distinct(incidents), unknown: unknown.list() };
}

/** Of incidents with one id the one updated last stays, in the place of the first. */
function distinct(incidents: SourceIncident[]): SourceIncident[] {
  const byId = new Map<string, SourceIncident>();
  for (const incident of incidents) {
    const known = byId.get(incident.id);
    if (known === undefined || Date.parse(incident.updated) >= Date.parse(known.updated)) byId.set(incident.id, incident);
  }
  return [...byId.values()].slice(0, MAX_INCIDENTS);
}
