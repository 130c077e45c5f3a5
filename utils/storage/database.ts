import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import type { UsualTime } from "../core/providers/knowledge.ts";
import type { StoredEpisode } from "./stored-episode.ts";

/** The database: what outlives the browser session and is too much for storage. `keys.ts` says how long each store keeps its rows. */
export interface Schema extends DBSchema {
  hosts: {
    key: string;
    value: LearnedHost;
    indexes: { bySeen: number; bySite: string; byVisited: 0 | 1 };
  };
  /** How often a site was opened, the weights of the dependency map, and how fast it usually answers. */
  visits: {
    key: string;
    value: Visits;
    indexes: { byWeek: string };
  };
  /** Periods in which a site failed: the history. */
  episodes: {
    key: [site: string, started: number];
    value: StoredEpisode;
    indexes: { byStart: number; byLasting: number; byContradicted: number; byAcknowledged: string };
  };
  /** Opt-in reports: waiting, being sent, and sent. */
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
  /** A failure that was seen here, or an answer to a feed that has the service on watch. Each kind has limits of its own. */
  kind: "failure" | "answer";
  /** What allows it to be sent: the consent to all reports, or the person's press for this one. */
  allowedBy: "consent" | "press";
  /** The feed it is for, by its root key: each feed has a consent of its own. */
  feed: string;
  queuedAt: number;
  /** Sent no earlier than this: a random delay, then the back-off. Milliseconds of the epoch, as the other times. */
  dueAt: number;
  tries: number;
  /** `sending` outlives a killed background and is never sent again: a report is sent at most once. */
  state: "waiting" | "sending" | "sent";
  sentAt: number | null;
};

export type StoredDocument = { name: string; sha256: string; bytes: Uint8Array<ArrayBuffer> };

/**
 * Where a host was hosted at its last success, by its own address then. `seen` in milliseconds of the epoch. `visited`: 1 where the person
 * opened a page of its site (a number, because an index knows no booleans).
 */
export type LearnedHost = { host: string; site: string; visited: 0 | 1; provider: string; region: string | null; seen: number };

/** `week`: the Monday of the week of the last visit, as `2026-11-30`. No time and no day is kept. */
export type Visits = { site: string; count: number; week: string; usual?: UsualTime };

export type Database = IDBPDatabase<Schema>;

/** Resolves to the open database. Rejects where it cannot be opened now; the next call tries again. */
export type OpenDatabase = () => Promise<Database>;

const NAME = "not-just-me";
const VERSION = 4;

/**
 * The database, opened when it is first needed, and again after it was closed from outside: by a newer build that upgrades it, or by a
 * browser that has lost it. While a page of an older build keeps it open, it cannot be upgraded: the call rejects, and a later one tries
 * again.
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
      blocked: () => reject(new Error("a page of an older build holds the database open")),
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
  // A newer build upgraded it before this one was installed again. Its additions are not used, and the rest is still good.
  return make(hooks).catch((problem: unknown) => {
    if (!(problem instanceof DOMException) || problem.name !== "VersionError") throw problem;
    return openDB<Schema>(NAME, undefined, hooks);
  });
}

/** Creates it. No released build wrote rows of an earlier version, so they are dropped with their stores. */
function make(hooks: Hooks): Promise<Database> {
  return openDB<Schema>(NAME, VERSION, {
    ...hooks,
    upgrade(db) {
      for (const name of db.objectStoreNames) db.deleteObjectStore(name);
      const hosts = db.createObjectStore("hosts", { keyPath: "host" });
      hosts.createIndex("bySeen", "seen");
      hosts.createIndex("bySite", "site");
      hosts.createIndex("byVisited", "visited");
      db.createObjectStore("documents", { keyPath: "name" });
      const visits = db.createObjectStore("visits", { keyPath: "site" });
      visits.createIndex("byWeek", "week");
      db.createObjectStore("reports", { keyPath: "id", autoIncrement: true });
      const episodes = db.createObjectStore("episodes", { keyPath: ["site", "started"] });
      episodes.createIndex("byStart", "started");
      episodes.createIndex("byLasting", "lasting");
      episodes.createIndex("byContradicted", "contradicted");
      episodes.createIndex("byAcknowledged", "acknowledged");
    },
  });
}
