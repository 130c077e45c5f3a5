import { mkdir, readdir, readFile, rename, stat, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { readNetworkRanges } from "../server/reports/network-ranges.ts";
import { messageOf } from "../utils/core/message-of.ts";
import { buildNetworks } from "./networks/build-networks.ts";
import type { Claims } from "./networks/claim.ts";
import { PUBLISHED_TABLES } from "./networks/published-tables.ts";
import { readTable, UnreadableTable } from "./networks/read-table.ts";
import { fetchList } from "./ranges/download.ts";
import { textOf } from "./ranges/read-documents.ts";
import { command } from "./support/command.ts";
import { text, UsageError } from "./support/flags.ts";

type Document = { name: string; bytes: Uint8Array };

async function savedTables(folder: string): Promise<Document[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch((problem) => {
    throw new UsageError(`--from ${folder}: this folder cannot be read (${messageOf(problem)}); give one that holds saved tables`);
  });
  const names = entries.filter((entry) => entry.isFile() && !entry.name.startsWith(".")).map(({ name }) => name);
  if (names.length === 0)
    throw new UsageError(`--from ${folder}: there is no file in it; npm run networks -- --help says which are needed`);
  return Promise.all(names.sort().map(async (name) => ({ name: join(folder, name), bytes: await readFile(join(folder, name)) })));
}

function downloadedTables(): Promise<Document[]> {
  return Promise.all(
    PUBLISHED_TABLES.map(async ({ name, url }) => {
      const bytes = await fetchList(url).catch((problem) => {
        throw new Error(`${name}: ${messageOf(problem)}. Nothing was written. Save the tables and give their folder by --from.`);
      });
      return { name: url, bytes };
    }),
  );
}

function readDocument({ name, bytes }: Document): Claims {
  let content: string;
  try {
    content = textOf(bytes);
  } catch (problem) {
    throw new UsageError(`${name}: this archive is damaged (${messageOf(problem)}); save it again`);
  }
  try {
    return readTable(name, content);
  } catch (problem) {
    if (problem instanceof UnreadableTable)
      throw new UsageError(`${problem.message}. Nothing was written: save the table again or take it away.`);
    throw problem;
  }
}

async function writeNetworks(from: string | undefined, out: string): Promise<void> {
  const began = performance.now();
  const documents = from === undefined ? await downloadedTables() : await savedTables(from);
  const tables: Claims[] = [];
  for (const document of documents) {
    const claims = readDocument(document);
    console.log(`${document.name}: ${claims.countries.length} ranges with a country, ${claims.networks.length} with a network`);
    tables.push(claims);
  }
  if (!tables.some(({ networks }) => networks.length > 0))
    throw new UsageError(
      "No table tells networks, so the server could not tell them apart. Nothing was written: add one such as IPtoASN's.",
    );
  if (!tables.some(({ countries }) => countries.length > 0))
    console.error("No table tells countries: that of every address will be unknown.");
  const { bytes, stretches, networks, countries } = buildNetworks(tables);
  if (readNetworkRanges(bytes).stretches !== stretches)
    throw new Error("The table that was built cannot be read back. Nothing was written.");
  await mkdir(dirname(out), { recursive: true });
  await writeFile(`${out}.new`, bytes);
  await rename(`${out}.new`, out);
  const { size } = await stat(out);
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  console.log(`${out}: ${stretches} stretches, ${networks} networks, ${countries} countries, ${(size / 1e6).toFixed(1)} MB, ${seconds} s`);
}

export default await command(import.meta, {
  name: "networks",
  group: "product",
  summary: "builds the table of networks and countries, by which the server tells reporters apart",
  takes: "half a minute",
  details: `The server takes it by --networks FILE and publishes nothing of it. Without --from the tables are downloaded from the five registries (countries) and
from IPtoASN (networks). A folder of saved copies may hold any number of these, gzipped or not:
  a registry's file           ripencc|ES|ipv4|192.0.2.0|256|20100101|allocated
  prefixes and networks       192.0.2.0 24 64500          as in CAIDA's pfx2as
  ranges and networks         192.0.2.0 192.0.2.255 64500 as in IPtoASN
Exit status 2, and nothing written, where a table cannot be read.`,
  flags: {
    from: text("FOLDER", "reads saved copies instead of downloading"),
    out: text("FILE", "where to write", "networks.bin"),
  },
  run: ({ flags: { from, out } }) => writeNetworks(from, out),
});
