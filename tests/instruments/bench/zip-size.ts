import { readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { deflateRawSync } from "node:zlib";
import { readZip, sizeInZip, type ZipEntry } from "../../../scripts/support/read-zip.ts";
import { runWxt } from "../../../scripts/support/run-wxt.ts";
import { builtTable } from "./browsing/built-table.ts";
import type { Figure, Measurement, Outcome } from "./outcome.ts";
import { codeFrom, codeOfPage } from "./page-code.ts";

const OUT = join(".output", "bench", "zip");
const TABLE = "ranges.bin";
/** What the background reads at every start beside its code. */
const START_DATA = "public-suffixes.txt";

/** What the store gets: `wxt zip`, with and without the table of address ranges. */
export const zipSize: Measurement = {
  name: "zip",
  async measure() {
    const zip = readFileSync(makeZip());
    const entries = readZip(zip);
    const there = entries.find(({ name }) => name === TABLE);
    const without = zip.length - (there === undefined ? 0 : sizeInZip(there));
    const largest = entries
      .filter(({ name }) => name !== TABLE)
      .toSorted((a, b) => b.compressed - a.compressed)
      .slice(0, 6);
    const figures: Outcome[] = [
      {
        what: "zip for Chrome without the address table",
        value: without / 1000,
        unit: "kB",
        budget: { atMost: 250 },
        reference: `${entries.length} files, ${(entries.reduce((sum, { plain }) => sum + plain, 0) / 1000).toFixed(0)} kB unpacked`,
        detail: largest.map(({ name, compressed }) => `${name} ${(compressed / 1000).toFixed(1)} kB`).join(", "),
      },
    ];
    // Ours, beside the budget of the time until the popup is painted.
    figures.push(codeSize("popup code, compressed", codeOfPage("popup.html", entries), 45));
    const data = ((entries.find(({ name }) => name === START_DATA)?.compressed ?? Number.NaN) / 1000).toFixed(1);
    const background = codeSize("what the background parses at a start, compressed", codeFrom(["background.js"], entries), 110);
    figures.push({ ...background, detail: `beside it, it reads ${START_DATA} as text: ${data} kB` });
    const table = await builtTable();
    const what = "zip for Chrome with the address table";
    if (table === null) figures.push({ what, skipped: "no saved lists of address ranges and no public/ranges.bin are here" });
    else {
      const compressed = deflateRawSync(table.bytes, { level: 9 }).length;
      const entry = { name: TABLE, plain: table.bytes.length, compressed, content: () => Buffer.from(table.bytes) };
      const value = (without + sizeInZip(entry)) / 1000;
      figures.push({ what, value, unit: "kB", budget: { atMost: 290 }, reference: `the table: ${table.from}` });
    }
    return figures;
  },
};

function codeSize(what: string, scripts: ZipEntry[], atMost: number): Figure {
  const value = scripts.reduce((sum, { compressed }) => sum + compressed, 0) / 1000;
  const plain = scripts.reduce((sum, script) => sum + script.plain, 0) / 1000;
  return { what, value, unit: "kB", budget: { atMost }, reference: `${scripts.length} scripts, ${plain.toFixed(0)} kB unpacked` };
}

function makeZip(): string {
  rmSync(OUT, { recursive: true, force: true });
  runWxt(["zip", "-b", "chrome"], { environment: { EXTENSION_OUT_DIR: OUT, FEED_MIRRORS: "", FEED_ROOT_KEY: "" } });
  const name = readdirSync(OUT).find((file) => file.endsWith("-chrome.zip"));
  if (name === undefined) throw new Error(`there is no zip for Chrome in ${OUT}`);
  return join(OUT, name);
}
