import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync, writeSync } from "node:fs";
import { dirname } from "node:path";

/**
 * Writes a file whole or not at all: whoever reads it, and whenever the machine dies, finds the old content or the new one.
 * @param mode permissions, for secrets
 */
export function writeFileWhole(path: string, content: Uint8Array | string, mode = 0o644): void {
  const folder = dirname(path);
  mkdirSync(folder, { recursive: true });
  const draft = `${path}.${process.pid}.new`;
  try {
    writeDraft(draft, Buffer.from(content), mode);
    renameSync(draft, path);
  } catch (problem) {
    // Half a file would only take room, most likely on a disk that has none.
    rmSync(draft, { force: true });
    throw problem;
  }
  // The rename itself is on the disk only once the folder is.
  const handle = openSync(folder, "r");
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

function writeDraft(path: string, bytes: Buffer, mode: number): void {
  const file = openSync(path, "w", mode);
  try {
    for (let written = 0; written < bytes.length; ) written += writeSync(file, bytes, written);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}
