import { BROWSER_NAMES, type BrowserName } from "./find.ts";

export class UnknownBrowser extends Error {}

/** The browsers that `--browser` allows, in the order in which they are looked for; without it any will do. */
export function browsersFor(wanted: string | undefined): BrowserName[] {
  if (wanted === undefined) return ["chromium", "chrome", "edge", "firefox"];
  const known = BROWSER_NAMES.find((name) => name === wanted.toLowerCase());
  if (known === undefined) throw new UnknownBrowser(`--browser ${wanted}: one of ${BROWSER_NAMES.join(", ")} is expected`);
  return [known];
}

/** Whether a window can be shown. */
export function hasDisplay(): boolean {
  if (process.platform !== "linux") return true;
  return Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}
