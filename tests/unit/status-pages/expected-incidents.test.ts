import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { readFeed } from "../../../utils/core/feed/feed.ts";
import { SOURCES } from "../../../utils/core/status-pages/all-sources.ts";
import { adapterFor } from "../../../utils/core/status-pages/formats.ts";
import { identifySource } from "../../../utils/core/status-pages/identify-source.ts";
import { newestMoment } from "../../../utils/core/status-pages/newest-moment.ts";
import { type NotedIncident, noteIncident } from "./noted-incident.ts";
import { handMade, type PayloadFile, realOnes, WHY_SKIPPED } from "./payload-files.ts";

/** What a careful reader of a payload noted: the number of incidents, and in long payloads only some of them. */
type Expectation = { ok: boolean; unknown: string[]; count: number; incidents: NotedIncident[] };

const NOW = Date.parse("2026-11-23T00:00:00Z");

function expectations(name: string): { [file: string]: Expectation } {
  return JSON.parse(readFileSync(new URL(`./expected/${name}.json`, import.meta.url), "utf8"));
}

function readFile({ format, bytes }: PayloadFile) {
  const reading = adapterFor(format)?.read(bytes, identifySource(format, bytes, SOURCES, newestMoment(bytes, NOW) ?? NOW));
  if (reading === undefined) throw new Error(`no adapter for ${format}`);
  return reading;
}

function testAll(files: PayloadFile[], expected: { [file: string]: Expectation }): void {
  test("every payload has an expectation and every expectation a payload", () => {
    expect(files.map(({ name }) => name).sort()).toEqual(Object.keys(expected).sort());
  });

  test.each(files)("$name gives the incidents that a careful reader noted", (file) => {
    const { parsed, unknown, incidents } = readFile(file);
    const told = incidents.map(noteIncident);
    const wanted = expected[file.name];
    expect({ ok: parsed, unknown, count: told.length }).toEqual({ ok: wanted?.ok, unknown: wanted?.unknown, count: wanted?.count });
    for (const incident of wanted?.incidents ?? []) expect(told.find(({ id }) => id === incident.id)).toEqual(incident);
  });

  test.each(files)("$name gives incidents that fit into the feed", (file) => {
    const { incidents } = readFile(file);
    const document = { version: 1, sequence: 1, issued: "2026-11-23T00:00:00Z", expires: "2026-11-23T00:30:00Z", incidents };
    expect(readFeed(document)).toMatchObject({ ok: true });
    expect(new Set(incidents.map(({ id }) => id)).size).toBe(incidents.length);
  });
}

describe("payloads made by hand", () => testAll(handMade(), expectations("hand-made")));

const real = realOnes();
if (real.length === 0) console.warn(`real payloads are not tested: ${WHY_SKIPPED}`);
describe.skipIf(real.length === 0)("real payloads", () => testAll(real, expectations("real")));
