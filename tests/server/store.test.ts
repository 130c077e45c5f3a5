import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { findPostgres } from "../../scripts/support/postgres.ts";
import { newSourceState } from "../../server/poll/source-state.ts";
import type { KeptIncident } from "../../server/store/incident-store.ts";
import type { NumberedReport, ReportStore } from "../../server/store/report-store.ts";
import { openStore, type Store } from "../../server/store/store.ts";
import { HOUR, MINUTE } from "../../utils/core/time.ts";
import { NOON, reportAt } from "./support/kept-report.ts";
import { type Cluster, newDatabase, startCluster } from "./support/postgres.ts";
import { scratchFolder } from "./support/scratch-folder.ts";

function incident(id: string, started: string, resolved: string | null): KeptIncident {
  const time = { started, updated: resolved ?? started, resolved };
  const what = {
    services: [],
    site: null,
    severity: "major" as const,
    status: "investigating" as const,
    title: "T",
    summary: "",
    advice: [],
  };
  return {
    incident: { id, provider: "aws", region: "us-east-1", areas: [], ...what, ...time, official: null, crowd: null, affects: [] },
    sources: ["aws"],
    latestStart: Date.parse(started),
    isReported: true,
  };
}

/** The slots of all reports of these days, in order. */
async function slotsOf(reports: ReportStore): Promise<string[]> {
  return (await reports.receivedAfter(0, 0, NOON + 48 * HOUR)).map(({ slot }) => slot);
}

/** What every store must do, whatever is behind it. */
function contract(open: (name: string) => Promise<{ store: Store; again: () => Promise<Store> }>): void {
  test("sequence numbers rise, follow the clock, and are never given twice even when many ask at once", async () => {
    const { store, again } = await open("sequence");
    const { publication } = store;
    expect(await publication.takeLease("one", 1000, 2000)).toBe(true);
    expect(await publication.nextSequence("one", 500)).toBe(500);
    expect(await publication.nextSequence("one", 500)).toBe(501);
    expect(await publication.nextSequence("one", 100)).toBe(502);
    expect(await publication.nextSequence("one", 9000)).toBe(9000);
    // Clients refuse a number that is more than an hour ahead: it came from a clock that was wrong.
    expect(await publication.nextSequence("one", 1000)).toBe(1000);
    expect(await publication.nextSequence("one", 9000)).toBe(9000);
    const many = await Promise.all(Array.from({ length: 20 }, () => publication.nextSequence("one", 8000)));
    expect(new Set(many).size).toBe(20);
    await store.close();
    const reopened = await again();
    expect(await reopened.publication.nextSequence("one", 8000)).toBe(9021);
    await reopened.close();
  });

  test("one process at a time may publish, and another takes over when its time is up or given back", async () => {
    const { store } = await open("lease");
    const { publication } = store;
    expect(await publication.takeLease("one", 1000, 2000)).toBe(true);
    expect(await publication.takeLease("two", 1500, 2500)).toBe(false);
    expect(await publication.nextSequence("two", 1)).toBeNull();
    expect(await publication.takeLease("one", 1500, 2500)).toBe(true);
    expect(await publication.takeLease("two", 2500, 3500)).toBe(true);
    expect(await publication.nextSequence("one", 1)).toBeNull();
    await publication.leaveLease("two");
    expect(await publication.takeLease("three", 2600, 3600)).toBe(true);
    await store.close();
  });

  test("a lease that was taken by a clock a day ahead does not keep others out", async () => {
    const { store } = await open("lease_ahead");
    const { publication } = store;
    expect(await publication.takeLease("ahead", NOON + 24 * HOUR, NOON + 24 * HOUR + 5000)).toBe(true);
    expect(await publication.takeLease("right", NOON, NOON + 5000)).toBe(true);
    expect(await publication.takeLease("another", NOON + 1000, NOON + 6000)).toBe(false);
    await store.close();
  });

  test("the published document is the newest one, and an older one never takes its place", async () => {
    const { store } = await open("published");
    const { publication } = store;
    expect(await publication.publishedBesides(-1)).toBeNull();
    await publication.savePublished(7, "seven");
    await publication.savePublished(6, "six");
    expect(await publication.publishedBesides(-1)).toEqual({ sequence: 7, document: "seven" });
    expect(await publication.publishedBesides(7)).toBeNull();
    await store.close();
  });

  test("a key that is offered is kept only if there is none", async () => {
    const { store } = await open("keys");
    const { publication } = store;
    expect(await publication.readKey("root")).toBeNull();
    expect(await publication.offerKey("root", "a")).toBe("a");
    expect(await publication.offerKey("root", "b")).toBe("a");
    await publication.writeKey("root", "c");
    expect(await publication.readKey("root")).toBe("c");
    await store.close();
  });

  test("reports are read back in pages in the order in which they were written, none twice and none lost, though they share a minute", async () => {
    const { store } = await open("reports");
    const { reports } = store;
    await reports.keep([reportAt(NOON), reportAt(NOON + MINUTE, { slot: "slot2", country: "ES" })]);
    await reports.keep(Array.from({ length: 12_000 }, (_, index) => reportAt(NOON + MINUTE, { slot: `s${index}` })));
    const read: NumberedReport[] = [];
    for (let after = 0; ; ) {
      const page = await reports.receivedAfter(after, NOON, NOON + MINUTE);
      const last = page.at(-1);
      if (last === undefined) break;
      expect(page.length).toBeLessThanOrEqual(1000);
      read.push(...page);
      after = last.id;
    }
    expect(read).toHaveLength(12_002);
    expect(new Set(read.map(({ slot }) => slot)).size).toBe(12_002);
    expect(read.slice(2).map(({ slot }) => slot)).toEqual(Array.from({ length: 12_000 }, (_, index) => `s${index}`));
    const { id, ...first } = read[0] as NumberedReport;
    expect(first).toEqual(reportAt(NOON));
    expect(read[1]).toMatchObject({ country: "ES", received: NOON + MINUTE });
    expect(await reports.receivedAfter(id, NOON, NOON)).toEqual([]);
    expect(await reports.receivedAfter(0, NOON + 1, NOON + MINUTE - 1)).toEqual([]);
    await store.close();
  });

  test("a report that is written after all others were erased is read by who has read those", async () => {
    const { store } = await open("numbers");
    const { reports } = store;
    await reports.keep([reportAt(NOON), reportAt(NOON)]);
    const last = (await reports.receivedAfter(0, NOON, NOON)).at(-1)?.id ?? 0;
    await reports.eraseDue(NOON + 2 * HOUR);
    await reports.keep([reportAt(NOON + 2 * HOUR)]);
    expect(await reports.receivedAfter(last, NOON, NOON + 2 * HOUR)).toHaveLength(1);
    await store.close();
  });

  test("reports of a time to come, left by a clock that ran ahead, are counted and gone; what clocks differ by is not", async () => {
    const { store } = await open("erasing_ahead");
    const { reports } = store;
    const tomorrow = NOON + 24 * HOUR;
    const ahead = Array.from({ length: 5 }, (_, index) => reportAt(tomorrow, { bucket: tomorrow, slot: `slot${index}` }));
    await reports.keep([reportAt(NOON + 2 * MINUTE), ...ahead]);
    await reports.eraseDue(NOON);
    expect(await slotsOf(reports)).toEqual(["slot1"]);
    expect(await reports.counts(0)).toMatchObject([{ bucket: tomorrow, reporters: 5 }]);
    await store.close();
  });

  test("two hours after their hour began reports are gone, and numbers remain that count each reporter once and none below five", async () => {
    const { store, again } = await open("erasing");
    const { reports } = store;
    const six = Array.from({ length: 6 }, (_, index) => reportAt(NOON + 59 * MINUTE, { slot: `slot${index}` }));
    await reports.keep([
      ...six,
      // The first reporter's answer was lost, and it said the same again.
      reportAt(NOON + 59 * MINUTE, { slot: "slot0" }),
      reportAt(NOON + 59 * MINUTE, { slot: "slot6", network: "AS64500" }),
      ...six.slice(0, 4).map((report) => ({ ...report, place: "aws/eu-south-1", failure: "tls.cert.date_invalid" })),
      ...six.map((report, index) => ({ ...report, received: NOON + HOUR, slot: `later${index}` })),
    ]);
    await reports.eraseDue(NOON + 2 * HOUR - 1);
    expect(await slotsOf(reports)).toHaveLength(18);
    await reports.eraseDue(NOON + 2 * HOUR);
    expect(await slotsOf(reports)).toEqual(six.map((_, index) => `later${index}`));
    const numbers = { bucket: NOON, service: "netflix", place: "aws/us-east-1", failure: "http.error" };
    expect(await reports.counts(NOON)).toEqual([{ ...numbers, reporters: 7, networks: 2 }]);
    await reports.eraseDue(NOON + 3 * HOUR);
    expect(await reports.counts(NOON)).toEqual([{ ...numbers, reporters: 13, networks: 2 }]);
    await store.close();
    const reopened = await again();
    expect(await reopened.reports.counts(NOON)).toHaveLength(1);
    await reopened.reports.eraseDue(NOON + 401 * 24 * HOUR);
    expect(await reopened.reports.counts(NOON)).toEqual([]);
    await reopened.close();
  });

  test("incidents are remembered with their end and found by time", async () => {
    const { store } = await open("incidents");
    const { incidents } = store;
    const open1 = incident("a-1", "2026-03-01T00:00:00Z", null);
    const over = incident("a-2", "2026-03-02T00:00:00Z", "2026-03-02T05:00:00Z");
    await incidents.save([open1, over]);
    await incidents.save([{ ...open1, sources: ["aws", "crowd"] }]);
    expect((await incidents.current(Date.parse("2026-03-02T05:00:00Z"))).map((record) => record.incident.id)).toEqual(["a-1", "a-2"]);
    expect(await incidents.current(Date.parse("2026-03-02T05:00:01Z"))).toEqual([{ ...open1, sources: ["aws", "crowd"] }]);
    const day = (text: string) => Date.parse(text);
    expect(await incidents.between(day("2026-03-02"), day("2026-03-03"))).toHaveLength(2);
    expect(await incidents.between(day("2026-02-01"), day("2026-03-01"))).toHaveLength(0);
    await incidents.eraseOld(day("2027-06-01"));
    expect((await incidents.current(0)).map((record) => record.incident.id)).toEqual(["a-1"]);
    await store.close();
  });

  test("the state of sources survives a restart", async () => {
    const { store, again } = await open("sources");
    const state = { ...newSourceState("aws", "https://example.org/a"), etag: '"x"', checked: NOON };
    await store.sources.save([state, newSourceState("b", "https://example.org/b")]);
    await store.sources.save([{ ...state, failures: 2 }]);
    await store.close();
    const reopened = await again();
    expect(await reopened.sources.all()).toEqual([{ ...state, failures: 2 }, newSourceState("b", "https://example.org/b")]);
    await reopened.close();
  });

  test("two processes that open a new store in the same moment both get it", async () => {
    const { store, again } = await open("together");
    const others = await Promise.all([again(), again(), again()]);
    for (const other of others) expect(await other.publication.readKey("root")).toBeNull();
    for (const each of [store, ...others]) await each.close();
  });
}

describe("store in a file", () => {
  contract(async () => {
    const file = join(scratchFolder(), "feed.sqlite");
    return { store: await openStore({ file }), again: () => openStore({ file }) };
  });
});

const programs = findPostgres();
if (programs === null) console.warn("skipped: the store in PostgreSQL, because there is no postgres and initdb here");

describe.skipIf(programs === null)("store in PostgreSQL", () => {
  let cluster: Cluster;
  beforeAll(async () => {
    cluster = await startCluster(programs ?? "");
  }, 60_000);
  afterAll(() => cluster.stop());

  contract(async (name) => {
    const databaseUrl = await newDatabase(cluster, name);
    if (name !== "together") return { store: await openStore({ databaseUrl }), again: () => openStore({ databaseUrl }) };
    const [store, ...rest] = await Promise.all(Array.from({ length: 4 }, () => openStore({ databaseUrl })));
    return { store: store as Store, again: async () => rest.pop() as Store };
  });
});
