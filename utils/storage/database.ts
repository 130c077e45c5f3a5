import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import type { StoredEpisode } from "./stored-episode.ts";

/** What outlives the browser session: the learned map of hosts, and documents fetched by hash. One object store a concept. */
export interface Schema extends DBSchema {
  hosts: {
    key: string;
    value: LearnedHost;
    indexes: { bySeen: number };
  };
  /** How often a site was opened: the weights of the dependency map. */
  visits: {
    key: string;
    value: Visits;
    indexes: { byLast: number };
  };
  /** Stretches of trouble: the history. */
  episodes: {
    key: [site: string, started: number];
    value: StoredEpisode;
    indexes: { byStart: number; byLasting: number; byContradicted: number; byAcknowledged: string };
  };
  /** Opt-in reports: waiting, on their way, and the list of what was sent. */
  reports: {
    key: number;
    value: QueuedReport;
  };
  /** Documents fetched by hash: the address table. */
  documents: {
    key: string;
    value: StoredDocument;
  };
}

export type QueuedReport = {
  id?: number;
  /** The exact bytes, fixed when it is queued. */
  bytes: string;
  service: string;
  /** The feed it is for, by its root key: each feed has a consent of its own. */
  feed: string;
  queuedAt: number;
  /** Not before this time: a random delay, then the back-off. */
  dueAt: number;
  tries: number;
  /** `sending` outlives a killed background and is never sent again: a report goes out at most once. */
  state: "waiting" | "sending" | "sent" | "dropped";
  sentAt: number | null;
};

export type StoredDocument = { name: string; sha256: string; bytes: Uint8Array<ArrayBuffer> };

/** What one host stands on, from its own address at its last success. No path, no page, nothing else. */
export type LearnedHost = { host: string; site: string; provider: string; region: string | null; seen: number };

/** `last` in milliseconds of the epoch. */
export type Visits = { site: string; count: number; last: number };

export type Database = IDBPDatabase<Schema>;

/** Gives the open database, or opens it. Rejects where that cannot be done now; the next call tries again. */
export type OpenDatabase = () => Promise<Database>;

const NAME = "not-just-me";
const VERSION = 3;

/**
 * The database, opened when it is first needed, and again after it was closed from outside: by a newer build that wants to change its
 * shape, or by a browser that has lost it. Where somebody holds it open in an older shape it cannot be had now, and can once they let go.
 */
export function openDatabase(): OpenDatabase {
  let current: Promise<Database> | null = null;
  const forget = () => {
    current = null;
  };

  function begin(): Promise<Database> {
    const { promise: held, reject } = Promise.withResolvers<never>();
    const opened = open({
      blocking() {
        void opened.then((db) => db.close());
        forget();
      },
      terminated: forget,
      blocked: () => reject(new Error("somebody holds the database open in an older shape")),
    });
    opened.then(() => {
      current = opened;
    }, forget);
    return Promise.race([opened, held]);
  }

  return () => {
    current ??= begin();
    return current;
  };
}

type Hooks = { blocking: () => void; terminated: () => void; blocked: () => void };

function open(hooks: Hooks): Promise<Database> {
  // A newer build was here before this one. What it added is none of this one's business, and what it left is still good.
  return make(hooks).catch((problem: unknown) => {
    if (!(problem instanceof DOMException) || problem.name !== "VersionError") throw problem;
    return openDB<Schema>(NAME, undefined, hooks);
  });
}

/** Makes or upgrades it. */
function make(hooks: Hooks): Promise<Database> {
  return openDB<Schema>(NAME, VERSION, {
    ...hooks,
    upgrade(db, from) {
      if (from < 1) {
        const hosts = db.createObjectStore("hosts", { keyPath: "host" });
        hosts.createIndex("bySeen", "seen");
        db.createObjectStore("documents", { keyPath: "name" });
        const visits = db.createObjectStore("visits", { keyPath: "site" });
        visits.createIndex("byLast", "last");
        db.createObjectStore("reports", { keyPath: "id", autoIncrement: true });
      }
      if (from < 3) {
        // Rows of the versions before have another shape. No released build wrote any, so they are dropped.
        if (from > 0) db.deleteObjectStore("episodes");
        const episodes = db.createObjectStore("episodes", { keyPath: ["site", "started"] });
        episodes.createIndex("byStart", "started");
        episodes.createIndex("byLasting", "lasting");
        episodes.createIndex("byContradicted", "contradicted");
        episodes.createIndex("byAcknowledged", "acknowledged");
      }
    },
  });
}
