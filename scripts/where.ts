// Prints the provider and region of names and addresses: `npm run --silent where -- NAME-OR-ADDRESS…`. Without DNS.
import { readFileSync } from "node:fs";
import { parseAddress } from "../utils/core/net/address.ts";
import { type AddressTable, readAddressTable } from "../utils/core/providers/address-table.ts";
import { createLocator, type Locator } from "../utils/core/providers/locator.ts";
import type { Placement } from "../utils/core/providers/placement.ts";
import { readQuery } from "./where/read-query.ts";

const TABLE = "public/ranges.bin";
const USAGE = `npm run --silent where -- NAME-OR-ADDRESS…

Prints a JSON line for each name, URL or address: the provider and region under it, the provider's service where the name tells,
and how it is known ("address", "host" by a rule on the name, "catalogue" as general knowledge). Addresses need the table that
npm run ranges builds.`;

function loadTable(): AddressTable | null {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(TABLE);
  } catch {
    console.error(`where: there is no ${TABLE}; npm run ranges builds it. Addresses stay unknown.`);
    return null;
  }
  const table = readAddressTable(bytes);
  if (table === null) console.error(`where: ${TABLE} is damaged; npm run ranges builds it anew. Addresses stay unknown.`);
  return table;
}

function answer(query: string, placement: Placement | null): object {
  const { provider = null, region = null, service = null, by = null } = placement ?? {};
  return { ask: query, provider, region, service, by };
}

function main(queries: string[]): void {
  if (queries.length === 0 || queries.includes("--help")) {
    console.error(USAGE);
    if (queries.length === 0) process.exitCode = 2;
    return;
  }
  const names = createLocator();
  let addresses: Locator | undefined;
  for (const query of queries) {
    const read = readQuery(query);
    if ("error" in read) {
      console.log(JSON.stringify({ ask: query, error: read.error }));
      process.exitCode = 2;
      continue;
    }
    const { host } = read;
    if (parseAddress(host) === null) {
      console.log(JSON.stringify(answer(query, names.byHost(host) ?? names.byCatalogue(host))));
      continue;
    }
    if (addresses === undefined) {
      const table = loadTable();
      addresses = createLocator(table === null ? {} : { table });
    }
    console.log(JSON.stringify(answer(query, addresses.byAddress(host))));
  }
}

main(process.argv.slice(2));
