import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Resvg } from "@resvg/resvg-js";
import { afterAll, describe, expect, test } from "vitest";
import { drawIcons, iconSvg } from "../../../scripts/build/icons.ts";
import { palettePng } from "../../../scripts/build/palette-png.ts";

const folder = mkdtempSync(join(tmpdir(), "icons-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** What a reader of PNG makes of a file. */
function pixelsOf(png: Uint8Array, size: number): Buffer {
  const address = `data:image/png;base64,${Buffer.from(png).toString("base64")}`;
  const picture = `<image href="${address}" width="${size}" height="${size}" image-rendering="optimizeSpeed"/>`;
  return new Resvg(`<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}">${picture}</svg>`).render().pixels;
}

describe("the icons", () => {
  test("show the drawing exactly, the soft edge of the tile too", () => {
    drawIcons(folder);
    const direct = new Resvg(iconSvg("site"), { fitTo: { mode: "width", value: 48 } }).render().asPng();
    expect(pixelsOf(readFileSync(join(folder, "site-48.png")), 48)).toEqual(pixelsOf(direct, 48));
  });
});

describe("a PNG with a palette", () => {
  test("keeps pixels that are opaque, half transparent and transparent", () => {
    const pixels = Buffer.from([255, 0, 0, 255, 0, 0, 255, 128, 0, 0, 0, 0, 255, 0, 0, 255]);
    expect([...pixelsOf(palettePng(pixels, 2), 2)]).toEqual([255, 0, 0, 255, 0, 0, 128, 128, 0, 0, 0, 0, 255, 0, 0, 255]);
  });

  test("refuses a picture of more colours than a palette has", () => {
    const pixels = Buffer.alloc(17 * 17 * 4);
    for (let at = 0; at < 17 * 17; at++) pixels.writeUInt32BE(at, at * 4);
    expect(() => palettePng(pixels, 17)).toThrow("a palette has 256 colours, and the picture has 289");
  });
});
