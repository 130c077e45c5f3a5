// Builds the table of the provider and region of addresses: `npm run ranges -- --help`.
import { mkdir, rename, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { parseArgs } from "node:util";
import { gzipSync } from "node:zlib";
import { readAddressTable } from "../utils/core/providers/address-table.ts";
import { buildTable, type VendorReport } from "./ranges/build-table.ts";

const HELP = `npm run ranges [-- --from PATH] [--out FILE]

Builds the table of address ranges from the vendors' own published lists. A build of the extension takes it in when it is
there; without it the extension works from names.

  --from PATH   read saved copies instead of the vendors' addresses: a folder with a folder a vendor, as
                a download of each vendor's list would fill it, or a list of your own:
                {"ranges": [{"cidr": "203.0.113.0/24", "provider": "acme", "region": "east-1"}]}
  --out FILE    where to write (public/ranges.bin)

A vendor that cannot be read is named, and its last readable lists, kept in .cache/ip-ranges, are used. When none at all can be read, the exit status is 1.`;

function describe(report: VendorReport): void {
  if (report.state === "read") console.log(`${report.id}: ${report.ranges} networks`);
  else if (report.state === "kept") console.error(`${report.id}: cannot be read, its lists of ${report.since} are kept (${report.reason})`);
  else console.error(`${report.id}: cannot be read and was never kept; it is not in the table (${report.reason})`);
}

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { from: { type: "string" }, out: { type: "string" }, help: { type: "boolean" } } });
  if (values.help) return console.log(HELP);
  const out = values.out ?? "public/ranges.bin";
  const built = await buildTable({ keepIn: ".cache/ip-ranges", ...(values.from === undefined ? {} : { from: values.from }) });
  if (readAddressTable(built.bytes) === null) throw new Error("the table that was built cannot be read back");
  await mkdir(dirname(out), { recursive: true });
  await writeFile(`${out}.new`, built.bytes);
  await rename(`${out}.new`, out);
  built.vendors.forEach(describe);
  if (!built.vendors.some(({ state }) => state === "read")) process.exitCode = 1;
  const kilobytes = (bytes: number) => `${(bytes / 1024).toFixed(1)} kB`;
  console.log(
    `${out}: ${built.ranges} ranges, ${kilobytes(built.bytes.length)}, ${kilobytes(gzipSync(built.bytes, { level: 9 }).length)} gzipped`,
  );
}

try {
  await main();
} catch (error) {
  console.error(`ranges: ${(error as Error).message}. Nothing was written. See npm run ranges -- --help`);
  process.exitCode = error instanceof TypeError && "code" in error ? 2 : 1;
}
