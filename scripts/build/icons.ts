import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Resvg } from "@resvg/resvg-js";
import type { Scope } from "../../utils/core/diagnosis/verdict.ts";
import { ICON_UNITS, iconShapes, type Shape } from "../../utils/toolbar/icon-drawing.ts";
import { palettePng } from "./palette-png.ts";

export const SCOPES: readonly Scope[] = ["clear", "local", "network", "site", "provider", "unclear"];

const TOOLBAR_SIZES = [16, 32, 48];
/** The face of the extension in stores, settings and notifications: that of a clear day, and no other is that large. */
const FACE: Scope = "clear";
const FACE_SIZE = 128;
const CACHE = fileURLToPath(new URL("../../.cache", import.meta.url));

/** Draws `public/icon/SCOPE-SIZE.png` for every scope. */
export function drawIcons(folder = fileURLToPath(new URL("../../public/icon", import.meta.url))): number {
  mkdirSync(folder, { recursive: true });
  mkdirSync(CACHE, { recursive: true });
  // Not in the folder itself, so that no build takes a draft along.
  const drafts = mkdtempSync(join(CACHE, "icons-"));
  let drawn = 0;
  for (const scope of SCOPES) {
    for (const size of scope === FACE ? [...TOOLBAR_SIZES, FACE_SIZE] : TOOLBAR_SIZES) {
      const { pixels } = new Resvg(iconSvg(scope), { fitTo: { mode: "width", value: size } }).render();
      putWhole(drafts, folder, `${scope}-${size}.png`, palettePng(straight(pixels), size));
      drawn++;
    }
  }
  rmSync(drafts, { recursive: true });
  return drawn;
}

/** The icon of a scope as SVG. */
export function iconSvg(scope: Scope): string {
  const shapes = iconShapes(scope).map(svgShape).join("");
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${ICON_UNITS} ${ICON_UNITS}">${shapes}</svg>`;
}

function svgShape({ path, colour, pen }: Shape): string {
  const stroke = `fill="none" stroke="${colour}" stroke-width="${pen}" stroke-linecap="round" stroke-linejoin="round"`;
  return `<path d="${path}" ${pen === null ? `fill="${colour}"` : stroke}/>`;
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
