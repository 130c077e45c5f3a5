import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Resvg } from "@resvg/resvg-js";
import type { Scope } from "../utils/core/verdict.ts";

/** Middle tones: each carries the white path (4.5:1 or more) and stands off light and dark toolbars alike. */
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

/** Draws `public/icon/SCOPE-SIZE.png` for every scope from the one drawing in `assets/icon.svg`. */
export function drawIcons(folder = fileURLToPath(new URL("../public/icon", import.meta.url))): number {
  const drawing = readFileSync(new URL("../assets/icon.svg", import.meta.url), "utf8");
  mkdirSync(folder, { recursive: true });
  let drawn = 0;
  for (const [scope, tile] of Object.entries(TILES)) {
    const svg = drawing
      .replace(".scope { display: none }", `.scope { display: none } #${scope} { display: inline }`)
      .replace(/\.tile \{ fill: [^}]*\}/, `.tile { fill: ${tile} }`);
    for (const size of scope === FACE ? [...TOOLBAR_SIZES, FACE_SIZE] : TOOLBAR_SIZES) {
      const png = new Resvg(svg, { fitTo: { mode: "width", value: size } }).render().asPng();
      writeFileSync(`${folder}/${scope}-${size}.png`, png);
      drawn++;
    }
  }
  return drawn;
}

if (import.meta.main) console.log(`${drawIcons()} icons in public/icon`);
