import { readFileSync } from "node:fs";
import { adapterFor } from "../../../utils/core/status-pages/formats.ts";
import type { Reading, SourceContext } from "../../../utils/core/status-pages/parsing/adapter.ts";

const SOURCE: SourceContext = {
  id: "acme",
  provider: "acme",
  site: null,
  page: "https://status.acme.example",
  url: "https://status.acme.example/payload",
  now: Date.parse("2026-11-23T00:00:00Z"),
};

/** Reads a payload given as text, bytes or a value that becomes JSON. */
export function read(format: string, payload: unknown, source: Partial<SourceContext> = {}): Reading {
  const adapter = adapterFor(format);
  if (adapter === null) throw new Error(`no adapter for ${format}`);
  const isRaw = typeof payload === "string" || payload instanceof Uint8Array;
  const bytes = payload instanceof Uint8Array ? payload : Buffer.from(isRaw ? (payload as string) : JSON.stringify(payload));
  return adapter.read(bytes, { ...SOURCE, ...source });
}

/** One of the payloads made by hand, as bytes. */
export function handMadeBytes(name: string): Uint8Array {
  return readFileSync(new URL(`./payloads/${name}`, import.meta.url));
}

/** One of the payloads made by hand that are JSON, free to be changed. */
// biome-ignore lint/suspicious/noExplicitAny: tests reach into it and change what they please
export function handMadeJson(name: string): any {
  return JSON.parse(Buffer.from(handMadeBytes(name)).toString("utf8"));
}
