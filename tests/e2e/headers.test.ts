import { afterEach, expect, test } from "vitest";
import { waitUntil } from "../../scripts/browsers/control.ts";
import type { ExtensionBrowser } from "../../scripts/browsers/extension-browser.ts";
import { readPopup, refreshFeed } from "../instruments/demo/popup-view.ts";
import { inBothBrowsers } from "./environment.ts";
import { MARK, type RecordingMirrors, type Sent, startRecordingMirrors } from "./recording-mirrors.ts";
import { press, SITES, says } from "./ui-actions.ts";

// No header of a request says which installation sent it: its values are those of every installation. Firefox gives each profile another
// id of the extension, which it sends as `Origin` to hosts without a permission (Mozilla bug 1405971).

/** What differs with the connection or the moment, and not with the installation. */
const OF_THE_MOMENT = new Set(["host", "content-length"]);

let mirrors: RecordingMirrors;
const plan = {
  standIns: SITES,
  mirrors: async () => {
    mirrors = await startRecordingMirrors();
    return mirrors;
  },
};

inBothBrowsers("headers", plan, (environment) => {
  let browser: ExtensionBrowser;
  afterEach(async () => {
    await browser.close();
  });

  /** A fresh profile: its first requests, those at a person's press, and those after everything was erased. */
  async function record(access: "full" | "basic"): Promise<{ sent: Sent[]; origin: string }> {
    mirrors.sent.splice(0);
    browser = await environment().openBrowser({ access });
    const page = await browser.newPage();
    for (const { host } of SITES) await browser.visit(page, `https://${host}/`);
    const tabId = await browser.tabIdOf(page);
    await waitUntil(async () => mirrors.sent.some(({ path }) => path.startsWith("/v2/body-")));
    await refreshFeed(browser, tabId);
    const before = mirrors.sent.length;
    const settings = await browser.openExtensionPage("options.html");
    await press(settings, "Erase everything");
    await press(settings, "Really erase?");
    await says(settings, "Everything is erased.");
    await settings.close();
    await refreshFeed(browser, tabId);
    await waitUntil(async () => mirrors.sent.length > before);
    await readPopup(browser, tabId);
    const { origin } = browser;
    await browser.close();
    return { sent: [...mirrors.sent], origin };
  }

  /** The kinds of requests with all the values of their headers. */
  function valuesOf(sent: readonly Sent[]): string[] {
    const lines = sent.map(({ method, path, headers }) => {
      const values = Object.entries(headers).filter(([name]) => !OF_THE_MOMENT.has(name));
      return JSON.stringify([method, path.replace(/-.*/, ""), values.sort()]);
    });
    return [...new Set(lines)].sort();
  }

  test.each(["basic", "full"] as const)(
    "in %s access hold nothing of the installation, before and after everything was erased",
    async (access) => {
      const one = await record(access);
      const other = await record(access);
      for (const { sent, origin } of [one, other]) {
        expect(sent.filter(({ path }) => path === "/v2/head").length).toBeGreaterThan(2);
        const all = JSON.stringify(sent);
        expect(all).not.toMatch(MARK);
        expect(all).not.toMatch(/"(if-none-match|if-modified-since|cookie|referer)"/);
        expect(all).not.toContain(new URL(origin).host);
      }
      if (browser.family === "firefox") expect(one.origin).not.toBe(other.origin);
      expect(valuesOf(other.sent)).toEqual(valuesOf(one.sent));
    },
  );

  test("of requests to an added feed hold nothing of it either: in Firefox that feed is asked once its host is allowed", async () => {
    mirrors.sent.splice(0);
    browser = await environment().openBrowser({ access: "basic" });
    const added = mirrors.urls[1]?.replace("127.0.0.1", "localhost") ?? "";
    const own = [{ mirrors: [added], rootKey: environment().feed.rootKey }];
    await browser.inExtension(`browser.storage.local.set({ builtInFeedOff: true, ownFeeds: ${JSON.stringify(own)} })`);
    const asked = () => mirrors.sent.filter(({ headers }) => headers.host === new URL(added).host);
    await browser.inExtension(`browser.runtime.sendMessage({ command: "refreshFeed" })`);
    if (browser.family === "firefox") {
      expect(asked()).toEqual([]);
      await browser.answerYesToFullAccess();
      const settings = await browser.openExtensionPage("options.html");
      await settings.waitForSelector("[data-testid=allow-feed]");
      await settings.click("[data-testid=allow-feed]");
      await settings.waitForSelector("[data-testid=allow-feed]", { hidden: true });
    }
    // It has the key of the built-in feed, and so its copy: a refresh that meets another one of the moment before asks nothing.
    await waitUntil(async () => {
      await browser.inExtension(`browser.runtime.sendMessage({ command: "refreshFeed" })`);
      return asked().some(({ path }) => path === "/v2/head");
    });
    if (browser.family === "firefox") expect(JSON.stringify(asked())).not.toContain(new URL(browser.origin).host);
  });
});
