import type { BrowserName } from "./find.ts";

/** The browsers that `--browser` allows, in the order in which they are looked for; without it any will do. */
export function browsersFor(wanted: BrowserName | undefined): BrowserName[] {
  return wanted === undefined ? ["chromium", "chrome", "edge", "firefox"] : [wanted];
}

/** Whether a window can be shown. */
export function hasDisplay(): boolean {
  if (process.platform !== "linux") return true;
  return Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}
