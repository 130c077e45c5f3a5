import { setTimeout as wait } from "node:timers/promises";
import type { Page } from "puppeteer-core";
import { afterEach, beforeEach, expect, test } from "vitest";
import { waitUntil } from "../../../scripts/browsers/control.ts";
import type { ExtensionBrowser } from "../../../scripts/browsers/extension-browser.ts";
import { openSmallInternet } from "../../instruments/loopback/small-internet.ts";
import type { StandIn } from "../../instruments/loopback/stand-in.ts";
import { badgeSays, inBothBrowsers } from "../environment.ts";
import { type RecordingMirrors, startRecordingMirrors } from "../recording-mirrors.ts";
import { RETRY, says, textOf } from "../ui-actions.ts";

/** The server asks public names only, so these are none below `.example`. A shop that no connection reaches from here; another server answers for it elsewhere. */
const SHOP = "www.example.com";
/** A bank that refuses connections everywhere. */
const BANK = "www.example.org";
const STAND_INS: StandIn[] = [
  { host: "www.morning-news.example", address: "127.71.0.1", title: "Morning News" },
  { host: "www.garden-tools.example", address: "127.72.0.1", title: "Garden Tools" },
  { host: SHOP, address: "127.73.0.1", title: "Corner Shop" },
  { host: BANK, address: "127.74.0.1", title: "Old Bank" },
];

let mirrors: RecordingMirrors;
const plan: Parameters<typeof inBothBrowsers>[1] = {
  standIns: STAND_INS,
  mirrors: async () => {
    mirrors = await startRecordingMirrors();
    return mirrors;
  },
  async vantage(atEnd) {
    const elsewhere = await openSmallInternet([SHOP, BANK, "measured.example.com"], atEnd);
    for (const host of [SHOP, "measured.example.com"]) await elsewhere.host(host, { https: (_, reply) => reply.end("open") });
    await elsewhere.host(BANK, {});
    return { ...elsewhere.described, measured: [{ id: "netflix", host: "measured.example.com", path: "/", reason: "front page" }] };
  },
};

const OFFER = "[data-testid=elsewhere]";

inBothBrowsers("asking from elsewhere", plan, (environment) => {
  let browser: ExtensionBrowser;
  beforeEach(async () => {
    await waitUntil(async () => {
      const body = /v2\/body-[\w-]+\.json/.exec(await (await fetch(`${environment().feed.url}/v2/head`)).text())?.[0];
      return (await (await fetch(`${environment().feed.url}/${body}`)).text()).includes('"from":[{"id":"fra"');
    }, 30_000);
    browser = await environment().openBrowser();
    mirrors.sent.splice(0);
  });
  afterEach(async () => {
    await browser.close();
    for (const host of [SHOP, BANK]) await environment().world.admit(host);
  });

  /** Two sites work, and this one refuses connections. Opens the popup of its tab. */
  async function popupOfFailing(host: string): Promise<Page> {
    const page = await browser.newPage();
    for (const other of STAND_INS.slice(0, 2)) await browser.visit(page, `https://${other.host}/`);
    await environment().world.refuse(host);
    await browser.visit(page, `https://${host}/secret?token=secret`);
    await wait(RETRY);
    await browser.visit(page, `https://${host}/secret?token=secret`);
    const tabId = await browser.tabIdOf(page);
    await badgeSays(browser, tabId, "site");
    return await browser.openExtensionPage(`popup.html?tab=${tabId}`);
  }

  const asked = () => mirrors.sent.filter(({ path }) => path === "/v2/ask");

  test("sends the name of the host, once and only when it is pressed, and says that the site works for others", async () => {
    const popup = await popupOfFailing(SHOP);
    await says(popup, `Sends the name ${SHOP}, nothing else, to ${new URL(mirrors.urls[0] ?? "").host}.`, OFFER);
    expect(await textOf(popup, "[data-testid=headline]")).toContain("is failing; your other sites work.");
    expect(asked()).toEqual([]);

    await popup.evaluate(`{ const button = document.querySelector("${OFFER} button"); button.click(); button.click(); }`);
    await says(popup, "example.com answers from Frankfurt (", OFFER);
    await says(popup, "example.com works for others, but not for you.", "[data-testid=headline]");
    expect(await textOf(popup, OFFER)).toMatch(/Asked (now|\d+ seconds ago)\./);

    expect(asked().map(({ method, body }) => ({ method, body }))).toEqual([{ method: "POST", body: JSON.stringify({ host: SHOP }) }]);
    const headers = JSON.stringify(asked()[0]?.headers);
    expect(headers).not.toMatch(/moz-extension|secret|cookie|referer/);
    expect(asked()[0]?.headers["accept-language"]).toBe("*");
    expect(JSON.stringify(mirrors.sent.filter(({ path }) => path !== "/v2/ask"))).not.toMatch(/example\.com/);
  });

  test("says that it is not just you where the site refuses connections there too", async () => {
    const popup = await popupOfFailing(BANK);
    await says(popup, "Ask from elsewhere", OFFER);
    await popup.click(`${OFFER} button`);
    await says(popup, "No answer from example.org at Frankfurt either: it refused the connection.", OFFER);
    await says(popup, "It's not just you: example.org is failing.", "[data-testid=headline]");
  });

  test("keeps the answer when the background is stopped, and offers nothing where the person switched it off", async () => {
    let popup = await popupOfFailing(SHOP);
    await says(popup, "Ask from elsewhere", OFFER);
    await popup.click(`${OFFER} button`);
    await says(popup, "answers from Frankfurt", OFFER);
    // Firefox's driver knows no address of an extension's page.
    const address = `popup.html${await popup.evaluate("location.search")}`;
    await popup.close();
    await browser.killBackground();
    popup = await browser.openExtensionPage(address);
    await says(popup, "answers from Frankfurt", OFFER);
    await popup.close();
    await browser.inExtension("browser.storage.local.set({ askElsewhere: false })");
    popup = await browser.openExtensionPage(address);
    await says(popup, "answers from Frankfurt", OFFER);
    expect(await popup.$(`${OFFER} button`)).toBeNull();
  });
});
