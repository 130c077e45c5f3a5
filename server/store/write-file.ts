import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync, writeSync } from "node:fs";
import { dirname } from "node:path";

/**
 * Writes a file atomically: a reader finds the old content or the new one, also after a crash at any moment.
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
    // A partial file would only take room, most likely on a full disk.
    rmSync(draft, { force: true });
    throw problem;
  }
  // The rename is durable only once the folder is.
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
