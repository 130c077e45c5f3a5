import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { findPostgres } from "../../../scripts/support/postgres.ts";
import { type Cluster, newDatabase, startCluster } from "../support/postgres.ts";
import { scratchFolder } from "../support/scratch-folder.ts";
import { type ServerProcess, until } from "../support/server-process.ts";
import { smallInternet } from "../support/small-internet.ts";
import { askAbout, startVantage } from "../support/vantage.ts";

const programs = findPostgres();
if (programs === null) console.warn("skipped: several vantages on one database, because there is no postgres and initdb here");

describe.skipIf(programs === null)("several vantages on one database", () => {
  let cluster: Cluster;
  beforeAll(async () => {
    cluster = await startCluster(programs ?? "");
    // As bad as an operator could have it: every statement with its parameters in the log.
    const sql = postgres(cluster.url, { max: 1, onnotice: () => {} });
    for (const setting of ["log_statement = 'all'", "log_parameter_max_length = -1", "logging_collector = on", "log_directory = 'log'"])
      await sql.unsafe(`alter system set ${setting}`);
    await sql.end();
    await cluster.crash();
    await cluster.start();
  }, 60_000);
  afterAll(() => cluster.stop());

  let senders = 0;
  /** What each vantage sees of a host. Asked from a network of its own each time, so that no limit is met. */
  const viewsOf = async ({ url }: ServerProcess, host: string) => {
    senders += 1;
    const views = (await askAbout(url, host, { "X-Forwarded-For": `${1 + (senders % 200)}.${senders}.1.1` })).body.views ?? [];
    return Object.fromEntries(views.map(({ from, failure }) => [from, failure]));
  };

  /** Asks about one new host after another until all vantages answer: they have found each other then. */
  async function untilSeen(server: ServerProcess, ids: string[]): Promise<void> {
    let time = 0;
    await until(async () => {
      time += 1;
      const seen = Object.keys(await viewsOf(server, `warm-up-${server.child.pid}-${time}.example.com`));
      return seen.sort().join() === ids.toSorted().join();
    });
  }

  async function vantagesOn(name: string) {
    const database = await newDatabase(cluster, name);
    const small = await smallInternet();
    let asked = 0;
    await small.host("secret-name.example.com", {
      https(_, reply) {
        asked += 1;
        reply.end();
      },
    });
    await small.host("cut.example.com", { https: (_, reply) => reply.end() });
    const start = (id: string, names = {}) =>
      startVantage(small.described, ["--data", join(scratchFolder(), id), "--database", database, "--proxies", "1"], id, names);
    return { small, start, database, asked: () => asked };
  }

  test("answer together; one that is cut off from a host says so beside the others that reach it", async () => {
    const { start } = await vantagesOn("together");
    const [fra, iad] = await Promise.all([start("fra"), start("iad", { "cut.example.com": ["127.1.0.250"] }), start("sin")]);
    await untilSeen(fra, ["fra", "iad", "sin"]);
    expect(await viewsOf(fra, "cut.example.com")).toEqual({ fra: null, iad: "tcp.refused", sin: null });
    expect(await viewsOf(iad, "cut.example.com")).toEqual({ fra: null, iad: "tcp.refused", sin: null });
  });

  test("leave nothing of a question in the database: no row, no line of its log, no byte of its files", async () => {
    const { start, asked } = await vantagesOn("nothing");
    const [fra, iad] = await Promise.all([start("fra"), start("iad")]);
    await untilSeen(fra, ["fra", "iad"]);
    await untilSeen(iad, ["fra", "iad"]);
    expect(await viewsOf(fra, "secret-name.example.com")).toEqual({ fra: null, iad: null });
    expect(await viewsOf(iad, "secret-name.example.com")).toEqual({ fra: null, iad: null });
    // Each vantage has asked the host once for both of them.
    expect(asked()).toBe(2);
    for (const server of [fra, iad]) {
      await server.end("SIGTERM");
      expect(server.output()).not.toContain("secret-name");
    }
    const files = readdirSync(cluster.data, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    const contents = files.flatMap(({ parentPath, name }) => {
      // The database removes files meanwhile.
      const path = join(parentPath, name);
      return existsSync(path) ? [{ name, bytes: readFileSync(path) }] : [];
    });
    expect(contents.filter(({ bytes }) => bytes.includes("secret-name")).map(({ name }) => name)).toEqual([]);
    const log = contents.filter(({ name }) => name.endsWith(".log")).map(({ bytes }) => bytes.toString());
    expect(log.join("")).toMatch(/pg_notify[\s\S]*not_just_me_ask/);
  });

  test("answer with what they have when one dies in the middle, and without it from then on", async () => {
    const { start, small } = await vantagesOn("dying");
    const [fra, iad] = await Promise.all([start("fra"), start("iad")]);
    await untilSeen(fra, ["fra", "iad"]);
    iad.child.kill("SIGSTOP");
    expect(await viewsOf(fra, "cut.example.com")).toEqual({ fra: null });
    iad.child.kill("SIGCONT");
    await iad.end("SIGTERM");
    await small.host("next.example.com", { https: (_, reply) => reply.end() });
    await untilSeen(fra, ["fra"]);
  });

  test("are one where two processes stand at the same place", async () => {
    const { start, asked } = await vantagesOn("same");
    const [fra] = await Promise.all([start("fra"), start("fra"), start("iad"), start("iad")]);
    await untilSeen(fra, ["fra", "iad"]);
    const before = asked();
    expect((await askAbout(fra.url, "secret-name.example.com")).body.views).toHaveLength(2);
    expect(asked() - before).toBe(2);
  });

  test("find each other again when the database was away, and answer alone until then", async () => {
    const { start } = await vantagesOn("away");
    const [fra] = await Promise.all([start("fra"), start("iad")]);
    await untilSeen(fra, ["fra", "iad"]);
    await cluster.crash();
    expect(await viewsOf(fra, "cut.example.com")).toMatchObject({ fra: null });
    await cluster.start();
    await untilSeen(fra, ["fra", "iad"]);
  });
});
