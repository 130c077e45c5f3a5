import { spawnSync } from "node:child_process";
import { cpSync, existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { findPostgres } from "../../scripts/support/postgres.ts";
import { mirrorAt, readFeedAt } from "../../scripts/support/read-feed.ts";
import { type Root, readRootText } from "../../utils/core/feed/root-text.ts";
import { keys, runKeys } from "./support/keys-command.ts";
import { type Cluster, newDatabase, startCluster } from "./support/postgres.ts";
import { scratchFolder } from "./support/scratch-folder.ts";
import { fetchFeed, startProcess, until } from "./support/server-process.ts";

/** A folder with root key files, as people at several places have them. */
function people(...names: string[]) {
  const folder = scratchFolder();
  const file = (name: string) => join(folder, name);
  const publicKeys = Object.fromEntries(names.map((name) => [name, keys("new", file(`${name}.json`))]));
  return { file, key: (name: string) => publicKeys[name] ?? "" };
}

function rootOf(text: string): Root {
  const root = readRootText(text);
  if (root === null) throw new Error(`${text} is no root`);
  return root;
}

const flags = (data: string) => ["--data", data, "--sources", "none", "--every", "0.5"];

/** A build of the given root reads the feed; returns the number of the root that it arrives at. */
async function readFrom(place: string, root: string): Promise<number | string> {
  const result = await readFeedAt(mirrorAt(place), rootOf(root));
  return result.ok ? result.root.number : result.reason;
}

describe("the roots of a feed", () => {
  test("go from 1 to 4 by the real commands while a server runs, and builds of every root follow", async () => {
    const data = scratchFolder();
    const { file, key } = people("two", "three");
    const server = await startProcess(flags(data));
    const first = server.rootKey;
    expect(await readFrom(server.url, first)).toBe(1);

    keys("root", "--data", data, "--keys", `${first},${key("two")}`, "--sign", join(data, "keys/root.json"), "--out", file("2"));
    keys("adopt", file("2"), "--data", data);
    await until(async () => (await readFrom(server.url, first)) === 2);

    // Root 3 asks for two signatures, and drops the key on the server.
    const pair = ["--keys", `${key("two")},${key("three")}`, "--threshold", "2"];
    const drafted = keys("root", "--data", data, ...pair, "--sign", file("two.json"), "--out", file("3"));
    expect(drafted).toContain(`missing: 1 signature of root 3 (the new root), by ${key("three")}`);
    const before = readFileSync(join(data, "keys/roots.json"), "utf8");
    expect(runKeys(["adopt", file("3"), "--data", data])).toMatchObject({ status: 2, problem: expect.stringContaining("is not complete") });
    expect(readFileSync(join(data, "keys/roots.json"), "utf8")).toBe(before);
    expect(keys("sign", file("3"), "--sign", file("three.json"))).toContain("complete.");
    const third = /FEED_ROOT_KEY=(\S+)/.exec(keys("adopt", file("3"), "--data", data))?.[1] ?? "";
    expect(third).toBe(`3/2:${key("two")},${key("three")}`);

    // The server does not go on with a grant of the dropped key, and says what it needs.
    await until(async () => /not published: .*was granted by \S+, which root 3 does not have/.test(server.output()));
    expect(keys("show", "--data", data)).toMatch(/NOT one of root 3/);
    keys("adopt", file("two.json"), "--data", data);
    await until(async () => (await readFrom(server.url, first)) === 3);
    expect(await readFrom(server.url, third)).toBe(3);

    keys("root", "--data", data, "--keys", key("two"), "--sign", file("two.json"), "--sign", file("three.json"), "--out", file("4"));
    const fourth = /FEED_ROOT_KEY=(\S+)/.exec(keys("adopt", file("4"), "--data", data))?.[1] ?? "";
    await until(async () => (await readFrom(server.url, third)) === 4);
    for (const root of [first, third, fourth]) expect(await readFrom(server.url, root)).toBe(4);
    // Mirrors have the same files.
    await until(async () => (await readFrom(join(data, "public"), first)) === 4);
    const { problem } = runKeys(["show", "--data", data]);
    expect(problem).toBe("");
  }, 120_000);

  test("travel with a scheduled job, whose reading half has the public file of roots and no key", async () => {
    const [owner, job] = [scratchFolder(), scratchFolder()];
    const { file, key } = people("one", "two");
    keys("first", "--data", owner, "--keys", key("one"));
    keys("root", "--data", owner, "--keys", key("two"), "--sign", file("one.json"), "--sign", file("two.json"), "--out", file("2"));
    keys("adopt", file("2"), "--data", owner);
    cpSync(join(owner, "keys/roots.json"), join(job, "data/keys/roots.json"));
    const site = join(job, "site");
    const words = ["--once", "--unsigned", "--out", site, "--data", join(job, "data"), "--sources", "none"];
    expect(spawnSync(process.execPath, ["scripts/feed.ts", ...words]).status).toBe(0);
    const env = { PATH: process.env.PATH, FEED_SIGNING_KEY: keys("grant", "--root", file("two.json")) };
    expect(spawnSync(process.execPath, ["scripts/sign-head.ts", site], { env }).status).toBe(0);
    expect(await readFrom(site, key("one"))).toBe(2);
  });

  test("survive the loss of a key: the other one names the next root without it", async () => {
    const data = scratchFolder();
    const { file, key } = people("lost", "safe", "new");
    const first = `${key("lost")},${key("safe")}`;
    keys("first", "--data", data, "--keys", first);
    rmSync(file("lost.json"));
    keys("adopt", file("safe.json"), "--data", data);
    const server = await startProcess(flags(data));
    expect(server.rootKey).toBe(first);
    keys("root", "--data", data, "--keys", `${key("safe")},${key("new")}`, "--sign", file("safe.json"), "--out", file("2"));
    keys("adopt", file("2"), "--data", data);
    await until(async () => (await readFrom(server.url, first)) === 2);
  });

  test("survive the theft of the machine: the two offline keys name a root without its key, and what the thief signs is refused", async () => {
    const data = scratchFolder();
    const { file, key } = people("online", "bank", "home");
    const first = `1/2:${key("online")},${key("bank")},${key("home")}`;
    keys("first", "--data", data, "--keys", `${key("online")},${key("bank")},${key("home")}`, "--threshold", "2");
    keys("adopt", file("online.json"), "--data", data);
    const server = await startProcess(flags(data));
    expect(await readFrom(server.url, first)).toBe(1);
    const thief = scratchFolder();
    cpSync(join(data, "keys"), join(thief, "keys"), { recursive: true });

    // With one key of two the thief names no root.
    keys("root", "--data", thief, "--keys", key("online"), "--sign", file("online.json"), "--out", file("forged"));
    const forged = runKeys(["adopt", file("forged"), "--data", thief]);
    expect(forged).toMatchObject({ status: 2, problem: expect.stringContaining("missing: 1 signature of root 1") });

    keys("root", "--data", data, "--keys", `${key("bank")},${key("home")}`, "--threshold", "2", "--out", file("2"));
    keys("sign", file("2"), "--sign", file("bank.json"));
    keys("sign", file("2"), "--sign", file("home.json"));
    keys("adopt", file("2"), "--data", data);
    keys("grant", "--root", file("bank.json"), "--out", file("feed.json"));
    keys("adopt", file("feed.json"), "--data", data);
    await until(async () => (await readFrom(server.url, first)) === 2);

    const second = /FEED_ROOT_KEY=(\S+)/.exec(keys("show", "--data", data))?.[1] ?? "";
    const forgery = join(thief, "site");
    const made = spawnSync(process.execPath, ["scripts/feed.ts", "--once", "--out", forgery, "--data", thief, "--sources", "none"]);
    expect(made.status).toBe(0);
    // A build that has not heard of root 2 is deceived; one that has is not.
    expect(await readFrom(forgery, first)).toBe(1);
    expect(await readFrom(forgery, second)).toMatch(/was not granted by root 2/);
    // The grant of the thief's key on the server itself is of no use either.
    rmSync(join(data, "keys/feed.json"));
    cpSync(join(thief, "keys/feed.json"), join(data, "keys/feed.json"));
    await until(async () => /not published: .*which root 2 does not have/.test(server.output()));
  });
});

const programs = findPostgres();
if (programs === null) console.warn("skipped: keys in a database, because there is no postgres and initdb here");

describe.skipIf(programs === null)("the roots of a feed in a database", () => {
  let cluster: Cluster;
  beforeAll(async () => {
    cluster = await startCluster(programs ?? "");
  }, 60_000);
  afterAll(() => cluster.stop());

  test("are those of the folder that moved there, and change by the same commands", async () => {
    const folder = scratchFolder();
    const alone = await startProcess(flags(join(folder, "a")));
    const first = alone.rootKey;
    await alone.end("SIGTERM");
    const database = await newDatabase(cluster, "roots");
    const start = (name: string) => startProcess([...flags(join(folder, name)), "--database", database]);
    const moved = await start("a");
    const other = await start("b");
    expect([moved.rootKey, other.rootKey]).toEqual([first, first]);
    expect(existsSync(join(folder, "b/keys"))).toBe(false);

    const { file, key } = people("two");
    const environment = { DATABASE_URL: database, DATA_DIR: join(folder, "b") };
    const own = join(folder, "a/keys/root.json");
    const made = runKeys(["root", "--keys", key("two"), "--sign", own, "--sign", file("two.json"), "--out", file("2")], environment);
    expect(made).toMatchObject({ status: 0, out: expect.stringContaining("complete.") });
    for (const name of ["2", "two.json"]) expect(runKeys(["adopt", file(name)], environment)).toMatchObject({ status: 0, problem: "" });
    for (const { url } of [moved, other]) await until(async () => (await readFrom(url, first)) === 2);
    await fetchFeed(other.url, first);
  });
});
