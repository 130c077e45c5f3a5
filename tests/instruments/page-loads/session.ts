import type { Breakage } from "../scenarios/browser-errors.ts";
import type { Answer } from "../scenarios/expectation.ts";
import { Random } from "../scenarios/random.ts";
import { type LabelledAsk, Recording } from "../scenarios/recording.ts";
import type { Browser, TimedEvent } from "../scenarios/trace-event.ts";
import { makeCast, type PageHost, type PageSite } from "./cast.ts";
import type { Outcome } from "./corners.ts";
import { writeBackground, writeRequests } from "./page-load.ts";
import { BETWEEN_PAGES, draw, LOADED, PAGE_MS, PAGES, type Quantiles, REAL_FAILURE } from "./shape.ts";
import { TabWriter } from "./tab-writer.ts";

const MINUTE = 60_000;
/** Trouble that a verdict may still tell of, after the last failed load and after the first that worked again. */
const AFTER_FAILURE = 10 * MINUTE;
const AFTER_RECOVERY = 2 * MINUTE;
/** The check of the connection comes this long after the first failure of a minute. */
const CHECK_AFTER = 300;

/** A site whose page really failed, and how long a verdict may tell of it. */
export type Fault = { site: string; host: string; from: number; until: number };

export type PageSession = {
  name: string;
  browser: Browser;
  events: TimedEvent[];
  asks: LabelledAsk[];
  faults: Fault[];
  /** Of each site the corner that it has, or what else of it may fail now and then. */
  corners: ReadonlyMap<string, string>;
  loads: number;
};

export type SessionOptions = {
  pages?: readonly [low: number, high: number];
  between?: Quantiles;
  /** How many tabs the person uses. */
  tabs?: readonly [low: number, high: number];
};

type Visit = { at: number; tabId: number; site: PageSite; host: PageHost; fails: Outcome | null };

const FAILURES: readonly Outcome[] = [500, 500, 500, 500, 502, 503, 520]
  .map((status): Outcome => ({ status }))
  .concat({ breakage: "name-not-found" satisfies Breakage });

/** One session of somebody who opens pages, with what each question should be answered. The same arguments give the same session. */
export function makeSession(seed: string, browser: Browser, options: SessionOptions = {}): PageSession {
  const random = new Random(`page loads/${seed}`);
  const { ranges, sites, shops } = makeCast(random);
  const name = `pages-${browser}-${seed}`;
  const recording = new Recording({ event: "start", trace: 1, name, browser, epoch: "2026-08-25T18:30:00.000Z", mode: "full", ranges });
  const visits = planVisits(random, sites, shops, options);
  const end = (visits.at(-1)?.at ?? 0) + 20_000;
  const language = random.integer(0, 9);
  const failures: number[] = [];
  const faults = new Map<string, Fault>();
  const tabs = new Map<number, Visit>();

  for (const [index, visit] of visits.entries()) {
    const { at, tabId, site, host, fails } = visit;
    const next = visits.slice(index + 1).find((later) => later.tabId === tabId)?.at ?? end;
    const tab = new TabWriter(recording, random, tabId, next, language);
    const answered = tab.page(at, host, fails ?? { status: site.status }, draw(random, PAGE_MS));
    if (answered === null) continue;
    tabs.set(tabId, visit);
    // Events are written in whole milliseconds.
    note(faults, visit, Math.floor(answered));
    const loaded = answered + draw(random, LOADED);
    if (fails !== null) failures.push(answered);
    else if (site.status === 200) {
      failures.push(...writeRequests(tab, random, site, host, answered));
      failures.push(...writeBackground(tab, random, site, host, loaded, next));
    }
    if (fails === null || "status" in fails) tab.loaded(fails === null && site.status === 200 ? loaded : answered + 400, host);
    for (const asked of [answered + 1500, loaded + 1000]) {
      if (asked >= next) continue;
      recording.ask(asked, { tabId }, tabExpectation(visit, faults, asked));
      recording.ask(asked, {}, toolbarExpectation(faults, asked));
    }
  }
  for (const [tabId, visit] of tabs) recording.ask(end, { tabId }, tabExpectation(visit, faults, end));
  recording.ask(end, {}, toolbarExpectation(faults, end));
  if (random.chance(0.5)) writeChecks(recording, failures);
  for (let restart = random.integer(0, 3); restart > 0; restart--) recording.write(random.between(0, end), { event: "restart" });
  return {
    name,
    browser,
    ...recording.finish(),
    faults: [...faults.values()],
    corners: cornersOf([...sites, ...shops]),
    loads: visits.length,
  };
}

function cornersOf(sites: readonly PageSite[]): Map<string, string> {
  return new Map(sites.map(({ name, kind, corner }) => [name, corner?.name ?? (kind === "application" ? "polling" : "none")]));
}

/** Which pages are opened, when and in which tab. One session in ten meets several shops of one platform within minutes. */
function planVisits(random: Random, sites: readonly PageSite[], shops: readonly PageSite[], options: SessionOptions): Visit[] {
  const count = random.integer(...(options.pages ?? PAGES));
  const tabs = random.integer(...(options.tabs ?? [2, 12]));
  // One to five pages a site.
  const known = random.sample(sites, Math.max(4, Math.round(count / random.between(1.2, 3))));
  const shopping = random.chance(0.1) ? random.integer(0, count) : null;
  const visits: Visit[] = [];
  let at = random.between(1000, 4000);
  for (let index = 0; index < count; index++) {
    const isShop = shopping !== null && index >= shopping && index < shopping + 4;
    const site = isShop ? (shops[index - shopping] ?? random.pick(shops)) : random.pick(known);
    const host = random.pick(site.pages);
    const tabId = random.integer(1, tabs);
    const fails = random.chance(REAL_FAILURE) ? random.pick(FAILURES) : null;
    visits.push({ at, tabId, site, host, fails });
    // Somebody tries again, up to three times; most find the page broken still.
    for (let again = fails === null ? 0 : random.integer(0, 3); again > 0; again--) {
      at += random.pause(5000, 40_000);
      visits.push({ at, tabId, site, host, fails: random.chance(0.6) ? fails : null });
    }
    at += draw(random, options.between ?? BETWEEN_PAGES);
  }
  return visits;
}

/** Keeps since when and until when a site is in trouble, as far as a verdict may tell. */
function note(faults: Map<string, Fault>, { site, host, fails }: Visit, at: number): void {
  const known = faults.get(host.name);
  if (fails !== null) faults.set(host.name, { site: site.name, host: host.name, from: known?.from ?? at, until: at + AFTER_FAILURE });
  else if (known !== undefined) faults.set(host.name, { ...known, until: Math.min(known.until, at + AFTER_RECOVERY) });
}

/** The check of the connection, which finds that it is well. */
function writeChecks(recording: Recording, failures: readonly number[]): void {
  let checked = Number.NEGATIVE_INFINITY;
  for (const at of failures.toSorted((one, other) => one - other)) {
    if (at - checked < MINUTE) continue;
    checked = at;
    recording.write(at + CHECK_AFTER, { event: "connectivity", result: "reached" });
  }
}

const CLEAR: readonly Answer[] = [{ scope: "clear" }, { scope: "unclear", weak: true }];

function tabExpectation({ site, host, fails }: Visit, faults: Map<string, Fault>, at: number) {
  const accept = fails !== null ? acceptOf([site.name]) : isTroubled(faults, host.name, at) ? [...acceptOf([site.name]), ...CLEAR] : CLEAR;
  return { stage: "final" as const, truth: fails === null ? "clear" : "site", accept };
}

function toolbarExpectation(faults: Map<string, Fault>, at: number) {
  const troubled = [...faults.values()].filter(({ from, until }) => from <= at && at <= until).map(({ site }) => site);
  return { stage: "final" as const, truth: troubled.length > 0 ? "site" : "clear", accept: [...acceptOf(troubled), ...CLEAR] };
}

function acceptOf(sites: readonly string[]): readonly Answer[] {
  return sites.length === 0 ? [] : [{ scope: "site", subject: sites }, { scope: "unclear" }];
}

function isTroubled(faults: Map<string, Fault>, host: string, at: number): boolean {
  const fault = faults.get(host);
  return fault !== undefined && fault.from <= at && at <= fault.until;
}
