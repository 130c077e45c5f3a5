import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { findPostgres } from "../../scripts/support/postgres.ts";
import { bucketStart, bucketText } from "../../utils/core/reports/report.ts";
import { type Cluster, newDatabase, startCluster } from "./support/postgres.ts";
import { scratchFolder } from "./support/scratch-folder.ts";
import { fetchFeed, type ServerProcess, startProcess, until } from "./support/server-process.ts";

const programs = findPostgres();
if (programs === null) console.warn("skipped: several servers on one database, because there is no postgres and initdb here");

describe.skipIf(programs === null)("several servers on one database", () => {
  let cluster: Cluster;
  beforeAll(async () => {
    cluster = await startCluster(programs ?? "");
  }, 60_000);
  afterAll(() => cluster.stop());

  const publishes = async ({ url }: ServerProcess) => ((await (await fetch(`${url}/health`)).json()) as { publishes: boolean }).publishes;

  test("publish one feed with one key; when the publisher is killed another takes over with a higher number", async () => {
    const database = await newDatabase(cluster, "election");
    const folder = scratchFolder();
    const start = (name: string) =>
      startProcess(["--data", join(folder, name), "--database", database, "--sources", "none", "--every", "0.5"]);
    const servers = await Promise.all([start("a"), start("b"), start("c")]);
    expect(new Set(servers.map(({ rootKey }) => rootKey)).size).toBe(1);

    const isLeader = await Promise.all(servers.map(publishes));
    expect(isLeader.filter(Boolean)).toHaveLength(1);
    const publisher = servers[isLeader.indexOf(true)] as ServerProcess;
    const others = servers.filter((server) => server !== publisher);
    for (const { url, rootKey } of others) {
      await until(() => fetchFeed(url, rootKey).catch(() => null));
    }

    const { sequence } = await fetchFeed(publisher.url, publisher.rootKey);
    await publisher.end("SIGKILL");
    const killed = Date.now();
    const successor = await until(async () => {
      for (const server of others) if (await publishes(server)) return server;
      return null;
    });
    expect(Date.now() - killed).toBeLessThan(15_000);
    const follower = others.find((server) => server !== successor) as ServerProcess;
    await until(async () => (await fetchFeed(follower.url, follower.rootKey)).sequence > sequence);

    // The one that leaves of its own accord gives its right back, so the last one need not wait for its end.
    await successor.end("SIGTERM");
    await until(() => publishes(follower));
  });

  test("lose no report when one is killed, and have no key in common by which anybody could tell that two are of one sender", async () => {
    const database = await newDatabase(cluster, "reports");
    const folder = scratchFolder();
    const start = (name: string) => startProcess(["--data", join(folder, name), "--database", database, "--sources", "none"]);
    const servers = await Promise.all([start("a"), start("b")]);
    const body = JSON.stringify({ v: 1, service: "netflix", on: null, failure: "http.error", bucket: bucketText(bucketStart(Date.now())) });
    for (const { url } of servers) expect((await fetch(`${url}/v2/reports`, { method: "POST", body })).status).toBe(204);
    for (const server of servers) await server.end("SIGKILL");
    const { openStore } = await import("../../server/store/store.ts");
    const store = await openStore({ databaseUrl: database });
    const kept = await store.reports.receivedAfter(0, 0, Date.now());
    expect(kept).toHaveLength(2);
    expect(new Set(kept.map(({ slot }) => slot)).size).toBe(2);
    expect(new Set(kept.map(({ network }) => network)).size).toBe(1);
    await store.close();
  });

  test("serve what they have while the database is away, refuse reports they cannot keep, and go on when it is back", async () => {
    const database = await newDatabase(cluster, "away");
    const server = await startProcess(["--data", scratchFolder(), "--database", database, "--sources", "none", "--every", "0.5"]);
    const { sequence } = await fetchFeed(server.url, server.rootKey);
    const report = async () => {
      const body = JSON.stringify({
        v: 1,
        service: "netflix",
        on: null,
        failure: "http.error",
        bucket: bucketText(bucketStart(Date.now())),
      });
      return (await fetch(`${server.url}/v2/reports`, { method: "POST", body })).status;
    };
    expect(await report()).toBe(204);
    await cluster.crash();
    await until(async () => (await report()) === 503);
    expect((await fetchFeed(server.url, server.rootKey)).sequence).toBeGreaterThanOrEqual(sequence);
    await cluster.start();
    await until(async () => (await report()) === 204);
    const last = (await fetchFeed(server.url, server.rootKey)).sequence;
    await until(async () => (await fetchFeed(server.url, server.rootKey)).sequence > last);
  });
});
