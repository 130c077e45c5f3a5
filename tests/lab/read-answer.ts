import { setTimeout as wait } from "node:timers/promises";
import type { Page } from "puppeteer-core";
import { waitUntil } from "../../scripts/browsers/control.ts";
import type { ExtensionBrowser } from "../../scripts/browsers/extension-browser.ts";
import type { Said, Shown } from "./shown.ts";

/** How long to wait for the right verdict, milliseconds. */
const TIMEOUT = 12_000;
/** The extension has finished when nothing that it stores has changed for this long, milliseconds. */
const QUIET = 600;

/**
 * As after a restart of the browser: the world of the last minutes is gone, what is kept for good stays. A late event may wake
 * the background between its end and the clearing, with the old world in its memory, so it is ended on both sides.
 */
export async function forgetEverything(browser: ExtensionBrowser): Promise<void> {
  await browser.inExtension("null");
  await waitUntil(async () => {
    await browser.killBackground();
    await browser.inExtension("browser.storage.session.clear()");
    await browser.killBackground();
    return await browser.inExtension<boolean>("browser.storage.session.get(null).then((kept) => Object.keys(kept).length === 0)");
  });
}

/** Reads badge and popup once the extension has finished; a wrong answer gets time to become right. */
export async function settledAnswer(browser: ExtensionBrowser, tabId: number | null, isGood: (shown: Shown) => boolean): Promise<Shown> {
  const end = Date.now() + TIMEOUT;
  let shown: Shown;
  do {
    await quiet(browser);
    shown = await readShown(browser, tabId);
  } while (!isGood(shown) && Date.now() < end);
  return shown;
}

async function quiet(browser: ExtensionBrowser): Promise<void> {
  const stored = async () => JSON.stringify(await browser.inExtension("browser.storage.session.get(null)"));
  let before = await stored();
  for (let turn = 0; turn < 10; turn++) {
    await wait(QUIET);
    const after = await stored();
    if (after === before) return;
    before = after;
  }
}

/** Opens the popup of a tab and keeps it open until it says the right thing. @throws what it says instead */
export async function popupSays(browser: ExtensionBrowser, tabId: number, isGood: (said: Said) => boolean): Promise<void> {
  const popup = await openPopup(browser, tabId);
  try {
    await readSaid(popup, isGood);
  } finally {
    await popup.close();
  }
}

function openPopup(browser: ExtensionBrowser, tabId: number | null): Promise<Page> {
  return browser.openExtensionPage(tabId === null ? "popup.html" : `popup.html?tab=${tabId}`);
}

async function readSaid(popup: Page, isGood: (said: Said) => boolean): Promise<Said> {
  let said: Said = { scope: "", cause: "", subject: "" };
  await waitUntil(async () => {
    said = (await popup.evaluate(READ)) as Said;
    return said.scope !== "" && said.scope !== "waiting" && isGood(said);
  }).catch(() => {
    throw new Error(`the popup did not come to the right verdict, it says ${JSON.stringify(said)}`);
  });
  return said;
}

const READ = `(({ scope = "", cause = "", subject = "" }) => ({ scope, cause, subject }))(document.querySelector("[data-scope]")?.dataset ?? {})`;

async function readShown(browser: ExtensionBrowser, tabId: number | null): Promise<Shown> {
  const popup = await openPopup(browser, tabId);
  try {
    const said = await readSaid(popup, () => true);
    const asked = tabId ?? (await browser.tabIdOf(popup));
    return { ...said, badge: (await browser.badge(asked)).text };
  } finally {
    await popup.close();
  }
}
