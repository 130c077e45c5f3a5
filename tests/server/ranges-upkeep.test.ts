import { existsSync, mkdirSync, readFileSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { keepRangesFresh } from "../../server/publish/refresh-ranges.ts";
import { parseAddress } from "../../utils/core/net/address.ts";
import { readAddressTable } from "../../utils/core/providers/address-table.ts";
import { HOUR } from "../../utils/core/time.ts";
import { scratchFolder } from "./support/scratch-folder.ts";

const address = parseAddress("203.0.113.7");

/** Starts the upkeep of a table and gives what it said first; null where it said nothing for a while. */
function firstWord(file: string, from: string, patience = 30_000): Promise<string | null> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(null), patience);
    const stop = keepRangesFresh({
      file,
      age: 24 * HOUR,
      log: (line) => {
        clearTimeout(timer);
        resolve(line);
      },
      words: ["--from", from],
    });
    onTestFinished(stop);
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
  test("is built where there is none, and again after a day", async () => {
    const file = join(scratchFolder(), "public", "ranges.bin");
    expect(await firstWord(file, lists("acme"))).toBe("address ranges: built anew");
    expect(providerIn(file)).toBe("acme");
    agedBy(file, 25);
    expect(await firstWord(file, lists("globex"))).toBe("address ranges: built anew");
    expect(providerIn(file)).toBe("globex");
  });

  test("is left alone while it is young", async () => {
    const file = join(scratchFolder(), "ranges.bin");
    await firstWord(file, lists("acme"));
    agedBy(file, 23);
    const before = statSync(file).mtimeMs;
    expect(await firstWord(file, lists("globex"), 1500)).toBeNull();
    expect(statSync(file).mtimeMs).toBe(before);
  });

  test("stays as it is when nothing can be read, and the reason is told", async () => {
    const file = join(scratchFolder(), "ranges.bin");
    await firstWord(file, lists("acme"));
    agedBy(file, 48);
    const broken = scratchFolder();
    writeFileSync(join(broken, "own.json"), "nonsense");
    const said = await firstWord(file, broken);
    expect(said).toContain("not built anew, the old table stays");
    expect(said).toContain("none of the lists could be read");
    expect(providerIn(file)).toBe("acme");
  });

  test("is not made of nothing", async () => {
    const folder = scratchFolder();
    const empty = join(folder, "lists");
    mkdirSync(empty);
    expect(await firstWord(join(folder, "ranges.bin"), empty)).toContain("not built anew");
    expect(existsSync(join(folder, "ranges.bin"))).toBe(false);
  });
});
