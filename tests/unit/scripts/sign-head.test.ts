import { spawnSync } from "node:child_process";
import { cpSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { mirrorAt, readFeedAt } from "../../../scripts/support/read-feed.ts";
import { writeKey } from "../../../server/keys/key-files.ts";
import { makeKeyPair } from "../../../server/keys/key-pair.ts";
import { grantFeedKey } from "../../../server/keys/signer.ts";
import { HOUR } from "../../../utils/core/time.ts";
import { scratchFolder } from "../../server/support/scratch-folder.ts";

const root = makeKeyPair();
const signingKey = writeKey(grantFeedKey(root, Date.now()));
const REPORTS = "https://feed.example.org/v2/reports";

let copy: string;
let drafted: string;

// The machine with the key has the files of the repository and nothing that is installed.
beforeAll(() => {
  copy = scratchFolder(afterAll);
  for (const part of ["scripts", "server", "utils", "package.json"]) cpSync(part, join(copy, part), { recursive: true });
  // The machine that reads sources has no key.
  drafted = scratchFolder(afterAll);
  const words = ["--once", "--unsigned", "--out", join(drafted, "site"), "--data", join(drafted, "data"), "--sources", "none"];
  const made = spawnSync(process.execPath, ["scripts/feed.ts", ...words, "--reports", REPORTS], { encoding: "utf8" });
  expect(made).toMatchObject({ status: 0, stderr: "" });
  expect(existsSync(join(drafted, "data/keys"))).toBe(false);
}, 60_000);

/** A folder as the reading machine left it. */
function site(): string {
  const folder = join(scratchFolder(), "site");
  cpSync(join(drafted, "site"), folder, { recursive: true });
  return folder;
}

function sign(words: string[], environment: { [name: string]: string } = {}) {
  const env = { PATH: process.env.PATH, FEED_SIGNING_KEY: signingKey, REPORTS, ...environment };
  const { status, stdout, stderr } = spawnSync(process.execPath, ["scripts/sign-head.ts", ...words], { cwd: copy, encoding: "utf8", env });
  return { status, out: stdout.trim(), problem: stderr.trim() };
}

/** The number of a folder's head, as a reader sees it. */
async function sequenceOf(folder: string): Promise<number> {
  const result = await readFeedAt(mirrorAt(folder), { number: 1, threshold: 1, keys: [root.key] });
  if (!result.ok) throw new Error(result.reason);
  return result.head.sequence;
}

const draftOf = (folder: string) => join(folder, "v2/head.draft.json");

const bodyOf = (folder: string) => join(folder, "v2", readdirSync(join(folder, "v2")).find((file) => file.startsWith("body-")) ?? "");

/** Puts the draft back, as the next run of the reading machine does. */
function draftAgain(folder: string): void {
  cpSync(draftOf(join(drafted, "site")), draftOf(folder));
}

function changeJson(file: string, change: object): void {
  writeFileSync(file, JSON.stringify({ ...JSON.parse(readFileSync(file, "utf8")), ...change }));
}

describe("signing a head where nothing is installed", () => {
  test("makes a feed that the check of the product accepts", () => {
    expect(existsSync(join(copy, "node_modules"))).toBe(false);
    const folder = site();
    const { status, out, problem } = sign([folder]);
    expect({ status, problem }).toEqual({ status: 0, problem: "" });
    expect(out).toMatch(/head: sequence \d{10}; the key ends on \S+Z, in 16[78] hours$/);
    expect(existsSync(draftOf(folder))).toBe(false);
    const verified = spawnSync(process.execPath, ["scripts/feed.ts", "--verify", folder, "--key", root.key], { encoding: "utf8" });
    expect(verified).toMatchObject({ status: 0, stdout: expect.stringContaining(`reports go to ${REPORTS}`) });
  });

  test("gives a higher number each time, also within one second", async () => {
    const folder = site();
    const numbers: number[] = [];
    for (let run = 0; run < 3; run++) {
      draftAgain(folder);
      expect(sign([folder]).status).toBe(0);
      numbers.push(await sequenceOf(folder));
    }
    expect(numbers).toEqual([...new Set(numbers)].toSorted((a, b) => a - b));
  });

  test("gives a higher number also where the last head has a time ahead of the clock, up to an hour; numbers beyond that do not count", async () => {
    const folder = site();
    const seconds = Math.floor(Date.now() / 1000);
    for (const [ahead, next] of [
      [1800, seconds + 1801],
      [7200, null],
    ] as const) {
      const head = join(folder, "v2/head");
      sign([folder]);
      const [first = "", second = "", json = ""] = readFileSync(head, "utf8").split("\n");
      writeFileSync(head, `${first}\n${second}\n${JSON.stringify({ ...JSON.parse(json), sequence: seconds + ahead })}`);
      draftAgain(folder);
      expect(sign([folder]).status).toBe(0);
      const sequence = await sequenceOf(folder);
      if (next === null) expect(Math.abs(sequence - seconds)).toBeLessThan(600);
      else expect(sequence).toBe(next);
      draftAgain(folder);
    }
  });

  const granted = grantFeedKey(root, Date.now());
  const REFUSED: [name: string, key: string, problem: RegExp][] = [
    ["no key", "", /is not set; npm run --silent keys -- grant --root FILE prints one/],
    ["no JSON", "secret", /is not the content of a feed key file/],
    ["a root key", writeKey(root), /is a root key, which must not be here/],
    ["the secret of another key", writeKey({ ...granted, secret: makeKeyPair().secret }), /its parts do not belong together/],
    ["a grant for longer than was signed", writeKey({ ...granted, notAfter: "2099-01-01T00:00:00Z" }), /its parts do not belong together/],
    ["a key that ended", writeKey(grantFeedKey(root, Date.now() - 200 * HOUR)), /this key ended on \S+Z; /],
  ];

  test.each(REFUSED)("refuses %s in one line without the secret, and writes no head", (_, key, problem) => {
    const folder = site();
    const { status, out, problem: said } = sign([folder], { FEED_SIGNING_KEY: key });
    expect({ status, out, said }).toEqual({ status: 2, out: "", said: expect.stringMatching(problem) });
    expect(said).not.toMatch(new RegExp(`\\n|${granted.secret}|${root.secret}`));
    expect([existsSync(join(folder, "v2/head")), existsSync(draftOf(folder))]).toEqual([false, true]);
  });

  const UNTRUSTED: [name: string, spoil: (folder: string) => void, problem: RegExp][] = [
    [
      "sends reports elsewhere",
      (folder) => changeJson(draftOf(folder), { reports: "https://evil.example/r" }),
      /reports go to https:\/\/evil\.example\/r, but REPORTS here says/,
    ],
    ["names no body", (folder) => changeJson(draftOf(folder), { body: null }), /names no body/],
    [
      "names a body that is not there",
      (folder) => changeJson(draftOf(folder), { body: { sha256: "a".repeat(43), bytes: 9 } }),
      /body-a{43}\.json: cannot be read/,
    ],
    ["names a file elsewhere", (folder) => changeJson(draftOf(folder), { body: { sha256: "../../secret", bytes: 9 } }), /names no body/],
    ["has a body with other bytes", (folder) => writeFileSync(bodyOf(folder), "{}"), /is not the body that the draft names/],
    ["is no JSON", (folder) => writeFileSync(draftOf(folder), "<html>"), /is not JSON/],
    ["is not there", (folder) => rmSync(draftOf(folder)), /cannot be read; npm run feed/],
  ];

  test.each(UNTRUSTED)("refuses a draft that %s", (_, spoil, problem) => {
    const folder = site();
    spoil(folder);
    expect(sign([folder])).toEqual({ status: 2, out: "", problem: expect.stringMatching(problem) });
    expect(existsSync(join(folder, "v2/head"))).toBe(false);
  });

  test.each([[[]], [["--help"]], [["a", "b"]]])("says how it is called: %j", (words) => {
    expect(sign(words)).toMatchObject({ status: 2, problem: expect.stringContaining("usage: FEED_SIGNING_KEY=… ") });
  });
});
