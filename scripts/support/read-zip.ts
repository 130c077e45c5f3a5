import { inflateRawSync } from "node:zlib";

/** A file in a zip: its sizes there and unpacked, and its content. */
export type ZipEntry = { name: string; compressed: number; plain: number; content: () => Buffer };

/** Signatures and lengths of APPNOTE 6.3.10: the end record, an entry of the directory, and the header before each file. */
const END = 0x06054b50;
const END_LENGTH = 22;
const DIRECTORY = 0x02014b50;
const DIRECTORY_LENGTH = 46;
const HEADER_LENGTH = 30;
/** The one method that is not "as it is". */
const DEFLATED = 8;

/** Lists what a zip holds. @throws where the bytes are none */
export function readZip(bytes: Buffer): ZipEntry[] {
  let end = bytes.length - END_LENGTH;
  while (end >= 0 && bytes.readUInt32LE(end) !== END) end--;
  if (end < 0) throw new Error("this is no zip");
  const entries: ZipEntry[] = [];
  let at = bytes.readUInt32LE(end + 16);
  while (at < end && bytes.readUInt32LE(at) === DIRECTORY) {
    const nameLength = bytes.readUInt16LE(at + 28);
    const method = bytes.readUInt16LE(at + 10);
    const compressed = bytes.readUInt32LE(at + 20);
    const header = bytes.readUInt32LE(at + 42);
    entries.push({
      name: bytes.toString("utf8", at + DIRECTORY_LENGTH, at + DIRECTORY_LENGTH + nameLength),
      compressed,
      plain: bytes.readUInt32LE(at + 24),
      content() {
        const start = header + HEADER_LENGTH + bytes.readUInt16LE(header + 26) + bytes.readUInt16LE(header + 28);
        const stored = bytes.subarray(start, start + compressed);
        return method === DEFLATED ? inflateRawSync(stored) : stored;
      },
    });
    at += DIRECTORY_LENGTH + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return entries;
}

/** Bytes that an entry takes in all: its content, and its name in front of it and in the directory. */
export function sizeInZip({ name, compressed }: ZipEntry): number {
  return compressed + HEADER_LENGTH + DIRECTORY_LENGTH + 2 * Buffer.byteLength(name);
}
