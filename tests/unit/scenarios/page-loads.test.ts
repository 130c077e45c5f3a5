import { describe, expect, test } from "vitest";
import { siteOf } from "../../../utils/core/net/site-name.ts";
import { PageTally } from "../../instruments/page-loads/page-tally.ts";
import { makeSession, type PageSession } from "../../instruments/page-loads/session.ts";
import { watchSession } from "../../instruments/page-loads/watch-session.ts";
import { problemsOf } from "../../instruments/scenarios/trace-check.ts";
import type { TimedEvent } from "../../instruments/scenarios/trace-event.ts";

const BROWSERS = ["chromium", "firefox"] as const;
const sessions = BROWSERS.flatMap((browser) => Array.from({ length: 12 }, (_, index) => makeSession(`test.${index}`, browser)));

type Heard = Extract<TimedEvent, { event: "completed" | "error" }>;
const isHeard = (event: TimedEvent): event is Heard => event.event === "completed" || event.event === "error";
const heard = sessions.flatMap(({ events }) => events.filter(isHeard));
const loads = sessions.reduce((sum, session) => sum + session.loads, 0);
const share = (matches: (event: Heard) => boolean): number => heard.filter(matches).length / heard.length;
const hostOf = (url: string): string => new URL(url).hostname;

describe("sessions shaped like real page loads", () => {
  test("are what a browser could have recorded", () => {
    expect(sessions.flatMap(({ events }) => problemsOf(events))).toEqual([]);
  });

  test("are the same for the same seed, and others for another", () => {
    expect(makeSession("test.3", "firefox")).toEqual(makeSession("test.3", "firefox"));
    expect(makeSession("test.4", "firefox").events).not.toEqual(makeSession("test.3", "firefox").events);
  });

  test("are heard of as much as the recordings: a seventh of 200 to 800 requests a page", () => {
    expect(heard.length / loads).toBeGreaterThan(200 / 7);
    expect(heard.length / loads).toBeLessThan(800 / 7);
  });

  test("mostly ask third parties, one in ten in vain because the page aborts it", () => {
    const isOwn = ({ url, initiator }: Heard) => initiator === undefined || siteOf(hostOf(url)) === siteOf(hostOf(initiator));
    expect(share(isOwn)).toBeLessThan(0.5);
    const aborted = share((event) => event.event === "error" && /ABORTED/.test(event.error));
    expect(aborted).toBeGreaterThan(0.05);
    expect(aborted).toBeLessThan(0.25);
  });

  test("share third parties between sites", () => {
    const callers = new Map<string, Set<string>>();
    for (const { url, initiator, type } of sessions.slice(0, 1).flatMap(({ events }) => events.filter(isHeard)))
      if (initiator !== undefined && type === "xmlhttprequest")
        callers.set(hostOf(url), (callers.get(hostOf(url)) ?? new Set()).add(siteOf(hostOf(initiator))));
    const counts = [...callers.values()].map(({ size }) => size);
    expect(counts.filter((count) => count >= 3).length).toBeGreaterThan(5);
    expect(counts.filter((count) => count === 1).length).toBeGreaterThan(counts.length / 3);
  });

  test("meet bot walls on one page in fourteen, about, and pages that really fail on one in a hundred", () => {
    const pages = heard.filter(({ type }) => type === "main_frame");
    const of = (matches: (event: Heard) => boolean) => pages.filter(matches).length / pages.length;
    expect(of((event) => event.event === "completed" && event.status === 403)).toBeGreaterThan(0.02);
    expect(of((event) => event.event === "completed" && event.status === 403)).toBeLessThan(0.15);
    const faults = sessions.reduce((sum, session) => sum + session.faults.length, 0);
    expect(faults).toBeGreaterThan(0);
    expect(faults / loads).toBeLessThan(0.03);
  });
});

/** A page that opens, and another that does not, three times. */
function brokenSession(faults: PageSession["faults"]): PageSession {
  const load = (t: number, tabId: number, host: string, status: number): TimedEvent[] => [
    { t, event: "completed", tabId, url: `https://${host}/`, type: "main_frame", status },
    { t: t + 10, event: "navigation-completed", tabId, url: `https://${host}/` },
  ];
  const start: TimedEvent = { t: 0, event: "start", trace: 1, name: "broken", browser: "chromium", epoch: "2026-03-03T09:00:00Z" };
  const tries = [10_000, 25_000, 40_000].flatMap((t) => [...load(t, 2, "www.broken.com", 503), ...load(t + 5000, 1, "www.works.com", 200)]);
  return { name: "broken", browser: "chromium", events: [start, ...tries], asks: [], faults, corners: new Map(), loads: 6 };
}

describe("somebody who looks at every moment", () => {
  test("sees a verdict about a site that nothing is wrong with as false, from the first look to the last", () => {
    const { spells } = watchSession(brokenSession([]));
    expect(spells.every(({ about }) => about === "broken.com")).toBe(true);
    const last = spells.toSorted((one, other) => other.until - one.until)[0];
    expect(last?.from).toBeGreaterThanOrEqual(10_000);
    expect(last?.until).toBeGreaterThan(40_000);
  });

  test("sees the same verdict as true where the page really fails, and as false in a tab of a healthy sibling", () => {
    const fault = { site: "broken.com", host: "www.broken.com", from: 10_000, until: 60_000 };
    expect(watchSession(brokenSession([fault])).spells).toEqual([]);
    expect(watchSession(brokenSession([{ ...fault, host: "other.broken.com" }])).spells).not.toEqual([]);
  });

  test("counts false verdicts by the thousand page loads", () => {
    const tally = new PageTally();
    const session = brokenSession([]);
    tally.add(session, { marks: ["right", "wrong"], spells: [{ scope: "site", cause: "http", about: "broken.com", from: 1, until: 2 }] });
    tally.add(session, { marks: ["right"], spells: [] });
    expect(tally.marks).toEqual({ right: 2, weak: 0, unclear: 0, wrong: 1 });
    expect(tally.perThousand("site")).toBeCloseTo(1000 / 12);
    expect(tally.perThousand("provider")).toBe(0);
  });
});
