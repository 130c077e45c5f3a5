import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { scratchFolder } from "../support/scratch-folder.ts";
import { askSample } from "./support/ask-sample.ts";
import { builtPackages } from "./support/built-packages.ts";
import { runProgram } from "./support/run-program.ts";

let program = "";
beforeAll(async () => {
  ({ program } = await builtPackages(scratchFolder(afterAll)));
});

/** Asks with the sample feed. */
const ask = (words: readonly string[], input?: string | Uint8Array) => askSample(program, words, input);

describe("a list of hosts", () => {
  test.each<[string, string[], string | Uint8Array, RegExp]>([
    ["a file that is not there", ["--mine", "/nowhere/hosts.txt"], "", /\/nowhere\/hosts\.txt cannot be read: there is no such file/],
    ["a folder", ["--mine", "/"], "", /it is a folder/],
    ["no text", ["--mine", "-"], new Uint8Array([97, 0, 98]), /is not a text/],
    ["nothing", ["--mine", "-"], "# only words\n\n", /names no host/],
    ["bad lines", ["--mine", "-"], "good.example\ntwo words\n1.2.3\n", /line 2: "two words".*\n.*line 3: "1\.2\.3"/],
    ["far too much", ["--mine", "-"], "example.com\n".repeat(800_000), /larger than 8 MiB/],
  ])("refuses %s with words, before it asks anybody, and ends with 2", async (_, words, input, message) => {
    const { status, out, err, heard } = await ask(["outages", ...words], input);
    expect({ status, out, heard }).toEqual({ status: 2, out: "", heard: [] });
    expect(err).toMatch(message);
  });
});

test.each<[string[], RegExp]>([
  [["fish"], /"fish" is no command/],
  [["dwon", "netflix"], /did you mean down\?/],
  [["down"], /down needs a name/],
  [["down", " "], /down needs a name/],
  [["where"], /where needs a host/],
  [["where", "1.2.3"], /neither a name, a URL nor an address/],
  [["where", "a\u001b]0;x\u0007b"], /^not-just-me: "a\]0;xb"|^not-just-me: "a \]0;x b"/],
  [["down", "netflix", "--frob"], /unknown option --frob; down knows --json/],
  [["down", "netflix", "--mine", "x"], /unknown option --mine/],
  [["down", "netflix", "--json=3"], /--json takes no value/],
  [["outages", "netflix"], /one word too many/],
  [["outages", "--mine", "--json"], /--mine needs a value/],
])("%j is refused with words, and ends with 2", async (words, message) => {
  const { status, out, err, heard } = await ask(words);
  expect({ status, out, heard }).toEqual({ status: 2, out: "", heard: [] });
  expect(err).toMatch(message);
});

test.each<[string[], RegExp]>([
  [["--feed", "http://127.0.0.1"], /--feed needs its root key/],
  [["--key", "x"], /--key belongs to a feed/],
  [["--feed", "ftp://x", "--key", "x"], /a base address such as/],
  [["--feed", "http://u:p@x", "--key", "x"], /a base address such as/],
  [["--feed", "http://127.0.0.1", "--key", "short"], /a root key is written/],
])("a feed that is none (%j) is refused with words, and ends with 2", async (flags, message) => {
  const { status, err } = await runProgram([process.execPath, program, "outages", ...flags], {
    environment: { XDG_CACHE_HOME: scratchFolder() },
  });
  expect(status).toBe(2);
  expect(err).toMatch(message);
});

test("without a feed it says how to name one, and ends with 3", async () => {
  const { status, out, err } = await runProgram([process.execPath, program, "down", "netflix"], {
    environment: { XDG_CACHE_HOME: scratchFolder() },
  });
  expect({ status, out }).toEqual({ status: 3, out: "" });
  expect(err).toContain("give --feed URL and --key KEY, or set FEED_MIRRORS and FEED_ROOT_KEY");
});
