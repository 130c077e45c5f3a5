import { join } from "node:path";
import { messageOf } from "../utils/core/message-of.ts";
import { databaseKeyBox, folderKeyBox, givenKeyBox, type KeyName } from "./keys/key-box.ts";
import { openSigner, type Signer } from "./keys/signer.ts";
import { lockFolder } from "./store/folder-lock.ts";
import { openStore, type Store } from "./store/store.ts";

export type DataPlace = {
  /** Database, keys and published files live here. */
  dataDir: string;
  /** PostgreSQL instead of the embedded database. */
  databaseUrl?: string | undefined;
  /** A key that is used instead of those of the data folder. */
  signingKey?: { name: KeyName; text: string } | undefined;
};

/** What a server process holds open while it runs. */
export type Data = { store: Store; signer: Signer; close(): Promise<void> };

/**
 * Opens store and keys, or creates them at the first start. Throws, with one readable line, where that is not possible.
 * @param holder names this process
 * @param now milliseconds of the epoch
 */
export async function openData(place: DataPlace, holder: string, now: number): Promise<Data> {
  const { store, unlock } =
    place.databaseUrl === undefined ? await openFolder(place.dataDir, holder) : await openDatabase(place.databaseUrl);
  const close = async () => {
    await store.close();
    unlock();
  };
  try {
    return { store, signer: await openKeys(place, store, now), close };
  } catch (problem) {
    await close();
    throw problem;
  }
}

async function openFolder(dataDir: string, holder: string): Promise<{ store: Store; unlock: () => void }> {
  const unlock = lockFolder(dataDir);
  if (unlock === null) throw new Error(`${dataDir}: another feed server uses this data folder`);
  try {
    const store = await openStore({ file: join(dataDir, "feed.sqlite") });
    // No other process uses the folder, so a lease in it is that of a process that was killed.
    await store.publication.takeLease(holder, Number.MAX_SAFE_INTEGER, 0);
    return { store, unlock };
  } catch (problem) {
    unlock();
    throw problem;
  }
}

async function openDatabase(databaseUrl: string): Promise<{ store: Store; unlock: () => void }> {
  try {
    return { store: await openStore({ databaseUrl }), unlock: () => {} };
  } catch (problem) {
    // Without the address, because it holds a password.
    throw new Error(`DATABASE_URL: the database cannot be used: ${messageOf(problem)}`);
  }
}

async function openKeys({ dataDir, databaseUrl, signingKey }: DataPlace, store: Store, now: number): Promise<Signer> {
  if (signingKey !== undefined) return await openSigner(givenKeyBox(signingKey), now);
  const folder = folderKeyBox(join(dataDir, "keys"));
  return await openSigner(databaseUrl === undefined ? folder : databaseKeyBox(store.publication, folder), now);
}
