import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, realpathSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Built, buildPackages } from "../../../scripts/npm-packages/build-packages.ts";
import { createSigner, signFeed } from "../../extension/support/signed-feeds.ts";
import { scratchFolder } from "../support/scratch-folder.ts";
import { builtPackages } from "./support/built-packages.ts";
import { recordedMirror } from "./support/recorded-mirror.ts";
import { runProgram } from "./support/run-program.ts";
import { sampleFeed } from "./support/sample-feed.ts";

let built: Awaited<ReturnType<typeof builtPackages>>;
beforeAll(async () => {
  built = await builtPackages(scratchFolder(afterAll));
});

const root = createSigner();

/** Runs a package's archive as people do, in a folder that has nothing, without a network. */
async function byNpx({ archive, name }: Built, words: readonly string[], environment: { [name: string]: string } = {}) {
  const folder = scratchFolder();
  // npx finds the program of a package above the folder too.
  expect(existsSync(join(folder, "node_modules"))).toBe(false);
  const npm = { npm_config_cache: join(folder, "npm"), npm_config_offline: "true", npm_config_update_notifier: "false", HOME: folder };
  const path = (process.env.PATH ?? "").split(delimiter).filter((place) => !place.includes("node_modules"));
  // Of the project only its Node, where that comes as a package.
  const ownNode = join(folder, "bin");
  mkdirSync(ownNode);
  writeFileSync(join(ownNode, "node"), `#!/bin/sh\nexec "${realpathSync(process.execPath)}" "$@"\n`, { mode: 0o755 });
  return await runProgram(["npx", "--yes", "--package", archive, "--", name, ...words], {
    folder,
    environment: { ...npm, PATH: [ownNode, ...path].join(delimiter), XDG_CACHE_HOME: folder, ...environment },
  });
}

describe.skipIf(process.platform === "win32")("the archives", () => {
  test("run by npx in an empty folder, without a network and without anything of the project", async () => {
    const { url } = await recordedMirror(signFeed(sampleFeed(), root));
    const ran = await byNpx(built.command, ["down", "netflix", "--feed", url, `--key=${root.rootKey}`]);
    expect(ran).toMatchObject({ status: 1, err: "", out: expect.stringContaining("Netflix: an outage is known.") });
    const mcp = await byNpx(built.mcp, ["--version"]);
    expect(mcp).toMatchObject({ status: 0, out: "0.1.0\n" });
  });

  test("read the feed that they were built with", async () => {
    const { url } = await recordedMirror(signFeed(sampleFeed(), root));
    const [command] = await buildPackages(scratchFolder(), { FEED_MIRRORS: url, FEED_ROOT_KEY: root.rootKey });
    const ran = await byNpx(command ?? built.command, ["outages"]);
    expect(ran).toMatchObject({ status: 1, out: expect.stringContaining("2 outages are known.") });
  });
});

test.each(["command", "mcp"] as const)("the package %s says what it needs, and has no dependencies", (which) => {
  const { folder, name } = built[which];
  const manifest = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const { version, license } = JSON.parse(readFileSync("package.json", "utf8"));
  expect(manifest).toMatchObject({
    name,
    version,
    license,
    engines: { node: ">=20.19" },
    dependencies: {},
    bin: { [name]: `${name}.mjs` },
  });
  expect(readdirSync(folder).toSorted()).toEqual([...manifest.files, "package.json"].toSorted());
  expect(readFileSync(join(folder, `${name}.mjs`), "utf8")).toMatch(/^#!\/usr\/bin\/env node\n/);
});

test("the packages carry the licences of what is in them, with the versions that are installed", () => {
  for (const [which, parts] of [
    ["command", ["tldts", "valibot", "rolldown"]],
    ["mcp", ["@modelcontextprotocol/sdk", "ajv", "zod", "tldts", "valibot"]],
  ] as const) {
    const notices = readFileSync(join(built[which].folder, "THIRD-PARTY.txt"), "utf8");
    for (const part of parts) {
      const { version, license } = JSON.parse(readFileSync(`node_modules/${part}/package.json`, "utf8"));
      expect(notices).toContain(`${part} ${version} (${license})`);
    }
    expect(notices).toContain("Mozilla Public License 2.0");
  }
});

test("what is built is the same byte for byte, wherever it goes", async () => {
  const [again] = await buildPackages(scratchFolder(), {});
  expect(readFileSync(again?.archive ?? "").equals(readFileSync(built.command.archive))).toBe(true);
});

/** The oldest Node that the packages promise to run on. */
const OLDEST = [20, 19];

/** Other Nodes of this machine than the project's own. */
function otherNodes(): string[] {
  const places = (process.env.PATH ?? "").split(delimiter).filter((place) => !place.includes("node_modules"));
  const nodes = new Set(
    places
      .map((place) => join(place, "node"))
      .filter(existsSync)
      .map((node) => realpathSync(node)),
  );
  return [...nodes].filter((node) => {
    const version = spawnSync(node, ["--version"], { encoding: "utf8" }).stdout.trim();
    const [major = 0, minor = 0] = version.slice(1).split(".").map(Number);
    return version !== process.version && (major > (OLDEST[0] ?? 0) || (major === OLDEST[0] && minor >= (OLDEST[1] ?? 0)));
  });
}

// Without another Node on this machine there is nothing to show.
describe.skipIf(otherNodes().length === 0)("another Node of this machine", () => {
  test.each(otherNodes())("%s runs the command, and prints nothing but the answer", async (node) => {
    const { url } = await recordedMirror(signFeed(sampleFeed(), root));
    const ran = await runProgram([node, built.program, "down", "https://www.netflix.com/x", "--feed", url, `--key=${root.rootKey}`], {
      environment: { XDG_CACHE_HOME: scratchFolder() },
    });
    expect(ran).toMatchObject({ status: 1, err: "" });
    expect(ran.out).toContain("an outage is known");
  });
});

const hasTerminal = spawnSync("script", ["--version"]).status === 0;

// `script` of util-linux gives a program a terminal.
describe.skipIf(!hasTerminal)("on a terminal", () => {
  const words = () => [process.execPath, built.program, "where", "--no-feed", "s3.eu-west-1.amazonaws.com"];
  const onTerminal = (environment: { [name: string]: string }) =>
    runProgram(["script", "-qec", words().join(" "), "/dev/null"], { environment: { TERM: "xterm", SHELL: "/bin/sh", ...environment } });

  test("the answer is coloured, unless somebody asked for none", async () => {
    expect((await onTerminal({})).out).toContain("\u001b[1ms3.eu-west-1.amazonaws.com\u001b[22m");
    expect((await onTerminal({ NO_COLOR: "1" })).out).not.toContain("\u001b[");
    expect((await onTerminal({ TERM: "dumb" })).out).not.toContain("\u001b[");
  });

  test("and nowhere else", async () => {
    expect((await runProgram(words(), { environment: { TERM: "xterm" } })).out).not.toContain("\u001b[");
  });
});

test("a reader that has seen enough is no error", async () => {
  const { url } = await recordedMirror(signFeed(sampleFeed(), root));
  const line = `"${process.execPath}" "${built.program}" outages --json --feed ${url} --key=${root.rootKey} | true`;
  const ran = await runProgram(["bash", "--norc", "-c", line], { environment: { XDG_CACHE_HOME: scratchFolder() } });
  expect(ran.err).toBe("");
});
