import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Resvg } from "@resvg/resvg-js";
import type { Scope } from "../../utils/core/diagnosis/verdict.ts";
import { palettePng } from "./palette-png.ts";

/** Middle tones: the white path has a contrast of 4.5:1 or more on each, and each is visible on light and dark toolbars. */
const TILES: { [scope in Scope]: string } = {
  clear: "#15803d",
  local: "#7c3aed",
  network: "#0e7490",
  site: "#bf5209",
  provider: "#c62828",
  unclear: "#5f6368",
};

const TOOLBAR_SIZES = [16, 32, 48];
/** The face of the extension in stores, settings and notifications: that of a clear day, and no other is that large. */
const FACE: Scope = "clear";
const FACE_SIZE = 128;
const CACHE = fileURLToPath(new URL("../../.cache", import.meta.url));

/** Draws `public/icon/SCOPE-SIZE.png` for every scope from the one drawing in `assets/icon.svg`. */
export function drawIcons(folder = fileURLToPath(new URL("../../public/icon", import.meta.url))): number {
  const drawing = readFileSync(new URL("../../assets/icon.svg", import.meta.url), "utf8");
  mkdirSync(folder, { recursive: true });
  mkdirSync(CACHE, { recursive: true });
  // Not in the folder itself, so that no build takes a draft along.
  const drafts = mkdtempSync(join(CACHE, "icons-"));
  let drawn = 0;
  for (const [scope, tile] of Object.entries(TILES)) {
    const svg = drawing
      .replace(".scope { display: none }", `.scope { display: none } #${scope} { display: inline }`)
      .replace(/\.tile \{ fill: [^}]*\}/, `.tile { fill: ${tile} }`);
    for (const size of scope === FACE ? [...TOOLBAR_SIZES, FACE_SIZE] : TOOLBAR_SIZES) {
      const { pixels } = new Resvg(svg, { fitTo: { mode: "width", value: size } }).render();
      putWhole(drafts, folder, `${scope}-${size}.png`, palettePng(straight(pixels), size));
      drawn++;
    }
  }
  rmSync(drafts, { recursive: true });
  return drawn;
}

/** Resvg multiplies the colours of its pixels by their alpha, and PNG wants them without. */
function straight(pixels: Buffer): Buffer {
  return Buffer.from(
    pixels.map((value, at) => {
      const alpha = pixels[at | 3] ?? 0;
      return (at & 3) === 3 || alpha === 0 ? value : Math.round((value * 255) / alpha);
    }),
  );
}

/** Several builds draw at once, and one may be copying what another writes: a browser then refused an empty icon (2026-11-29). */
function putWhole(drafts: string, folder: string, name: string, content: Uint8Array): void {
  const path = join(folder, name);
  if (existsSync(path) && readFileSync(path).equals(content)) return;
  const draft = join(drafts, name);
  writeFileSync(draft, content);
  renameSync(draft, path);
}
