import { readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createSigner, signFeed } from "../../extension/support/signed-feeds.ts";
import { scratchFolder } from "../support/scratch-folder.ts";
import { builtPackages } from "./support/built-packages.ts";
import { callerOf } from "./support/caller.ts";
import { recordedMirror } from "./support/recorded-mirror.ts";
import { runProgram } from "./support/run-program.ts";
import { sampleFeed } from "./support/sample-feed.ts";

let program = "";
beforeAll(async () => {
  ({ program } = await builtPackages(scratchFolder(afterAll)));
});

const root = createSigner();
const caller = (mirrors: readonly string[]) => callerOf(program, mirrors, root.rootKey);

describe("the kept copy", () => {
  test("is not asked for again within a minute", async () => {
    const mirror = await recordedMirror(signFeed(sampleFeed(), root));
    const environment = { XDG_CACHE_HOME: scratchFolder() };
    const words = [process.execPath, program, "outages", "--feed", mirror.url, `--key=${root.rootKey}`];
    await runProgram(words, { environment });
    const before = mirror.heard.length;
    expect((await runProgram(words, { environment })).status).toBe(1);
    expect(mirror.heard).toHaveLength(before);
  });

  test.each([
    ["cut off", (text: string) => text.slice(0, 200)],
    ["of another kind", () => '{"version":1,"root":7}'],
    ["empty", () => ""],
  ])("is left aside with a warning where it is %s", async (_, damage) => {
    const mirror = await recordedMirror(signFeed(sampleFeed(), root));
    const { call, cache } = caller([mirror.url]);
    await call();
    const folder = join(cache, "not-just-me");
    const [name = ""] = readdirSync(folder);
    writeFileSync(join(folder, name), damage(readFileSync(join(folder, name), "utf8")));
    const { status, err } = await call();
    expect(status).toBe(1);
    expect(err).toMatch(/the kept copy in \S+ is damaged, and is not used/);
  });

  test("can be nowhere: then that is said, and the answer is given", async () => {
    const mirror = await recordedMirror(signFeed(sampleFeed(), root));
    const { call, cache } = caller([mirror.url]);
    // A file stands where the folder should be: root may write into every folder.
    writeFileSync(join(cache, "not-just-me"), "");
    const { status, err } = await call();
    expect(status).toBe(1);
    expect(err).toMatch(/no copy can be kept in \S+ \(\w+\)/);
  });

  test("is readable by its owner alone", async () => {
    const mirror = await recordedMirror(signFeed(sampleFeed(), root));
    const { call, cache } = caller([mirror.url]);
    await call();
    expect(statSync(join(cache, "not-just-me")).mode & 0o077).toBe(0);
  });

  test("of one root is not that of another", async () => {
    const other = createSigner();
    const [mine, theirs] = [await recordedMirror(signFeed(sampleFeed(), root)), await recordedMirror(signFeed(sampleFeed(), other))];
    const cache = scratchFolder();
    const ask = (mirror: string, key: string) =>
      runProgram([process.execPath, program, "outages", "--feed", mirror, `--key=${key}`, "--json"], {
        environment: { XDG_CACHE_HOME: cache },
      });
    await ask(mine.url, root.rootKey);
    expect((await ask(theirs.url, other.rootKey)).status).toBe(1);
    expect(theirs.heard.length).toBeGreaterThan(0);
    expect(readdirSync(join(cache, "not-just-me"))).toHaveLength(2);
  });
});
