import { setTimeout as wait } from "node:timers/promises";
import type { Page } from "puppeteer-core";
import { afterEach, beforeEach, expect, test } from "vitest";
import { waitUntil } from "../../../scripts/browsers/control.ts";
import type { ExtensionBrowser } from "../../../scripts/browsers/extension-browser.ts";
import type { StandIn } from "../../instruments/loopback/stand-in.ts";
import { badgeSays, inBothBrowsers } from "../environment.ts";
import { RETRY, says, textOf } from "../ui-actions.ts";
import { BLOG, FORMATS, movedTo, PARKED, type Paths, statuspage } from "./status-page-stand-ins.ts";

/** A shop that the catalogue does not have. */
const SITE = "corner-shop.example";
const NAMES = [`status.${SITE}`, "corner-shopstatus.com", "corner-shop-status.com", "corner-shop.statuspage.io"] as const;
const [OWN, JOINED, DASHED, HOSTED] = NAMES;
const WWW = `www.${JOINED}`;
const PLATFORM = "corner-shop.instatus.com";
const STRANGER = "status.another-shop.example";
const OTHERS: readonly string[] = [...NAMES, WWW, PLATFORM, STRANGER];

/** What these hosts answer in the test that runs. */
const pages = new Map<string, Paths>();
const STAND_INS: StandIn[] = [
  { host: "www.morning-news.example", address: "127.76.0.1", title: "Morning News" },
  { host: "www.garden-tools.example", address: "127.76.0.2", title: "Garden Tools" },
  { host: `www.${SITE}`, address: "127.76.0.3", title: "Corner Shop" },
  ...OTHERS.map((host, index) => ({
    ...{ host, address: `127.76.1.${index + 1}`, title: "" },
    replies: (path: string) => pages.get(host)?.(path),
  })),
];

const OFFER = "[data-testid=discovery]";
const NONE = "No status page was found under these names.";

inBothBrowsers("looking for a status page", { standIns: STAND_INS }, (environment) => {
  let browser: ExtensionBrowser;
  /** The popup of the tab in which the shop fails. */
  let address: string;
  let logFrom: number;

  const connected = () => environment().world.connected.filter((host) => OTHERS.includes(host));
  const asked = () =>
    environment()
      .world.asked.slice(logFrom)
      .filter(({ host }) => OTHERS.includes(host));
  const askedHosts = () => [...new Set(asked().map(({ host }) => host))];

  /** The shop refuses connections while two other sites work. */
  beforeEach(async () => {
    pages.clear();
    logFrom = environment().world.asked.length;
    browser = await environment().openBrowser();
    const page = await browser.newPage();
    for (const { host } of STAND_INS.slice(0, 2)) await browser.visit(page, `https://${host}/`);
    await environment().world.refuse(`www.${SITE}`);
    await browser.visit(page, `https://www.${SITE}/secret?token=secret`);
    await wait(RETRY);
    await browser.visit(page, `https://www.${SITE}/secret?token=secret`);
    const tabId = await browser.tabIdOf(page);
    await badgeSays(browser, tabId, "site");
    address = `popup.html?tab=${tabId}`;
  });
  afterEach(async () => {
    await browser.close();
    await environment().world.admit(`www.${SITE}`);
  });

  /** Opens the popup and presses the button of the offer. */
  async function look(): Promise<Page> {
    const popup = await browser.openExtensionPage(address);
    await popup.waitForSelector(`${OFFER} button`);
    await popup.click(`${OFFER} button`);
    return popup;
  }

  /** As if the page had never been found, and a minute had passed. */
  const forgetIt = () => browser.inExtension("browser.storage.local.remove(['foundPages', 'directAnswers'])");

  test("asks nothing before the press, then only the usual names, and repeats what the page says and where it was found", async () => {
    const before = connected().length;
    pages.set(OWN, statuspage("Corner Shop", `https://${OWN}`, "Orders cannot be placed"));
    const popup = await browser.openExtensionPage(address);
    await says(popup, `Asks ${OWN}`, OFFER);
    expect(await textOf(popup, OFFER)).toContain(HOSTED);
    expect(await textOf(popup, "[data-testid=headline]")).toContain("is failing; your other sites work.");
    await wait(1000);
    expect(connected().length).toBe(before);

    await popup.click(`${OFFER} button`);
    await says(popup, `Found by its name: ${OWN}.`, OFFER);
    await says(popup, `${OWN} says (found by its name)`, "[data-testid=official]");
    await says(popup, "Orders cannot be placed", "[data-testid=official]");
    await says(popup, "A status page that was found by its name has said so since");
    await says(popup, `It's not just you: ${SITE} is failing.`, "[data-testid=headline]");
    expect(asked().map(({ host, method, path }) => `${method} ${host}${path}`)).toEqual([`GET ${OWN}/api/v2/summary.json`]);
    const headers = asked()[0]?.headers;
    expect(JSON.stringify(headers)).not.toMatch(/-extension:|secret|"cookie"|"referer"|"origin"/);
    expect(headers?.["accept-language"]).toBe("*");
    await popup.close();

    // It is remembered, offered at once, and asked by a press only.
    const again = await browser.openExtensionPage(address);
    await says(again, `Asks ${OWN}, and nobody else.`, OFFER);
    await says(again, "Orders cannot be placed", "[data-testid=official]");
    await again.click(`${OFFER} button`);
    await says(again, "was asked less than a minute ago", OFFER);
    expect(asked().length).toBe(1);
  });

  test("reads the page in eight formats", async () => {
    expect(Object.keys(FORMATS)).toHaveLength(8);
    for (const [format, page] of Object.entries(FORMATS)) {
      pages.set(OWN, page(SITE, `Trouble told by ${format}`));
      const popup = await look();
      await says(popup, `Trouble told by ${format}`, "[data-testid=official]");
      await popup.close();
      await forgetIt();
    }
  });

  test("a page that tells of nothing is called silent, and never proof that the site works", async () => {
    pages.set(HOSTED, statuspage("Corner Shop", `https://${HOSTED}`, null));
    const popup = await look();
    await says(popup, `Found by its name: ${HOSTED}. ${HOSTED} has posted nothing. That does not prove that all is well.`, OFFER);
    await says(popup, `The status page of ${SITE} says nothing so far`);
    expect(await textOf(popup, "[data-testid=headline]")).toContain("is failing; your other sites work.");
    expect(askedHosts().toSorted()).toEqual([...NAMES].toSorted());
  });

  test("asks the page that it found again after a minute, while the popup is open", async () => {
    pages.set(OWN, statuspage("Corner Shop", `https://${OWN}`, null));
    const popup = await look();
    await says(popup, "has posted nothing", OFFER);
    const since = Date.now();
    pages.set(OWN, statuspage("Corner Shop", `https://${OWN}`, "Orders cannot be placed"));
    await waitUntil(async () => (await textOf(popup, "[data-testid=official]")).includes("Orders cannot be placed"), 90_000);
    expect(Date.now() - since).toBeGreaterThan(58_000);
    expect(asked().map(({ host, path }) => host + path)).toEqual(Array(2).fill(`${OWN}/api/v2/summary.json`));
  });

  test("believes no parked domain, no news and no page of another company, and says only that nothing was found", async () => {
    pages.set(OWN, PARKED);
    pages.set(JOINED, statuspage("Another Company", `https://${JOINED}`, "Not the shop's trouble"));
    pages.set(DASHED, BLOG);
    pages.set(HOSTED, statuspage("Corner Shop", `https://${STRANGER}`, "Not the shop's trouble either"));
    const popup = await look();
    await says(popup, NONE, OFFER);
    expect(await textOf(popup)).not.toMatch(/trouble|for sale|down for a day/);
    expect(await popup.$(`${OFFER} button`)).toBeNull();
    expect(askedHosts().toSorted()).toEqual([...NAMES].toSorted());
    expect(await browser.inExtension("browser.storage.local.get('foundPages')")).not.toHaveProperty(["foundPages", SITE]);
  });

  test("is quiet where no name answers at all", async () => {
    for (const host of NAMES) await environment().world.refuse(host);
    const popup = await look();
    await says(popup, NONE, OFFER);
    for (const host of NAMES) await environment().world.admit(host);
  });

  test("follows a redirect to the name's own www and to a platform's page of that name, and to nobody else", async () => {
    const strangers = () => connected().filter((host) => host === STRANGER).length;
    const before = strangers();
    pages.set(JOINED, movedTo(`https://${WWW}`));
    pages.set(WWW, statuspage("Corner Shop", `https://${WWW}`, "Told at www"));
    let popup = await look();
    await says(popup, `Found by its name: ${WWW}.`, OFFER);
    await says(popup, "Told at www", "[data-testid=official]");
    await popup.close();
    await forgetIt();

    pages.clear();
    pages.set(OWN, movedTo(`https://${PLATFORM}`));
    pages.set(PLATFORM, FORMATS.instatus?.(SITE, "Told at a platform") ?? PARKED);
    popup = await look();
    await says(popup, "Told at a platform", "[data-testid=official]");
    await popup.close();
    await forgetIt();

    pages.clear();
    pages.set(STRANGER, statuspage("Corner Shop", `https://${OWN}`, "Told by a stranger"));
    pages.set(OWN, movedTo(`https://${STRANGER}`));
    pages.set(JOINED, movedTo(`http://${WWW}`));
    pages.set(DASHED, movedTo("https://192.168.1.1"));
    popup = await look();
    await says(popup, NONE, OFFER);
    expect(strangers()).toBe(before);
    expect(await textOf(popup)).not.toContain("stranger");
  });

  test("without access to all sites it asks the browser for these hosts alone, and keeps the access to the page that was found", async () => {
    await browser.inExtension("browser.permissions.remove({ origins: ['<all_urls>'] })");
    const origins = () => browser.inExtension<string[]>("browser.permissions.getAll().then(({ origins }) => origins)");
    await waitUntil(async () => !(await origins()).includes("<all_urls>"));
    const before = await origins();
    pages.set(OWN, statuspage("Corner Shop", `https://${OWN}`, "Orders cannot be placed"));
    const popup = await look();
    await says(popup, `Found by its name: ${OWN}.`, OFFER);
    expect((await origins()).filter((origin) => !before.includes(origin))).toEqual([`https://${OWN}/*`]);
    expect(JSON.stringify(asked().map(({ headers }) => headers))).not.toMatch(/-extension:|"origin"/);
  });
});
