import { mkdir, rename, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { gzipSync } from "node:zlib";
import { readAddressTable } from "../utils/core/providers/address-table.ts";
import { buildTable, type VendorReport } from "./ranges/build-table.ts";
import { command } from "./support/command.ts";
import { text } from "./support/flags.ts";

function describe(report: VendorReport): void {
  if (report.state === "read") console.log(`${report.id}: ${report.ranges} networks`);
  else if (report.state === "kept") console.error(`${report.id}: cannot be read, its lists of ${report.since} are kept (${report.reason})`);
  else console.error(`${report.id}: cannot be read and was never kept; it is not in the table (${report.reason})`);
}

async function writeTable(from: string | undefined, out: string): Promise<number> {
  const built = await buildTable({ keepIn: ".cache/ip-ranges", ...(from === undefined ? {} : { from }) }).catch((problem: Error) => {
    throw new Error(`${problem.message}. Nothing was written.`);
  });
  if (readAddressTable(built.bytes) === null) throw new Error("The table that was built cannot be read back. Nothing was written.");
  await mkdir(dirname(out), { recursive: true });
  await writeFile(`${out}.new`, built.bytes);
  await rename(`${out}.new`, out);
  built.vendors.forEach(describe);
  const kilobytes = (bytes: number) => `${(bytes / 1024).toFixed(1)} kB`;
  console.log(
    `${out}: ${built.ranges} ranges, ${kilobytes(built.bytes.length)}, ${kilobytes(gzipSync(built.bytes, { level: 9 }).length)} gzipped`,
  );
  return built.vendors.some(({ state }) => state === "read") ? 0 : 1;
}

export default await command(import.meta, {
  name: "ranges",
  group: "product",
  summary: "builds the table of address ranges from the vendors' own published lists",
  takes: "half a minute",
  details: `A build of the extension takes the table in when it is there; without it the extension places hosts by their names alone.
A vendor that cannot be read is named, and its last readable lists, kept in .cache/ip-ranges, are used. When none at all can be read, the
exit status is 1. A saved copy is a folder with one folder a vendor, or a list of your own:
{"ranges": [{"cidr": "203.0.113.0/24", "provider": "acme", "region": "east-1"}]}`,
  flags: {
    from: text("PATH", "reads saved copies instead of the vendors' addresses"),
    out: text("FILE", "where to write", "public/ranges.bin"),
  },
  run: ({ flags: { from, out } }) => writeTable(from, out),
});
