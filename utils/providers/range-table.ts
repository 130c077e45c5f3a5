import { readOwnFile } from "../browser/own-files.ts";
import type { Feed } from "../core/feed/feed.ts";
import { type AddressTable, readAddressTable } from "../core/providers/address-table.ts";
import { fetchByHash } from "../net/fetch-by-hash.ts";
import type { OpenDatabase } from "../storage/database.ts";

const NAME = "ranges";
/** Bytes. A table of twenty thousand ranges takes some 300 kB; a larger document than this is no table. */
const LARGEST = 1024 * 1024;

/**
 * The table of address ranges: the last one that the feed named by its hash, else the one built in, else none. It is read from the
 * database only when the first address has to be placed.
 */
export function createRangeTable(database: OpenDatabase) {
  let table: AddressTable | null = null;
  let loading: Promise<boolean> | null = null;

  async function load(): Promise<boolean> {
    const stored = await database()
      .then((db) => db.get("documents", NAME))
      .catch(() => undefined);
    table = stored === undefined ? null : readAddressTable(stored.bytes);
    table ??= await builtIn();
    return table !== null;
  }

  return {
    /** The table in memory; null before `load`, and in a build without one. */
    get current(): AddressTable | null {
      return table;
    },

    /** Loads the table once. @returns whether there is one */
    load(): Promise<boolean> {
      loading ??= load();
      return loading;
    },

    /** Erases the stored table. The one in memory serves until the background stops. */
    async erase(): Promise<void> {
      await (await database()).clear("documents");
    },

    /**
     * Downloads the table whose hash the feed names. A bad or unreachable one changes nothing.
     * @returns whether there is a new table
     */
    async refresh(feed: Feed, mirrors: string[]): Promise<boolean> {
      const wanted = feed.ranges;
      if (wanted == null) return false;
      const db = await database();
      const stored = await db.get("documents", NAME);
      if (stored?.sha256 === wanted.sha256) return false;
      const bytes = await fetchByHash(wanted, mirrors, LARGEST);
      const fresh = bytes === null ? null : readAddressTable(bytes);
      if (bytes === null || fresh === null) return false;
      await db.put("documents", { name: NAME, sha256: wanted.sha256, bytes });
      table = fresh;
      loading = Promise.resolve(true);
      return true;
    },
  };
}

async function builtIn(): Promise<AddressTable | null> {
  try {
    const reply = await readOwnFile("/ranges.bin");
    return reply.ok ? readAddressTable(new Uint8Array(await reply.arrayBuffer())) : null;
  } catch {
    // A build without a table places hosts by their names.
    return null;
  }
}
