import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { findPostgres } from "../../scripts/support/postgres.ts";
import { openStore } from "../../server/store/store.ts";
import { HOUR, MINUTE } from "../../utils/core/time.ts";
import { NOON, reportAt } from "./support/kept-report.ts";
import { type Cluster, newDatabase, startCluster } from "./support/postgres.ts";
import { scratchFolder } from "./support/scratch-folder.ts";
import { sendReport } from "./support/send-report.ts";
import { serverAt } from "./support/server-at.ts";
import { until } from "./support/server-process.ts";
import { bytesUnder, foundIn, holdsKey, recordedRandom, reversedSlots } from "./support/traces.ts";

const HALF_PAST = "2026-03-03T12:30:20Z";
/** Two hours after the hour of the reports began, and a minute. */
const ERASED = "2026-03-03T14:01:00Z";

/** One report from each. No other program on this machine has such addresses. */
const ADDRESSES = Array.from({ length: 60 }, (_, index) => `127.${100 + (index % 6)}.${150 + index}.9`);
const PREFIXES = ADDRESSES.map((address) => address.replace(/\.9$/, ".0/24"));
/** How an address may be written down, as a whole or as far as its prefix. */
const WRITTEN = ADDRESSES.map((address) => address.replace(/9$/, ""));
/** What may have been hashed of a sender, alone or with what he reported. */
const SENDERS = PREFIXES.flatMap((prefix) => [prefix, `${prefix} at aws`, `${prefix} netflix`]);

async function reportFromAll(url: string, now: number): Promise<void> {
  const answers = await Promise.all(ADDRESSES.map((address) => sendReport(url, address, "netflix", "aws/us-east-1", now)));
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([204]));
}

async function slotsIn(where: Parameters<typeof openStore>[0]): Promise<string[]> {
  const store = await openStore(where);
  const slots: string[] = [];
  for (let after = 0; ; ) {
    const page = await store.reports.receivedAfter(after, 0, Date.parse(ERASED));
    slots.push(...page.map(({ slot }) => slot));
    const last = page.at(-1);
    if (last === undefined) break;
    after = last.id;
  }
  await store.close();
  return slots;
}

const programs = findPostgres();
if (programs === null)
  console.warn("skipped: what PostgreSQL's files hold of erased reports, because there is no postgres and initdb here");

describe("what a disk holds of reports", () => {
  test("is no key and no address at any time, and two hours later no slot either, in the data folder", async () => {
    const folder = scratchFolder();
    const { keys, random } = recordedRandom();
    const server = await serverAt(HALF_PAST, folder, [], { random });
    await reportFromAll(server.url, server.clock.now);
    const slots = await slotsIn({ file: join(folder, "feed.sqlite") });
    expect(new Set(slots).size).toBe(ADDRESSES.length);
    const during = bytesUnder(folder);
    expect(foundIn(during, slots)).toBe(slots.length);
    expect([holdsKey(during, keys), foundIn(during, WRITTEN), reversedSlots(during, slots, SENDERS)]).toEqual([false, 0, 0]);
    await server.close();

    await serverAt(ERASED, folder, [], { random });
    const after = bytesUnder(folder);
    expect(keys.length).toBeGreaterThan(0);
    expect([foundIn(after, slots), holdsKey(after, keys), foundIn(after, WRITTEN)]).toEqual([0, false, 0]);
  });

  test("is no slot any more once another program that read the database has ended; until then the log says why not", async () => {
    const file = join(scratchFolder(), "feed.sqlite");
    const store = await openStore({ file });
    await store.reports.keep([reportAt(NOON, { slot: "traceable-slot" })]);
    const reader = new DatabaseSync(file, { readOnly: true });
    reader.exec("begin; select * from reports");
    const { reports } = store;
    const holds = () => foundIn(bytesUnder(join(file, "..")), ["traceable-slot"]) > 0;
    await expect(reports.eraseDue(NOON + 2 * HOUR)).rejects.toThrow(/-wal still holds erased rows, because another program reads/);
    await expect(reports.eraseDue(NOON + 2 * HOUR + MINUTE)).rejects.toThrow(/still holds/);
    expect(holds()).toBe(true);
    reader.close();
    await reports.eraseDue(NOON + 2 * HOUR + 2 * MINUTE);
    expect(holds()).toBe(false);
    await store.close();
  });

  describe.skipIf(programs === null)("in PostgreSQL", () => {
    let cluster: Cluster;
    beforeAll(async () => {
      cluster = await startCluster(programs ?? "");
    }, 60_000);
    afterAll(() => cluster.stop());

    test("is the table's old rows as long as a transaction from before may read them; the log says so, and they go once it has ended", async () => {
      const databaseUrl = await newDatabase(cluster, "held");
      const store = await openStore({ databaseUrl });
      await store.reports.keep([reportAt(NOON)]);
      const reader = postgres(databaseUrl, { max: 1 });
      await reader`begin isolation level repeatable read`;
      await reader`select * from reports`;
      await expect(store.reports.eraseDue(NOON + 2 * HOUR)).rejects.toThrow(/^the table reports still holds erased rows, because an older/);
      await reader`rollback`;
      await store.reports.eraseDue(NOON + 2 * HOUR + MINUTE);
      const [size] = await reader`select pg_relation_size('reports')::int as bytes`;
      expect(size?.bytes).toBe(0);
      await reader.end();
      await store.close();
    });

    test("is no key and no address at any time, in no file and no log of its own, and two hours later the table is empty", async () => {
      const databaseUrl = await newDatabase(cluster, "erased");
      const { keys, random } = recordedRandom();
      const server = await serverAt(HALF_PAST, scratchFolder(), [], { random, databaseUrl });
      await reportFromAll(server.url, server.clock.now);
      const slots = await slotsIn({ databaseUrl });
      expect(new Set(slots).size).toBe(ADDRESSES.length);
      await server.close();
      const later = await serverAt(ERASED, scratchFolder(), [], { random, databaseUrl });
      await until(async () => (await slotsIn({ databaseUrl })).length === 0);
      await later.close();
      const sql = postgres(databaseUrl, { max: 1 });
      const [size] = await sql`select pg_relation_size('reports')::int as bytes`;
      await sql`checkpoint`;
      await sql.end();
      expect(size?.bytes).toBe(0);
      // The write-ahead log still has them, as server/README.md says: without a key they give nobody away.
      const after = bytesUnder(cluster.data);
      expect(foundIn(after, slots)).toBeGreaterThan(0);
      expect([holdsKey(after, keys), foundIn(after, WRITTEN), reversedSlots(after, slots, SENDERS)]).toEqual([false, 0, 0]);
    });
  });
});
