import { setTimeout as wait } from "node:timers/promises";
import type { Browser, Page } from "puppeteer-core";
import type { ExtensionBrowser, Names } from "../../../../scripts/browsers/extension-browser.ts";
import { type FoundBrowser, findBrowser } from "../../../../scripts/browsers/find.ts";
import { launchBrowser } from "../../../../scripts/browsers/launch.ts";
import { allowFullAccess } from "../../browser/full-access.ts";

/** The extension, if any, that a browser has while it is measured. */
export type ArmName = "none" | "do-nothing" | "basic" | "full";

/** A browser of its own for each, so that nothing but the extension differs. */
export type Arm = {
  name: ArmName;
  /** The one tab that visits. */
  page: Page;
  browser: Browser;
  extension: ExtensionBrowser;
  /** The browser's first process. */
  pid: number;
};

export type Folders = { doNothing: string; ours: string };

/** Branded builds take extensions over the protocol too, so any Chromium does. */
export function findChromium(): FoundBrowser | null {
  return findBrowser(["chromium", "chrome", "edge"]);
}

export const NO_CHROMIUM = "no Chromium, Chrome or Edge is on this machine";

/** Starts a browser as that arm wants it, with one empty tab. */
export async function startArm(name: ArmName, found: FoundBrowser, folders: Folders, names: Names): Promise<Arm> {
  const folder = name === "basic" || name === "full" ? folders.ours : folders.doNothing;
  const extension = await launchBrowser({ found, extension: folder, headless: true, names });
  const page = await extension.newPage();
  const browser = page.browser();
  const pid = browser.process()?.pid;
  if (pid === undefined) throw new Error("the browser has no process of its own");
  if (name === "none") for (const id of (await browser.extensions()).keys()) await browser.uninstallExtension(id);
  if (name === "basic") await extension.welcomePage();
  if (name === "full") await allowFullAccess(extension);
  for (const other of await browser.pages()) if (other !== page) await other.close();
  await hush(page);
  return { name, page, browser, extension, pid };
}

/**
 * Puppeteer makes the browser report every request, which costs more than any extension does and would hide what is measured.
 * Its own session is the only one that can stop that.
 */
async function hush(page: Page): Promise<void> {
  const { _client } = page as unknown as { _client(): { send(method: string): Promise<unknown> } };
  await _client.call(page).send("Network.disable");
}

/** Gives the browser's processes time to finish what a visit has left behind. */
export async function settle(milliseconds: number): Promise<void> {
  await wait(milliseconds);
}

export async function closeArms(arms: Iterable<Arm>): Promise<void> {
  for (const { extension } of arms) await extension.close();
}
