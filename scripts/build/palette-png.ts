import { crc32, deflateSync } from "node:zlib";

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
/** Colours that one byte can number. */
const MOST_COLOURS = 256;
/** Of the PNG specification, 3rd edition, § 11.2.1: pixels are numbers of one byte in a palette. */
const INDEXED = [8, 3, 0, 0, 0];
const NO_FILTER = 0;

/**
 * Writes a square picture of few colours as PNG with a palette, without loss: an icon of the toolbar takes half of what it takes with four
 * bytes a pixel.
 * @param pixels red, green, blue and alpha of each pixel, by rows
 * @throws where there are more than 256 colours
 */
export function palettePng(pixels: Buffer, size: number): Buffer {
  const colours = Array.from({ length: size * size }, (_, at) => pixels.readUInt32BE(at * 4));
  const palette = paletteOf(colours);
  const numbers = new Map(palette.map((colour, number) => [colour, number]));
  const rows = Array.from({ length: size }, (_, row) => [
    NO_FILTER,
    ...colours.slice(row * size, (row + 1) * size).map((colour) => numbers.get(colour) ?? 0),
  ]);
  const header = Buffer.alloc(8 + INDEXED.length);
  header.writeUInt32BE(size, 0);
  header.writeUInt32BE(size, 4);
  header.set(INDEXED, 8);
  return Buffer.concat([
    SIGNATURE,
    chunk("IHDR", header),
    chunk("PLTE", Buffer.from(palette.flatMap((colour) => [colour >>> 24, (colour >>> 16) & 0xff, (colour >>> 8) & 0xff]))),
    chunk("tRNS", Buffer.from(palette.map(alphaOf).filter((alpha) => alpha < 255))),
    chunk("IDAT", deflateSync(Buffer.from(rows.flat()), { level: 9, memLevel: 9 })),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

/** The colours of a picture. Opaque ones come last, because tRNS has an alpha for the first colours only. */
function paletteOf(colours: number[]): number[] {
  const counts = new Map<number, number>();
  for (const colour of colours) counts.set(colour, (counts.get(colour) ?? 0) + 1);
  if (counts.size > MOST_COLOURS) throw new Error(`a palette has ${MOST_COLOURS} colours, and the picture has ${counts.size}`);
  const opaqueLast = (colour: number) => (alphaOf(colour) === 255 ? 1 : 0);
  return [...counts].sort(([one, many], [other, more]) => opaqueLast(one) - opaqueLast(other) || more - many).map(([colour]) => colour);
}

function alphaOf(colour: number): number {
  return colour & 0xff;
}

function chunk(type: string, content: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, "latin1"), content]);
  const ends = Buffer.alloc(8);
  ends.writeUInt32BE(content.length, 0);
  ends.writeUInt32BE(crc32(named), 4);
  return Buffer.concat([ends.subarray(0, 4), named, ends.subarray(4)]);
}
