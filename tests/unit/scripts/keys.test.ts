import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import keysCommand from "../../../scripts/keys.ts";
import { folderKeyBox } from "../../../server/keys/key-box.ts";
import { readFeedKey } from "../../../server/keys/key-files.ts";
import { openSigner } from "../../../server/keys/signer.ts";
import { DAY } from "../../../utils/core/time.ts";
import { scratchFolder } from "../../server/support/scratch-folder.ts";

beforeEach(() => vi.stubEnv("DATABASE_URL", ""));
afterEach(() => vi.unstubAllEnvs());

/** Runs the command in this process; `tests/server/roots.test.ts` starts it as people do. */
async function runKeys(words: readonly string[]) {
  const [said, complained] = (["log", "error"] as const).map((name) => vi.spyOn(console, name).mockImplementation(() => {}));
  const status = await keysCommand.start(words);
  const [out, problem] = [said, complained].map((spy) => spy?.mock.calls.map(String).join("\n") ?? "");
  vi.restoreAllMocks();
  return { status, out: out ?? "", problem: problem ?? "" };
}

/** The same, where it must succeed; returns what it printed. */
async function keys(...words: string[]): Promise<string> {
  const { status, out, problem } = await runKeys(words);
  if (status !== 0) throw new Error(`keys ${words.join(" ")}: ${problem}`);
  return out;
}

/** A data folder with keys as a first start leaves them, and key files of two people. */
async function setUp() {
  const folder = scratchFolder();
  const data = join(folder, "data");
  await openSigner(folderKeyBox(join(data, "keys")), Date.now());
  const at = (name: string) => join(folder, name);
  const own = (await keys("show", "--data", data)).split("\n")[0]?.replace("FEED_ROOT_KEY=", "") ?? "";
  return { data, at, own, ana: await keys("new", at("ana")), ben: await keys("new", at("ben")) };
}

/** Every file with its content. */
function contentOf(folder: string): { [name: string]: string } {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return Object.fromEntries(files.map(({ parentPath, name }) => [join(parentPath, name), readFileSync(join(parentPath, name), "utf8")]));
}

describe("npm run keys", () => {
  test("makes a root key that its owner alone can read, prints its public half, and never overwrites a file", async () => {
    const file = join(scratchFolder(), "root.json");
    const key = await keys("new", file);
    expect(key).toMatch(/^\w[\w-]{42}$/);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    const before = readFileSync(file, "utf8");
    expect(before).toContain(key);
    expect(await runKeys(["new", file])).toEqual({ status: 2, out: "", problem: `${file}: is there already; name another file` });
    expect(readFileSync(file, "utf8")).toBe(before);
  });

  test("shows the root for builds, whose key is here, and when the feed key ends", async () => {
    const { data, own } = await setUp();
    const shown = await keys("show", "--data", data);
    expect(shown).toContain(`FEED_ROOT_KEY=${own}\nroot 1: 1 of ${own} must sign the next one\n`);
    expect(shown).toMatch(/^root key: \S{12} is here, one of root 1$/m);
    expect(shown).toMatch(new RegExp(`^feed key: \\S{12} ends on \\S+Z, in 16[78] hours, granted by ${own.slice(0, 12)}$`, "m"));
  });

  test("shows a key that the newest root does not have", async () => {
    const { data, at, ana } = await setUp();
    await keys("root", "--data", data, "--keys", ana, "--sign", join(data, "keys/root.json"), "--sign", at("ana"), "--out", at("2"));
    await keys("adopt", at("2"), "--data", data);
    const shown = await keys("show", "--data", data);
    expect(shown).toMatch(/^root key: .* NOT one of root 2: it grants nothing any more$/m);
    expect(shown).toMatch(/^feed key: .* which is NOT one of root 2: clients refuse it$/m);
  });

  test("grants a feed key for a week, as text for a secret or into a new file", async () => {
    const { at, ana } = await setUp();
    const printed = readFeedKey(await keys("grant", "--root", at("ana")));
    expect(printed?.root).toBe(ana);
    expect(Date.parse(printed?.notAfter ?? "") - Date.now()).toBeGreaterThan(7 * DAY - 60_000);
    await keys("grant", "--root", at("ana"), "--out", at("feed.json"));
    expect(statSync(at("feed.json")).mode & 0o777).toBe(0o600);
    expect(readFeedKey(readFileSync(at("feed.json"), "utf8"))).not.toBeNull();
  });

  test("tells the holder of a draft what it says and which signatures are missing", async () => {
    const { data, at, own, ana, ben } = await setUp();
    await keys("root", "--data", data, "--keys", `${ana},${ben}`, "--threshold", "2", "--out", at("draft"));
    const told = await keys("sign", at("draft"));
    expect(told).toContain(`root 2: 2 of ${ana}, ${ben} must sign the next one`);
    expect(told).toContain(`missing: 1 signature of root 1 (the root before it), by ${own}`);
    expect(told).toContain(`missing: 2 signatures of root 2 (the new root), by ${ana} or ${ben}`);
    // Signing twice with one key is one signature.
    for (const signer of ["ana", "ana", "ben"]) await keys("sign", at("draft"), "--sign", at(signer));
    expect(await keys("sign", at("draft"), "--sign", join(data, "keys/root.json"))).toContain("complete.");
  });

  test("believes no signature that another machine wrote into a draft", async () => {
    const { data, at, own, ana } = await setUp();
    await keys("root", "--data", data, "--keys", `${own},${ana}`, "--sign", at("ana"), "--out", at("draft"));
    const draft = JSON.parse(readFileSync(at("draft"), "utf8"));
    const [signature] = draft.signatures;
    writeFileSync(at("draft"), JSON.stringify({ ...draft, signatures: [signature, { ...signature, keyId: own.slice(0, 12) }] }));
    expect(await keys("sign", at("draft"))).toContain("missing: 1 signature of root 1");
    expect((await runKeys(["adopt", at("draft"), "--data", data])).status).toBe(2);
  });

  test("adopts no draft that follows another root, though it is complete", async () => {
    const { data, at, ana } = await setUp();
    const other = await setUp();
    const words = ["--keys", ana, "--sign", at("ana"), "--sign", join(other.data, "keys/root.json"), "--out", at("draft")];
    await keys("root", "--data", other.data, ...words);
    const { status, problem } = await runKeys(["adopt", at("draft"), "--data", data]);
    expect({ status, problem }).toEqual({ status: 2, problem: expect.stringMatching(/would refuse it: it is signed by 0 of 1 keys/) });
    // Nor the same draft twice.
    await keys("adopt", at("draft"), "--data", other.data);
    expect((await runKeys(["adopt", at("draft"), "--data", other.data])).problem).toContain("it is number 2, not 3");
  });

  test("refuses a damaged chain, and says what to put back", async () => {
    const { data } = await setUp();
    writeFileSync(join(data, "keys/roots.json"), "{}");
    expect(await runKeys(["show", "--data", data])).toMatchObject({
      status: 2,
      problem: expect.stringContaining("put back a copy of roots.json"),
    });
  });
});

describe("npm run keys, called wrongly, writes nothing, ends with 2, and says what, where and what to do:", () => {
  const WRONG: [name: string, words: string[], problem: RegExp][] = [
    ["a word that is none", ["turn"], /turn: one of these is expected: show new first root sign adopt grant/],
    ["no word", [], /Usage: npm run keys/],
    ["a flag of another word", ["show", "--sign", "ana"], /show takes no --sign/],
    ["a missing flag", ["grant"], /grant needs --root\. Usage: npm run keys -- grant --root FILE/],
    ["a missing file", ["new"], /Usage: npm run keys -- new FILE/],
    ["a file that is not there", ["grant", "--root", "nowhere.json"], /nowhere\.json: cannot be read/],
    ["a feed key for a root key", ["grant", "--root", "data/keys/feed.json"], /feed\.json: is no root key file/],
    [
      "a public key that is too short",
      ["root", "--keys", "abc", "--data", "data"],
      /--keys abc --threshold 1: one to eight different public keys/,
    ],
    ["the same key twice", ["root", "--keys", "ANA,ANA", "--data", "data"], /different public keys/],
    ["a threshold above the number of keys", ["root", "--keys", "ANA,BEN", "--threshold", "3", "--data", "data"], /at most their number/],
    ["a threshold of none", ["root", "--keys", "ANA", "--threshold", "0", "--data", "data"], /--threshold 0: a whole number from 1 to 8/],
    [
      "a signer of neither root",
      ["root", "--keys", "ANA", "--sign", "ben", "--data", "data"],
      /ben: its key \S+ is neither in root 1 nor in root 2/,
    ],
    ["a draft over another file", ["root", "--keys", "ANA", "--out", "ben", "--data", "data"], /ben: is there already/],
    ["a draft that is none", ["sign", "ana", "--sign", "ben"], /ana: is no draft of a root/],
    ["something to adopt that is nothing", ["adopt", "junk", "--data", "data"], /junk: is neither a draft/],
    ["a root key of no root", ["adopt", "ana", "--data", "data"], /is not a key of root 1/],
    ["a data folder without keys", ["root", "--keys", "ANA", "--data", "empty"], /there is no root yet; start the server once/],
    ["a first root without the key that is here", ["first", "--keys", "ANA,BEN", "--data", "data"], /is not among --keys/],
    ["a first root where there is a chain", ["first", "--keys", "ANA", "--data", "chained"], /has a root already/],
  ];

  test.each(WRONG)("%s", async (_, words, problem) => {
    const { data, at, ana, ben } = await setUp();
    writeFileSync(at("junk"), "not JSON");
    mkdirSync(at("empty"));
    cpSync(data, at("chained"), { recursive: true });
    writeFileSync(at("chained/keys/roots.json"), JSON.stringify({ first: ana, documents: [] }));
    const isPath = (word: string) => /^(?:ana|ben|junk|empty|chained|data.*|nowhere.json)$/.test(word);
    const given = words.map((word) => (isPath(word) ? at(word) : word.replaceAll("ANA", ana).replaceAll("BEN", ben)));
    const before = contentOf(at("."));
    const { status, out, problem: said } = await runKeys(given);
    expect({ status, out, said }).toEqual({ status: 2, out: "", said: expect.stringMatching(problem) });
    expect(contentOf(at("."))).toEqual(before);
    expect(existsSync("root-2.draft.json")).toBe(false);
  });
});
