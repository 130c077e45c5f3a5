import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import type { ExtensionBrowser } from "../../scripts/browsers/extension-browser.ts";
import { MIRROR_HOST } from "../instruments/loopback/public-mirror.ts";
import { inBothBrowsers } from "./environment.ts";
import { type PortalManner, startPortal } from "./portal.ts";

/** The mirror of the build's own feed, and that of a feed on this machine that somebody added, for whose host there is no permission. */
const own = await startPortal(MIRROR_HOST);
const added = await startPortal("localhost");
afterAll(() => added.close());

inBothBrowsers("a captive portal", { standIns: [], mirrors: async () => own }, (environment) => {
  let browser: ExtensionBrowser;
  beforeAll(async () => {
    browser = await environment().openBrowser({ access: "basic" });
  });
  afterEach(() => {
    own.answer("mirror");
    added.answer("mirror");
    for (const { router } of [own, added]) router.asked.splice(0);
  });

  async function check(): Promise<string> {
    const reply = await browser.inExtension<{ output: { result: string } | null }>(
      `browser.runtime.sendMessage({ command: "checkReachability" })`,
    );
    return reply.output?.result ?? "not asked";
  }

  const ways: [string, PortalManner[]][] = [
    ["a page", ["page"]],
    ["a redirect into the network", ["redirect"]],
    ["a page first, and then a redirect into the network", ["page", "redirect"]],
  ];

  test.each(ways)("that answers with %s is recognised as installed, and is followed nowhere", async (_, manners) => {
    await browser.inExtension(`browser.storage.local.set({ builtInFeedOff: false, ownFeeds: [] })`);
    expect(await check()).toBe("reached");
    own.answer(...manners);
    expect(await check()).toBe("captive");
    expect(await check()).toBe("captive");
    expect(own.router.asked).toEqual([]);
  });

  test.each(ways)("that answers with %s in place of a feed whose host may not be seen is followed nowhere either", async (_, manners) => {
    const feed = [{ mirrors: added.urls, rootKey: "k".repeat(43) }];
    await browser.inExtension(`browser.storage.local.set({ builtInFeedOff: true, ownFeeds: ${JSON.stringify(feed)} })`);
    // Firefox would name the installation to that host.
    const isAsked = browser.family === "chromium";
    expect(await check()).toBe(isAsked ? "reached-locally" : "not asked");
    added.answer(...manners);
    expect(await check()).toBe(isAsked ? "unreachable" : "not asked");
    expect(await check()).toBe(isAsked ? "unreachable" : "not asked");
    expect(added.router.asked).toEqual([]);
  });
});
