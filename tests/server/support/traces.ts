import { createHmac, randomBytes } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** All bytes of all files of a folder and of those in it. A file that goes away meanwhile is left out. */
export function bytesUnder(folder: string): Buffer {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return Buffer.concat(
    files.map(({ parentPath, name }) => {
      try {
        return readFileSync(join(parentPath, name));
      } catch {
        return Buffer.alloc(0);
      }
    }),
  );
}

/** A source of random bytes that remembers which keys it gave. */
export function recordedRandom(): { keys: Buffer[]; random(size: number): Buffer } {
  const keys: Buffer[] = [];
  return {
    keys,
    random(size) {
      const key = randomBytes(size);
      keys.push(Buffer.from(key));
      return key;
    },
  };
}

/** How many of these texts are somewhere in the bytes. */
export function foundIn(bytes: Buffer, texts: readonly string[]): number {
  return texts.filter((text) => bytes.includes(text, 0, "latin1")).length;
}

/** Whether one of these keys is there, as it is or written in one of the usual ways. */
export function holdsKey(bytes: Buffer, keys: readonly Buffer[]): boolean {
  return keys.some((key) => {
    const written = [
      key.toString("hex"),
      key.toString("hex").toUpperCase(),
      key.toString("base64").replace(/=+$/, ""),
      key.toString("base64url"),
    ];
    return bytes.includes(key) || foundIn(bytes, written) > 0;
  });
}

/**
 * Tries to find out which of some senders the slots belong to, as somebody would who has the disk: every text in it that may be a key of
 * 32 bytes is tried on every sender.
 * @param senders what may have been hashed
 * @returns how many slots gave their sender away
 */
export function reversedSlots(bytes: Buffer, slots: readonly string[], senders: readonly string[]): number {
  const wanted = new Set(slots);
  const texts = bytes.toString("latin1");
  const candidates = new Set<string>();
  for (const [run] of texts.matchAll(/[\w+/-]{43,}/g)) {
    // A key may stand right behind another text. Longer runs than this are documents.
    for (let start = 0; start + 43 <= Math.min(run.length, 200); start++) candidates.add(run.slice(start, start + 43));
  }
  const keys = [...candidates].map((text) => Buffer.from(text, "base64url")).filter(({ length }) => length === 32);
  const slotOf = (key: Buffer, sender: string) => createHmac("sha256", key).update(sender).digest().subarray(0, 8).toString("base64url");
  // One sender tells whether it is the key; then all are tried.
  const isKey = (key: Buffer) => senders.slice(0, 3).some((sender) => wanted.has(slotOf(key, sender)));
  const found = keys.filter(isKey).flatMap((key) => senders.map((sender) => slotOf(key, sender)));
  return found.filter((slot) => wanted.has(slot)).length;
}
