import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { findPostgres } from "../../scripts/support/postgres.ts";
import { createReportReader } from "../../server/crowd/report-reader.ts";
import { openStore } from "../../server/store/store.ts";
import { HOUR, MINUTE, SECOND } from "../../utils/core/time.ts";
import { NOON, reportAt } from "./support/kept-report.ts";
import { type Cluster, newDatabase, startCluster } from "./support/postgres.ts";
import { scratchFolder } from "./support/scratch-folder.ts";
import { sendReport } from "./support/send-report.ts";
import { serverAt } from "./support/server-at.ts";

/** All rows of a data folder, in order of arrival. */
async function rowsIn(folder: string) {
  const store = await openStore({ file: join(folder, "feed.sqlite") });
  const rows = await store.reports.receivedAfter(0, 0, NOON + 24 * HOUR);
  await store.close();
  return rows;
}

describe("what is kept of a report", () => {
  test("is the minute of its arrival, and a slot that services of one provider share within the hour, and no others", async () => {
    const folder = scratchFolder();
    const { url, clock } = await serverAt("2026-03-03T12:30:20.345Z", folder);
    const send = (address: string, service: string, on: string | null) => sendReport(url, address, service, on, clock.now);
    await send("127.9.9.1", "netflix", "aws/us-east-1");
    await send("127.9.9.2", "slack", null);
    // The place that a report names makes no second sender of one.
    await send("127.9.9.3", "netflix", "gcp/us-central1");
    await send("127.9.9.4", "discord", null);
    await send("127.9.8.1", "netflix", "aws/us-east-1");
    clock.now += 30 * MINUTE;
    await send("127.9.9.5", "netflix", "aws/us-east-1");
    const rows = await rowsIn(folder);
    expect(rows.map(({ service }) => service)).toEqual(["netflix", "slack", "netflix", "discord", "netflix", "netflix"]);
    const [netflix, slack, elsewhere, discord, neighbour, later] = rows.map(({ slot }) => slot);
    expect([slack, elsewhere]).toEqual([netflix, netflix]);
    expect(new Set([netflix, discord, neighbour, later]).size).toBe(4);
    expect(new Set(rows.map(({ received }) => received % MINUTE))).toEqual(new Set([0]));
    expect(rows[0]?.received).toBe(NOON + 30 * MINUTE);
  });

  test("is the network and the country that a table tells, and none of hosting networks", async () => {
    const folder = scratchFolder();
    const networksFile = join(folder, "networks.csv");
    // AS16509 is Amazon's.
    writeFileSync(networksFile, "127.5.0.0,127.5.255.255,64500\n127.6.0.0,127.6.255.255,16509\n");
    const { url, clock } = await serverAt("2026-03-03T12:30:20Z", folder, [], { networksFile });
    for (const address of ["127.5.1.1", "127.6.1.1"]) expect((await sendReport(url, address, "netflix", null, clock.now)).status).toBe(204);
    expect((await rowsIn(folder)).map(({ network, country }) => [network, country])).toEqual([["AS64500", null]]);
  });
});

const programs = findPostgres();
if (programs === null) console.warn("skipped: reading what several servers write, because there is no postgres and initdb here");

describe.skipIf(programs === null)("of several servers that write into one database", () => {
  let cluster: Cluster;
  beforeAll(async () => {
    cluster = await startCluster(programs ?? "");
  }, 60_000);
  afterAll(() => cluster.stop());

  test("a report that got its number early and is written late is read too, and none is read twice", async () => {
    const databaseUrl = await newDatabase(cluster, "late");
    const store = await openStore({ databaseUrl });
    const { default: postgres } = await import("postgres");
    const other = postgres(databaseUrl, { max: 1 });
    const read: string[] = [];
    const reader = createReportReader(store.reports, NOON - HOUR, "several");
    const readAt = (now: number) => reader.readNew(now, ({ slot }) => read.push(slot));

    await store.reports.keep([reportAt(NOON - 30 * MINUTE, { slot: "old" })]);
    await readAt(NOON);
    await other`begin`;
    await other`insert into reports (bucket, service, place, failure, slot, network, received) values (0, 'a', '', 'f', 'late', 'n', ${NOON})`;
    await store.reports.keep([reportAt(NOON, { slot: "early" })]);
    await readAt(NOON + SECOND);
    expect(read).toEqual(["old", "early"]);
    await other`commit`;
    await readAt(NOON + 9 * SECOND);
    expect(read).toEqual(["old", "early", "late"]);
    await store.reports.keep([reportAt(NOON + MINUTE, { slot: "next" })]);
    for (const seconds of [60, 61, 75, 76]) await readAt(NOON + seconds * SECOND);
    expect(read).toEqual(["old", "early", "late", "next"]);

    await store.reports.keep([reportAt(NOON + 6 * MINUTE, { slot: "ahead" })]);
    await reader.readNew(NOON + 2 * MINUTE, ({ slot, received }) => read.push(`${slot} at ${(received - NOON) / MINUTE}`));
    expect(read.slice(4)).toEqual(["ahead at 2"]);
    await other.end();
    await store.close();
  });
});
