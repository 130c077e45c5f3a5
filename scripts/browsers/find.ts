import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";

export type BrowserName = "chrome" | "edge" | "chromium" | "firefox";
export type BrowserFamily = "chromium" | "firefox";

/** A browser on this machine. */
export type FoundBrowser = { name: BrowserName; family: BrowserFamily; path: string };

export const BROWSER_NAMES: BrowserName[] = ["chrome", "edge", "chromium", "firefox"];

const TITLES: { [name in BrowserName]: string } = {
  chrome: "Google Chrome",
  edge: "Microsoft Edge",
  chromium: "Chromium",
  firefox: "Firefox",
};

/** What each is called on the PATH of a Unix system. */
const COMMANDS: { [name in BrowserName]: string[] } = {
  chrome: ["google-chrome-stable", "google-chrome"],
  edge: ["microsoft-edge-stable", "microsoft-edge"],
  chromium: ["chromium", "chromium-browser"],
  firefox: ["firefox-esr", "firefox"],
};

const MAC_APPLICATIONS: { [name in BrowserName]: string } = {
  chrome: "Google Chrome.app/Contents/MacOS/Google Chrome",
  edge: "Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
  chromium: "Chromium.app/Contents/MacOS/Chromium",
  firefox: "Firefox.app/Contents/MacOS/firefox",
};

const WINDOWS_PROGRAMS: { [name in BrowserName]: string } = {
  chrome: "Google\\Chrome\\Application\\chrome.exe",
  edge: "Microsoft\\Edge\\Application\\msedge.exe",
  chromium: "Chromium\\Application\\chrome.exe",
  firefox: "Mozilla Firefox\\firefox.exe",
};

export function browserTitle(name: BrowserName): string {
  return TITLES[name];
}

function familyOf(name: BrowserName): BrowserFamily {
  return name === "firefox" ? "firefox" : "chromium";
}

/** The first of the names that is on this machine; null when none is. */
export function findBrowser(names: BrowserName[]): FoundBrowser | null {
  for (const name of names) {
    const path = candidates(name).find((candidate) => existsSync(candidate) && !isSnapStub(candidate));
    if (path !== undefined) return { name, family: familyOf(name), path };
  }
  return null;
}

function candidates(name: BrowserName): string[] {
  if (process.platform === "darwin") {
    return ["/Applications", join(process.env.HOME ?? "", "Applications")].map((folder) => join(folder, MAC_APPLICATIONS[name]));
  }
  if (process.platform === "win32") {
    const folders = [process.env.PROGRAMFILES, process.env["PROGRAMFILES(X86)"], process.env.LOCALAPPDATA];
    return folders.filter((folder) => folder !== undefined).map((folder) => join(folder, WINDOWS_PROGRAMS[name]));
  }
  const folders = (process.env.PATH ?? "").split(delimiter).filter((folder) => folder !== "");
  return COMMANDS[name].flatMap((command) => folders.map((folder) => join(folder, command)));
}

/** Ubuntu's `chromium-browser` is a shell script that only says how to get the snap. */
function isSnapStub(path: string): boolean {
  if (!path.endsWith("chromium-browser")) return false;
  return spawnSync(path, ["--version"], { encoding: "utf8", timeout: 10_000 }).status !== 0;
}
