import { installByApt } from "../support/apt.ts";
import { type BrowserName, browserTitle, type FoundBrowser, findBrowser } from "./find.ts";

/** Debian's own packages. The fonts carry the Arabic letters, the language pack Chromium's Arabic. */
const PACKAGES: { [name in BrowserName]?: string[] } = {
  chromium: ["chromium", "chromium-l10n", "fonts-dejavu-core"],
  firefox: ["firefox-esr", "fonts-dejavu-core"],
};

const DOWNLOADS: { [name in BrowserName]: string } = {
  chrome: "https://www.google.com/chrome/",
  edge: "https://www.microsoft.com/edge",
  chromium: "https://www.chromium.org/getting-involved/download-chromium/",
  firefox: "https://www.mozilla.org/firefox/",
};

/** No browser is here and none could be installed; the message says by name what to do. */
export class BrowserMissing extends Error {}

/**
 * Finds the first of the named browsers; where none is there, installs one of them by apt-get where that works.
 * @throws BrowserMissing with one line of instructions
 */
export function ensureBrowser(names: BrowserName[], say: (line: string) => void): FoundBrowser {
  const found = findBrowser(names);
  if (found !== null) return found;
  const installable = names.find((name) => PACKAGES[name] !== undefined);
  if (installable !== undefined && installByApt(browserTitle(installable), PACKAGES[installable] ?? [], say)) {
    const installed = findBrowser([installable]);
    if (installed !== null) return installed;
  }
  const wanted = names.map(browserTitle).join(" or ");
  const first = names[0] ?? "firefox";
  throw new BrowserMissing(
    `No ${wanted} found on this machine. Install one of them (${browserTitle(first)}: ${DOWNLOADS[first]}) and run this again.`,
  );
}
