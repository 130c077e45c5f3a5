import type { Verdict } from "../core/diagnosis/verdict.ts";
import { paintIcon } from "./paint-icon.ts";

/** Of a toolbar at a scale of one, two and three. */
const SIZES = [16, 32, 48];

type Icon = { path: { [size: string]: string } } | { imageData: { [size: string]: ImageData } };

const painted = new Map<Verdict["scope"], Icon>();

/** The files of the build for Firefox, drawn by `scripts/build/icons.ts`. */
function byPath(scope: Verdict["scope"]): Icon {
  return { path: Object.fromEntries(SIZES.map((size) => [size, `/icon/${scope}-${size}.png`])) };
}

function paint(scope: Verdict["scope"]): Icon {
  return { imageData: Object.fromEntries(SIZES.map((size) => [size, paintIcon(scope, size)])) };
}

/**
 * The icon of a scope in the form that the browser takes fastest. Chromium 156 reads and decodes a path anew each time, in the thread
 * of the background: with fifty tabs to draw, that thread is blocked for a third of a second. So each image is painted once, and the package
 * has no files for it, which took 9 kB.
 */
export function iconOf(scope: Verdict["scope"]): Icon {
  if (import.meta.env.FIREFOX) return byPath(scope);
  const icon = painted.get(scope) ?? paint(scope);
  painted.set(scope, icon);
  return icon;
}
