import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
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
  if (installable !== undefined && installByApt(installable, say)) {
    const installed = findBrowser([installable]);
    if (installed !== null) return installed;
  }
  const wanted = names.map(browserTitle).join(" or ");
  const first = names[0] ?? "firefox";
  throw new BrowserMissing(
    `No ${wanted} found on this machine. Install one of them (${browserTitle(first)}: ${DOWNLOADS[first]}) and run this again.`,
  );
}

function installByApt(name: BrowserName, say: (line: string) => void): boolean {
  const packages = PACKAGES[name] ?? [];
  const apt = rootCommand();
  if (process.platform !== "linux" || !existsSync("/usr/bin/apt-get") || apt === null) return false;
  say(`${browserTitle(name)} is not here: installing it with apt-get (${packages.join(", ")}).`);
  const run = (...words: string[]) => {
    const [command = "", ...rest] = [...apt, "apt-get", ...words];
    const options = {
      stdio: ["ignore", "ignore", "inherit"] as ["ignore", "ignore", "inherit"],
      env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
    };
    return spawnSync(command, rest, options).status === 0;
  };
  run("-qq", "update");
  if (run("-qq", "-y", "--no-install-recommends", "install", ...packages)) return true;
  say(`apt-get could not install ${browserTitle(name)}.`);
  return false;
}

/** How to become root without asking a person for a password; null when that is not possible. */
function rootCommand(): string[] | null {
  if (process.getuid?.() === 0) return [];
  return spawnSync("sudo", ["-n", "true"], { stdio: "ignore" }).status === 0 ? ["sudo", "-n"] : null;
}
