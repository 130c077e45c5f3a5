import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { findPostgres } from "../../../scripts/support/postgres.ts";
import { openStore, type Store } from "../../../server/store/store.ts";
import { HOUR, MINUTE } from "../../../utils/core/time.ts";
import { NOON } from "../support/kept-report.ts";
import { type Cluster, newDatabase, startCluster } from "../support/postgres.ts";
import { scratchFolder } from "../support/scratch-folder.ts";

/** What every store must do with measurements, whatever is behind it. */
function contract(open: (name: string) => Promise<{ store: Store; again: () => Promise<Store> }>): void {
  test("what a vantage sees is kept for an hour at most, and one process alone speaks in its name", async () => {
    const { store } = await open("measurements");
    const { measurements } = store;
    expect(await measurements.save("one", "fra", NOON, "first")).toBe(true);
    expect(await measurements.save("two", "fra", NOON + MINUTE, "second")).toBe(false);
    expect(await measurements.save("one", "fra", NOON + MINUTE, "third")).toBe(true);
    expect(await measurements.save("two", "iad", NOON, "fourth")).toBe(true);
    const fra = { vantage: "fra", at: NOON + MINUTE, view: "third" };
    expect(await measurements.views()).toEqual([fra, { vantage: "iad", at: NOON, view: "fourth" }]);
    await measurements.withdraw("one", "iad");
    await measurements.withdraw("two", "iad");
    expect(await measurements.views()).toEqual([fra]);
    // The process that had the name was killed.
    expect(await measurements.save("two", "fra", NOON + 5 * MINUTE, "fifth")).toBe(true);
    await measurements.eraseOld(NOON + 30 * MINUTE);
    expect(await measurements.views()).toHaveLength(1);
    await measurements.eraseOld(NOON + 2 * HOUR);
    expect(await measurements.views()).toEqual([]);
    await store.close();
  });

  test("when targets last answered a vantage is there after a restart", async () => {
    const { store, again } = await open("answered");
    expect(await store.measurements.answered("fra")).toEqual({});
    await store.measurements.saveAnswered("fra", { netflix: NOON });
    await store.measurements.saveAnswered("fra", { netflix: NOON + HOUR, "aws/us-east-1": NOON });
    await store.close();
    const reopened = await again();
    expect(await reopened.measurements.answered("fra")).toEqual({ netflix: NOON + HOUR, "aws/us-east-1": NOON });
    await reopened.close();
  });
}

describe("measurements in the embedded store", () => {
  contract(async (name) => {
    const file = join(scratchFolder(), `${name}.sqlite`);
    return { store: await openStore({ file }), again: () => openStore({ file }) };
  });
});

const programs = findPostgres();
if (programs === null) console.warn("skipped: measurements in PostgreSQL, because there is no postgres and initdb here");

describe.skipIf(programs === null)("measurements in PostgreSQL", () => {
  let cluster: Cluster;
  beforeAll(async () => {
    cluster = await startCluster(programs ?? "");
  }, 60_000);
  afterAll(() => cluster.stop());

  contract(async (name) => {
    const databaseUrl = await newDatabase(cluster, name);
    return { store: await openStore({ databaseUrl }), again: () => openStore({ databaseUrl }) };
  });
});
