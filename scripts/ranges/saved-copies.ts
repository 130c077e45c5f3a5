import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { gzipSync } from "node:zlib";
import type { ListDocument } from "./read-documents.ts";

/** Saved copies in a folder: one folder per vendor, and beside them own lists (`*.json`). */
export type SavedCopies = { vendors: Map<string, ListDocument[]>; own: ListDocument[] };

async function readFiles(folder: string): Promise<ListDocument[]> {
  const names = (await readdir(folder)).filter((name) => !name.startsWith(".")).sort();
  return Promise.all(names.map(async (name) => ({ name, bytes: await readFile(join(folder, name)) })));
}

/** Reads a folder of saved copies, or one file as an own list. */
export async function readSavedCopies(path: string): Promise<SavedCopies> {
  if ((await stat(path)).isFile()) return { vendors: new Map(), own: [{ name: basename(path), bytes: await readFile(path) }] };
  const vendors = new Map<string, ListDocument[]>();
  const own: ListDocument[] = [];
  for (const entry of await readdir(path, { withFileTypes: true })) {
    const inside = join(path, entry.name);
    if (entry.isDirectory()) vendors.set(entry.name, await readFiles(inside));
    else if (/\.json(\.gz)?$/.test(entry.name)) own.push({ name: entry.name, bytes: await readFile(inside) });
  }
  return { vendors, own };
}

/** Keeps a vendor's lists for a day on which they cannot be read. They replace the kept ones as a whole or not at all. */
export async function keepLists(folder: string, documents: ListDocument[]): Promise<void> {
  const fresh = `${folder}.new`;
  await rm(fresh, { recursive: true, force: true });
  await mkdir(fresh, { recursive: true });
  for (const [index, { bytes }] of documents.entries()) {
    const zipped = bytes[0] === 0x1f && bytes[1] === 0x8b;
    await writeFile(join(fresh, `${index}.gz`), zipped ? bytes : gzipSync(bytes));
  }
  await rm(folder, { recursive: true, force: true });
  await rename(fresh, folder);
}

/** The lists of a vendor that were kept last, and the day of that; null where there are none. */
export async function keptLists(folder: string): Promise<{ since: string; documents: ListDocument[] } | null> {
  try {
    const { mtime } = await stat(folder);
    return { since: mtime.toISOString().slice(0, 10), documents: await readFiles(folder) };
  } catch {
    return null;
  }
}
