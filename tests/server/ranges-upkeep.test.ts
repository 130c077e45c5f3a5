import { existsSync, mkdirSync, readFileSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { keepRangesFresh } from "../../server/publish/refresh-ranges.ts";
import { parseAddress } from "../../utils/core/net/address.ts";
import { readAddressTable } from "../../utils/core/providers/address-table.ts";
import { HOUR } from "../../utils/core/time.ts";
import { scratchFolder } from "./support/scratch-folder.ts";

const address = parseAddress("203.0.113.7");

/** Starts the upkeep of a table and returns the first line that it logs. */
function firstLine(file: string, from: string): Promise<string> {
  return new Promise((resolve) => {
    onTestFinished(keepRangesFresh({ file, age: 24 * HOUR, log: resolve, words: ["--from", from] }));
  });
}

function lists(provider: string): string {
  const folder = scratchFolder();
  writeFileSync(join(folder, "own.json"), JSON.stringify({ ranges: [{ cidr: "203.0.113.0/24", provider, region: null }] }));
  return folder;
}

const providerIn = (file: string) => (address === null ? null : readAddressTable(readFileSync(file))?.find(address)?.provider);

function agedBy(file: string, hours: number): void {
  const then = (Date.now() - hours * HOUR) / 1000;
  utimesSync(file, then, then);
}

describe("the server's table of address ranges", () => {
  test("is built if it is missing, and again after a day", async () => {
    const file = join(scratchFolder(), "public", "ranges.bin");
    expect(await firstLine(file, lists("acme"))).toBe("address ranges: built anew");
    expect(providerIn(file)).toBe("acme");
    agedBy(file, 25);
    expect(await firstLine(file, lists("globex"))).toBe("address ranges: built anew");
    expect(providerIn(file)).toBe("globex");
  });

  test("is not built while it is recent", async () => {
    const file = join(scratchFolder(), "ranges.bin");
    await firstLine(file, lists("acme"));
    agedBy(file, 23);
    const before = statSync(file).mtimeMs;
    let line = "none";
    void firstLine(file, lists("globex")).then((first) => {
      line = first;
    });
    // Another table that is missing is built meanwhile, which takes as long as building this one would.
    await firstLine(join(scratchFolder(), "ranges.bin"), lists("globex"));
    expect(line).toBe("none");
    expect(statSync(file).mtimeMs).toBe(before);
  });

  test("stays as it is when nothing can be read, and the reason is logged", async () => {
    const file = join(scratchFolder(), "ranges.bin");
    await firstLine(file, lists("acme"));
    agedBy(file, 48);
    const broken = scratchFolder();
    writeFileSync(join(broken, "own.json"), "nonsense");
    const logged = await firstLine(file, broken);
    expect(logged).toContain("not built anew, the old table stays");
    expect(logged).toContain("none of the lists could be read");
    expect(providerIn(file)).toBe("acme");
  });

  test("is not built from no lists at all", async () => {
    const folder = scratchFolder();
    const empty = join(folder, "lists");
    mkdirSync(empty);
    expect(await firstLine(join(folder, "ranges.bin"), empty)).toContain("not built anew");
    expect(existsSync(join(folder, "ranges.bin"))).toBe(false);
  });
});
