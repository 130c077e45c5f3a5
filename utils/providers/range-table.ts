import { readOwnFile } from "../browser/own-files.ts";
import type { Feed } from "../core/feed/feed.ts";
import { type AddressTable, readAddressTable } from "../core/providers/address-table.ts";
import { type AttachmentKind, refreshAttachment, storedAttachment } from "../feed/attachment.ts";
import type { OpenDatabase } from "../storage/database.ts";

/** A table of twenty thousand ranges takes some 300 kB. */
const RANGES: AttachmentKind<AddressTable> = { name: "ranges", largest: 1024 * 1024, read: readAddressTable };

/**
 * The table of address ranges: the last one that the feed named by its hash, else the one built in, else none. It is read from the
 * database only when the first address has to be placed.
 */
export function createRangeTable(database: OpenDatabase) {
  let table: AddressTable | null = null;
  let loading: Promise<boolean> | null = null;

  async function load(): Promise<boolean> {
    const stored = await storedAttachment(database, RANGES.name);
    table = stored === null ? null : readAddressTable(stored.bytes);
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

    /** Downloads the table whose hash the feed names. @returns whether there is a new table */
    async refresh(feed: Feed, mirrors: readonly string[]): Promise<boolean> {
      const fresh = await refreshAttachment(database, RANGES, feed, mirrors);
      if (fresh === null) return false;
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
