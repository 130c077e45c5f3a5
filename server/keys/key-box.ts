import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { PublicationStore } from "../store/publication-store.ts";
import { writeFileWhole } from "../store/write-file.ts";

/** `roots`: the first root and the signed documents of its successors; they are public. */
export const KEY_NAMES = ["root", "feed", "roots"] as const;
export type KeyName = (typeof KEY_NAMES)[number];

/** A place that stores keys: small texts by name. */
export type KeyBox = {
  /** The name of the place, for messages. */
  place: string;
  read(name: KeyName): Promise<string | null>;
  /** Stores a text unless there is one already; returns the stored one. */
  offer(name: KeyName, text: string): Promise<string>;
  replace(name: KeyName, text: string): Promise<void>;
};

/** Keys as files that only their owner can read: `root.json`, which may be stored offline, and `feed.json`. */
export function folderKeyBox(folder: string): KeyBox {
  const pathOf = (name: KeyName) => join(folder, `${name}.json`);
  const write = (name: KeyName, text: string) => {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    writeFileWhole(pathOf(name), text, 0o600);
  };
  return {
    place: folder,
    async read(name) {
      return existsSync(pathOf(name)) ? readFileSync(pathOf(name), "utf8") : null;
    },
    async offer(name, text) {
      const known = await this.read(name);
      if (known !== null) return known;
      write(name, text);
      return text;
    },
    async replace(name, text) {
      write(name, text);
    },
  };
}

/**
 * Keys in the database, where every server process finds the same ones. A key that the database does not have may lie in `folder`: so a
 * root key can be put back for a moment without being stored.
 */
export function databaseKeyBox(publication: PublicationStore, folder: KeyBox): KeyBox {
  return {
    place: "the table signing_keys",
    read: async (name) => (await publication.readKey(name)) ?? (await folder.read(name)),
    offer: async (name, text) => publication.offerKey(name, (await folder.read(name)) ?? text),
    replace: (name, text) => publication.writeKey(name, text),
  };
}

/** Copies the keys of a folder into a database without keys: a server that moves to PostgreSQL keeps the root of its builds. */
export async function moveKeys(folder: KeyBox, publication: PublicationStore): Promise<void> {
  const stored = await Promise.all(KEY_NAMES.map((name) => publication.readKey(name)));
  if (stored.some((text) => text !== null)) return;
  for (const name of KEY_NAMES) {
    const text = await folder.read(name);
    if (text !== null) await publication.offerKey(name, text);
  }
}

/**
 * A feed key given by the environment, for machines without storage. A key that is created instead is not stored. Root documents, which
 * are public, come from `folder`.
 */
export function givenKeyBox(feedKey: string, folder: KeyBox): KeyBox {
  let current = feedKey;
  return {
    place: "FEED_SIGNING_KEY",
    read: async (name) => (name === "feed" ? current : name === "roots" ? await folder.read(name) : null),
    offer: async (name, text) => (name === "feed" ? current : text),
    async replace(name, text) {
      if (name === "feed") current = text;
    },
  };
}
