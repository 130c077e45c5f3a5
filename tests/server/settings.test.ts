import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { BadSettings } from "../../server/bad-settings.ts";
import { readSettings, settingsHelp } from "../../server/server-settings.ts";
import { scratchFolder } from "./support/scratch-folder.ts";

function complaint(words: string[], environment: { [name: string]: string } = {}): string {
  try {
    readSettings(words, environment);
    return "none";
  } catch (problem) {
    expect(problem).toBeInstanceOf(BadSettings);
    return (problem as Error).message;
  }
}

function fileWith(content: string): string {
  const file = join(scratchFolder(), "sources.json");
  writeFileSync(file, content);
  return file;
}

function run(script: string, words: string[], environment: { [name: string]: string } = {}) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [`scripts/${script}`, ...words], {
    encoding: "utf8",
    env: { ...process.env, ...environment },
    timeout: 60_000,
  });
  return { status, stdout, stderr };
}

describe("settings", () => {
  test("have sane defaults, and flags win over the environment", () => {
    expect(readSettings([], {}).settings).toMatchObject({
      host: "127.0.0.1",
      port: 8787,
      dataDir: "feed-data",
      publishEverySeconds: 60,
      proxies: 0,
    });
    expect(readSettings(["--port", "1"], { PORT: "2", HOST: "::" }).settings).toMatchObject({ port: 1, host: "::" });
    expect(readSettings([], { PORT: "" }).settings.port).toBe(8787);
    expect(readSettings([], { SOURCES: "none" }).settings.sources).toEqual([]);
    expect(readSettings([], {}).settings.sources.length).toBeGreaterThan(100);
  });

  test("are all in the help, each with its default", () => {
    expect(settingsHelp()).toMatch(/^ {2}--port 8787 +PORT +port to listen on/m);
    expect(settingsHelp()).toMatch(/^ {2}--networks FILE +NETWORKS +table of networks/m);
    expect(settingsHelp()).toMatch(/^ +FEED_SIGNING_KEY +content of keys/m);
    const flags = complaint(["--no-such-flag"]);
    for (const [flag] of settingsHelp().matchAll(/--\w+/g)) expect(flags).toContain(flag);
  });

  test("measure only with a name, a country and a contact, and say which of them is missing or wrong", () => {
    const contact = ["--contact", "https://feed.example.org/about"];
    const settings = readSettings(["--vantage", "fra", "--country", "DE", ...contact], {}).settings;
    expect(settings).toMatchObject({ vantage: "fra", country: "DE" });
    expect(readSettings([], {}).settings.vantage).toBeUndefined();
    expect(complaint(["--vantage", "fra", ...contact])).toContain("needs --country");
    expect(complaint(["--vantage", "fra", "--country", "DE"])).toContain("needs --contact");
    expect(complaint(["--country", "DE", ...contact])).toContain("needs --vantage");
    expect(complaint(["--globalping", "free", ...contact])).toContain("needs --vantage");
    expect(complaint(["--vantage", "Frankfurt am Main", "--country", "DE", ...contact])).toContain("a short name in small letters");
    expect(complaint(["--vantage", "fra", "--country", "Germany", ...contact])).toContain("two capital letters");
    expect(complaint([], { VANTAGE: "fra", COUNTRY: "de", CONTACT: "me@example.org" })).toContain("COUNTRY");
  });

  test("take sources from a file, with what can be guessed left out", () => {
    const file = fileWith(
      '[{"id": "own", "format": "statuspage", "url": "https://status.acme.example/api/v2/summary.json", "site": "acme"}]',
    );
    expect(readSettings(["--sources", file], {}).settings.sources).toEqual([
      {
        ...{ id: "own", format: "statuspage", url: "https://status.acme.example/api/v2/summary.json" },
        ...{ provider: "acme", site: "acme", page: "https://status.acme.example", every: 60 },
      },
    ]);
  });

  test.each([
    [["--port", "http"], '--port: "http" is no whole number from 0 to 65535'],
    [["--port", "70000"], "--port"],
    [["--port", "1.5"], "--port"],
    [["--every", "0"], "--every"],
    [["--proxies=-1"], "--proxies"],
    [["--database", "mysql://x"], "--database: must begin with postgres://"],
    [["--prot", "1"], "Unknown option '--prot'"],
    [["stray"], "Unexpected argument 'stray'"],
    [["--sources", "/nowhere/at/all.json"], "/nowhere/at/all.json cannot be read (ENOENT)"],
  ])("that make no sense are refused in one line: %j", (words, reason) => {
    expect(complaint(words)).toContain(reason);
    expect(complaint(words)).not.toContain("\n");
  });

  test("from the environment are called by their own name when they are wrong", () => {
    expect(complaint([], { PORT: "x" })).toMatch(/^PORT: /);
    expect(complaint([], { DATABASE_URL: "x" })).toMatch(/^DATABASE_URL: /);
    expect(complaint([], { FEED_SIGNING_KEY: "x" })).toMatch(/^FEED_SIGNING_KEY: /);
  });

  test.each([
    ["{", "is not JSON"],
    ["{}", "the whole"],
    ['[{"id": "a"}]', "0.format"],
    ['[{"id": "a", "format": "telepathy", "url": "https://a.example", "site": "a"}]', "must be one of"],
    ['[{"id": "a", "format": "statuspage", "url": "file:///etc/passwd", "site": "a"}]', "0.url: must be a web address"],
    ['[{"id": "a", "format": "statuspage", "url": "https://a.example"}]', "needs a provider or a site"],
    ['[{"id": "a", "format": "statuspage", "url": "https://a.example", "site": "a", "evry": 5}]', "0.evry: is no field of a source"],
    [
      `[${'{"id": "a", "format": "statuspage", "url": "https://a.example", "site": "a"},'.repeat(2).slice(0, -1)}]`,
      "the id a is given twice",
    ],
  ])("refuse a file of sources that holds %j", (content, reason) => {
    expect(complaint(["--sources", fileWith(content)])).toContain(reason);
  });
});

describe("a start that cannot succeed", () => {
  const cases: [string, string[], { [name: string]: string }, RegExp][] = [
    ["a bad flag", ["--port", "http"], {}, /--port/],
    ["a folder that is a file", ["--data", "package.json", "--sources", "none"], {}, /package\.json/],
    [
      "a database that is not there",
      ["--sources", "none"],
      { DATABASE_URL: "postgres://x:secret@127.0.0.1:9/x" },
      /^DATABASE_URL: .*ECONNREFUSED/,
    ],
    [
      "no table of networks",
      ["--sources", "none", "--networks", "/nowhere"],
      {},
      /--networks, NETWORKS\): \/nowhere cannot be read \(ENOENT\)/,
    ],
    [
      "no list of hosting networks",
      ["--sources", "none", "--hosting", "/nowhere"],
      {},
      /--hosting, HOSTING\): \/nowhere cannot be read \(ENOENT\)/,
    ],
    [
      "another file as address ranges",
      ["--sources", "none", "--ranges", "package.json"],
      {},
      /^package\.json is no table of address ranges/,
    ],
  ];
  test.each(cases)("ends with exit code 2 and exactly one line: %s", (_, words, environment, reason) => {
    const { status, stdout, stderr } = run("server.mjs", ["--data", scratchFolder(), ...words], environment);
    expect(stderr).toMatch(reason);
    expect(stderr.trimEnd().split("\n")).toHaveLength(1);
    expect(stderr).not.toContain("secret");
    expect([status, stdout]).toEqual([2, ""]);
  });

  test("says so when the port is taken, and when another server uses the folder", async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, "127.0.0.1", resolve));
    const { port } = other.address() as AddressInfo;
    const taken = run("server.mjs", ["--data", scratchFolder(), "--sources", "none", "--port", String(port)]);
    other.close();
    expect(taken.status).toBe(2);
    expect(taken.stderr).toBe(`cannot listen on 127.0.0.1 port ${port}: something else does already\n`);
  });

  test("because the keys are damaged changes nothing about them", () => {
    const folder = scratchFolder();
    expect(run("feed.ts", ["--once", "--out", join(folder, "out"), "--data", folder, "--sources", "none"]).status).toBe(0);
    writeFileSync(join(folder, "keys", "root.json"), '{"key": "cut');
    const { status, stderr } = run("feed.ts", ["--once", "--out", join(folder, "out"), "--data", folder, "--sources", "none"]);
    expect(status).toBe(2);
    expect(stderr).toMatch(/the root key cannot be read; put back a copy/);
  });
});

describe("the feed command", () => {
  test("publishes once into a folder, and checks what it published", () => {
    const folder = scratchFolder();
    const out = join(folder, "out");
    const data = ["--data", join(folder, "data"), "--sources", "none"];
    const once = run("feed.ts", ["--once", "--out", out, ...data]);
    expect([once.status, once.stderr]).toEqual([0, ""]);
    const rootKey = /^root key (\S+)$/m.exec(once.stdout)?.[1] ?? "";
    const head = join(out, "v2", "head");
    expect(run("feed.ts", ["--verify", out, "--key", rootKey])).toMatchObject({ status: 0 });
    expect(run("feed.ts", ["--verify", out, ...data]).stdout).toContain("good, signed by");
    expect(run("feed.ts", ["--verify", out, "--key", "A".repeat(43)])).toMatchObject({ status: 1 });
    // One key in 64 begins with a dash.
    expect(run("feed.ts", ["--verify", out, "--key", `-${"A".repeat(42)}`])).toMatchObject({ status: 1 });
    writeFileSync(head, "garbage");
    expect(run("feed.ts", ["--verify", out, "--key", rootKey])).toMatchObject({
      status: 1,
      stderr: expect.stringContaining("refused: the first line"),
    });
    expect(run("feed.ts", ["--verify", join(folder, "nothing"), "--key", rootKey])).toMatchObject({ status: 2 });
    expect(run("feed.ts", ["--verify", "http://127.0.0.1:59999/", "--key", rootKey])).toMatchObject({
      status: 2,
      stderr: expect.stringContaining("cannot be read: connect ECONNREFUSED"),
    });
    expect(run("feed.ts", []).stderr).toMatch(/^usage: .*\n$/);
    expect(run("feed.ts", ["--once", "--out", out, "--verify", out, ...data]).stderr).toMatch(/^--once publishes and --verify checks/);
  });

  test("leaves the head unsigned for a machine without a key, and takes no reports unless told where", () => {
    const folder = scratchFolder();
    const out = join(folder, "out");
    const words = ["--once", "--unsigned", "--out", out, "--data", join(folder, "data"), "--sources", "none"];
    expect(run("feed.ts", words)).toMatchObject({ status: 0, stderr: "" });
    expect(existsSync(join(folder, "data", "keys"))).toBe(false);
    expect(existsSync(join(out, "v2", "head"))).toBe(false);
    expect(JSON.parse(readFileSync(join(out, "v2", "head.draft.json"), "utf8"))).not.toHaveProperty("reports");
  });

  test("signs with a key from the environment, on machines that keep nothing", () => {
    const folder = scratchFolder();
    const once = (data: string, environment = {}) =>
      run("feed.ts", ["--once", "--out", join(folder, "out"), "--data", join(folder, data), "--sources", "none"], environment);
    const rootKeyOf = (text: string) => /^root key (\S+)$/m.exec(text)?.[1];
    const { stdout } = once("first");
    const key = spawnSync("cat", [join(folder, "first", "keys", "feed.json")], { encoding: "utf8" }).stdout;
    const elsewhere = once("second", { FEED_SIGNING_KEY: key });
    expect(rootKeyOf(elsewhere.stdout)).toBe(rootKeyOf(stdout));
  });
});
