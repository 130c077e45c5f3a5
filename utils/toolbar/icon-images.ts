import { readOwnFile } from "../browser/own-files.ts";
import type { Verdict } from "../core/diagnosis/verdict.ts";

/** As `scripts/build/icons.ts` draws them for every scope. */
const SIZES = [16, 32, 48];

type Icon = { path: { [size: string]: string } } | { imageData: { [size: string]: ImageData } };

const decoded = new Map<Verdict["scope"], Promise<Icon>>();

const pathOf = (scope: Verdict["scope"], size: number) => `/icon/${scope}-${size}.png`;

function byPath(scope: Verdict["scope"]): Icon {
  return { path: Object.fromEntries(SIZES.map((size) => [size, pathOf(scope, size)])) };
}

async function decode(scope: Verdict["scope"], size: number): Promise<[number, ImageData]> {
  const reply = await readOwnFile(pathOf(scope, size));
  const image = await createImageBitmap(await reply.blob());
  const context = new OffscreenCanvas(size, size).getContext("2d");
  if (context === null) throw new Error("this browser has no canvas");
  context.drawImage(image, 0, 0);
  return [size, context.getImageData(0, 0, size, size)];
}

/**
 * The icon of a scope in the form that the browser takes fastest. Chromium 156 reads and decodes a path anew each time, in the thread
 * of the background: with fifty tabs to draw, that thread is blocked for a third of a second. So each image is decoded once.
 */
export function iconOf(scope: Verdict["scope"]): Promise<Icon> {
  if (import.meta.env.FIREFOX) return Promise.resolve(byPath(scope));
  const known = decoded.get(scope);
  if (known !== undefined) return known;
  const icon = Promise.all(SIZES.map((size) => decode(scope, size))).then(
    (images): Icon => ({ imageData: Object.fromEntries(images) }),
    () => byPath(scope),
  );
  decoded.set(scope, icon);
  return icon;
}
