import { join } from "node:path";
import { messageOf } from "../utils/core/message-of.ts";
import { databaseKeyBox, folderKeyBox, givenKeyBox, type KeyBox, moveKeys } from "./keys/key-box.ts";
import { type RootChain, readRootChain } from "./keys/root-chain.ts";
import { openSigner, type Signer } from "./keys/signer.ts";
import { lockFolder } from "./store/folder-lock.ts";
import { openStore, type Store } from "./store/store.ts";

export type DataPlace = {
  /** Database, keys and published files live here. */
  dataDir: string;
  /** PostgreSQL instead of the embedded database. */
  databaseUrl?: string | undefined;
  /** The content of `feed.json`, used instead of the keys of the data folder. */
  signingKey?: string | undefined;
};

export type OpenStore = { store: Store; close(): Promise<void> };

/** What a server process holds open while it runs. */
export type Data = {
  store: Store;
  signer: Signer;
  readRoots(): Promise<RootChain>;
  close(): Promise<void>;
};

/**
 * Opens store and keys, or creates them at the first start. Throws, with one readable line, where that is not possible.
 * @param holder names this process
 * @param now milliseconds of the epoch
 */
export async function openData(place: DataPlace, holder: string, now: number): Promise<Data> {
  const { store, close } = await openStoreAt(place, holder);
  try {
    const box = await keyBoxOf(place, store);
    const signer = await openSigner(box, now);
    const readRoots = async () => {
      const chain = await readRootChain(box);
      if (chain === null) throw new Error(`${box.place}: the keys are gone`);
      return chain;
    };
    return { store, signer, readRoots, close };
  } catch (problem) {
    await close();
    throw problem;
  }
}

/** Opens the store alone, for a machine that must not hold a key. */
export async function openStoreAt({ dataDir, databaseUrl }: DataPlace, holder: string): Promise<OpenStore> {
  const { store, unlock } = databaseUrl === undefined ? await openFolder(dataDir, holder) : await openDatabase(databaseUrl);
  return {
    store,
    async close() {
      await store.close();
      unlock();
    },
  };
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

/** Opens the keys alone, also while a server runs. Throws, with one readable line, where that is not possible. */
export async function openKeys(place: Pick<DataPlace, "dataDir" | "databaseUrl">): Promise<{ box: KeyBox; close(): Promise<void> }> {
  if (place.databaseUrl === undefined) return { box: folderKeyBox(join(place.dataDir, "keys")), close: async () => {} };
  const { store } = await openDatabase(place.databaseUrl);
  return { box: await keyBoxOf(place, store), close: () => store.close() };
}

async function keyBoxOf({ dataDir, databaseUrl, signingKey }: DataPlace, { publication }: Store): Promise<KeyBox> {
  const folder = folderKeyBox(join(dataDir, "keys"));
  if (signingKey !== undefined) return givenKeyBox(signingKey, folder);
  if (databaseUrl === undefined) return folder;
  await moveKeys(folder, publication);
  return databaseKeyBox(publication, folder);
}
