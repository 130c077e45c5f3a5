import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { LINKED_PAGES, SOURCES } from "../../../utils/core/status-pages/all-sources.ts";
import { adapterFor } from "../../../utils/core/status-pages/formats.ts";
import { identifySource } from "../../../utils/core/status-pages/identify-source.ts";
import type { SourceIncident } from "../../../utils/core/status-pages/parsing/adapter.ts";

/** What an incident has to be, or must not be: the fields that an expectation names. Times with the minutes that they may be off. */
type Wanted = {
  open?: boolean;
  maintenance?: boolean;
  titleIncludes?: string;
  mentions?: string[];
  severity?: string[];
  status?: string[];
  servicesInclude?: string[];
  servicesExclude?: string[];
  region?: string | null;
  startedWithinMinutesOf?: string | [string, number];
  resolvedNear?: [string, number];
  startedBetween?: [string, string];
  updatedBetween?: [string, string];
  resolvedBetween?: [string, string];
};
type Expectation = {
  file: string;
  format: string;
  refuseOrOpen?: true;
  expect: {
    ok: boolean;
    asOf: string;
    open: number | [number, number];
    total?: [number, number];
    must: Wanted[];
    mustNot: Wanted[];
    unknownExcludes?: string[];
  };
};

const FOLDER = fileURLToPath(new URL("../../../../shared/fixtures/status-2/", import.meta.url));
const isThere = existsSync(`${FOLDER}expected.json`);
if (!isThere) console.warn("shared expectations are not tested: the folder ../shared/fixtures/status-2 is not there");
const expectations: Expectation[] = isThere ? JSON.parse(readFileSync(`${FOLDER}expected.json`, "utf8")) : [];

const MINUTE = 60_000;

function isNear(time: string | null, wanted: string | [string, number]): boolean {
  const [at, minutes] = typeof wanted === "string" ? [wanted, 2] : wanted;
  return time !== null && Math.abs(Date.parse(time) - Date.parse(at)) <= minutes * MINUTE;
}

function isBetween(time: string | null, [first, last]: [string, string]): boolean {
  return time !== null && Date.parse(time) >= Date.parse(first) && Date.parse(time) <= Date.parse(last);
}

/** Each field of an expectation as a question. */
const FITS: { [field in keyof Wanted]-?: (incident: SourceIncident, wanted: NonNullable<Wanted[field]>) => boolean } = {
  open: ({ status }, wanted) => (status !== "resolved") === wanted,
  maintenance: ({ severity }, wanted) => (severity === "maintenance") === wanted,
  titleIncludes: ({ title }, wanted) => title.toLowerCase().includes(wanted.toLowerCase()),
  mentions: (incident, wanted) => wanted.every((word) => JSON.stringify(incident).toLowerCase().includes(word.toLowerCase())),
  severity: ({ severity }, wanted) => wanted.includes(severity),
  status: ({ status }, wanted) => wanted.includes(status),
  servicesInclude: ({ services }, wanted) => wanted.every((name) => services.some((one) => one.toLowerCase().includes(name))),
  servicesExclude: ({ services }, wanted) => !wanted.some((name) => services.some((one) => one.toLowerCase().includes(name))),
  region: ({ region }, wanted) => region === wanted,
  startedWithinMinutesOf: ({ started }, wanted) => isNear(started, wanted),
  resolvedNear: ({ resolved }, wanted) => isNear(resolved, wanted),
  startedBetween: ({ started }, wanted) => isBetween(started, wanted),
  updatedBetween: ({ updated }, wanted) => isBetween(updated, wanted),
  resolvedBetween: ({ resolved }, wanted) => isBetween(resolved, wanted),
};

function fits(incident: SourceIncident, wanted: Wanted): boolean {
  return Object.entries(wanted).every(([field, value]) => {
    const question = FITS[field as keyof Wanted] as ((incident: SourceIncident, value: unknown) => boolean) | undefined;
    if (question === undefined) throw new Error(`an expectation names the field "${field}", which this test does not know`);
    return question(incident, value);
  });
}

function isWithin(count: number, wanted: number | [number, number]): boolean {
  const [least, most] = typeof wanted === "number" ? [wanted, wanted] : wanted;
  return count >= least && count <= most;
}

describe.skipIf(!isThere)("payloads that other readers got wrong", () => {
  test.each(expectations)("$file tells what its expectation says", ({ file, format, refuseOrOpen, expect: wanted }) => {
    const bytes = readFileSync(FOLDER + file);
    const source = identifySource(format, bytes, [...SOURCES, ...LINKED_PAGES], Date.parse(wanted.asOf));
    const reading = adapterFor(format)?.read(bytes, source);
    if (refuseOrOpen === true && reading?.parsed === false) return;
    const incidents = reading?.incidents ?? [];
    const open = incidents.filter(({ status, severity }) => status !== "resolved" && severity !== "maintenance");
    expect(reading?.parsed).toBe(wanted.ok);
    expect(isWithin(open.length, wanted.open)).toBe(true);
    expect(isWithin(incidents.length, wanted.total ?? [0, 500])).toBe(true);
    expect(wanted.must.filter((one) => !incidents.some((incident) => fits(incident, one)))).toEqual([]);
    expect(wanted.mustNot.filter((one) => incidents.some((incident) => fits(incident, one)))).toEqual([]);
    expect((wanted.unknownExcludes ?? []).filter((word) => reading?.unknown.includes(word))).toEqual([]);
  });
});
