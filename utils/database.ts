import { type DBSchema, type IDBPDatabase, openDB } from "idb";

/** What outlives the browser session: the learned map of hosts, and documents fetched by hash. One object store a concept. */
export interface Schema extends DBSchema {
  hosts: {
    key: string;
    value: LearnedHost;
    indexes: { bySeen: number };
  };
  /** Documents fetched by hash: the address table. */
  documents: {
    key: string;
    value: StoredDocument;
  };
}

export type StoredDocument = { name: string; sha256: string; bytes: Uint8Array<ArrayBuffer> };

/** What one host stands on, from its own address at its last success. No path, no page, nothing else. */
export type LearnedHost = { host: string; provider: string; region: string | null; seen: number };

export type Database = IDBPDatabase<Schema>;

/** Opens the database, making or upgrading it. */
export function openDatabase(): Promise<Database> {
  return openDB<Schema>("not-just-me", 1, {
    upgrade(db) {
      const hosts = db.createObjectStore("hosts", { keyPath: "host" });
      hosts.createIndex("bySeen", "seen");
      db.createObjectStore("documents", { keyPath: "name" });
    },
  });
}
