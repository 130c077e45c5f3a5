import { readFileSync } from "node:fs";
import { parseAddress } from "../utils/core/net/address.ts";
import { type AddressTable, readAddressTable } from "../utils/core/providers/address-table.ts";
import { createLocator, type Locator } from "../utils/core/providers/locator.ts";
import type { Placement } from "../utils/core/providers/placement.ts";
import { command } from "./support/command.ts";
import { readQuery } from "./where/read-query.ts";

const TABLE = "public/ranges.bin";

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

function answer(ask: string, placement: Placement | null): object {
  const { provider = null, region = null, service = null, by = null } = placement ?? {};
  return { ask, provider, region, service, by };
}

/** Prints a line for each question; returns 2 when one of them could not be understood. */
function locate(asks: readonly string[]): number {
  const names = createLocator();
  let addresses: Locator | undefined;
  let status = 0;
  for (const ask of asks) {
    const read = readQuery(ask);
    if ("error" in read) {
      console.log(JSON.stringify({ ask, error: read.error }));
      status = 2;
      continue;
    }
    const { host } = read;
    if (parseAddress(host) === null) {
      console.log(JSON.stringify(answer(ask, names.byHost(host) ?? names.byCatalogue(host))));
      continue;
    }
    if (addresses === undefined) {
      const table = loadTable();
      addresses = createLocator(table === null ? {} : { table });
    }
    console.log(JSON.stringify(answer(ask, addresses.byAddress(host))));
  }
  return status;
}

export default await command(import.meta, {
  name: "where",
  group: "product",
  summary: "prints which provider and region hosts a name or an address; never asks DNS",
  takes: "a second",
  details: `Prints a line of JSON for each name, URL or address: provider, region, the provider's service where the name carries it, and how it is
known ("address", "host" by a rule on the name, "catalogue" as general knowledge). Addresses need the table that npm run ranges builds.
Exit status 2 where a word is none of the three.`,
  flags: {},
  operands: { form: "NAME-OR-ADDRESS…", least: 1 },
  silent: true,
  run: ({ operands }) => locate(operands),
});
