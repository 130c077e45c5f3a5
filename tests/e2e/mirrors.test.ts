import { afterAll, afterEach, expect, test } from "vitest";
import { waitUntil } from "../../scripts/browsers/control.ts";
import type { ExtensionBrowser } from "../../scripts/browsers/extension-browser.ts";
import { readPopup, refreshFeed } from "../instruments/demo/popup-view.ts";
import { FINE } from "../instruments/loopback/stand-in.ts";
import { inBothBrowsers } from "./environment.ts";
import { type Manner, startTroubledMirrors } from "./troubled-mirrors.ts";
import { failNetflix, press, SITES, says, textOf } from "./ui-actions.ts";

/** A mirror that does not answer is given ten seconds, and a background that was stopped asks again. */
const FEED_TIMEOUT = 60_000;

const feed = await startTroubledMirrors();
afterAll(() => feed.close());

function outage(title: string): object {
  const started = new Date(Date.now() - 600_000).toISOString();
  const official = { url: "https://status.example/netflix", acknowledged: started };
  const kind = { provider: "netflix", site: "netflix", region: null, severity: "major", status: "investigating" };
  return { id: "netflix-1", ...kind, started, updated: started, title, official };
}

inBothBrowsers("mirrors", { standIns: SITES }, (environment) => {
  let browser: ExtensionBrowser;
  let tabId: number;
  afterEach(async () => {
    await browser.close();
    for (const mirror of feed.mirrors) Object.assign(mirror, { manner: "well", asked: 0 });
    for (const { host } of SITES) environment().world.set(host, FINE);
  });

  /** Somebody whose Netflix fails and whose extension has this feed and no other. */
  async function openBrowser(): Promise<void> {
    browser = await environment().openBrowser();
    const own = [{ mirrors: feed.mirrors.map(({ url }) => url), rootKey: feed.rootKey }];
    await browser.inExtension(`browser.storage.local.set({ builtInFeedOff: true, ownFeeds: ${JSON.stringify(own)} })`);
    tabId = await failNetflix(browser, environment());
  }

  const popupSays = (words: string) =>
    waitUntil(async () => {
      await refreshFeed(browser, tabId);
      const { text, scope } = await readPopup(browser, tabId);
      expect(scope).toBe("site");
      return text.includes(words);
    }, FEED_TIMEOUT).catch(async () => {
      throw new Error(`"${words}" was to be read, but there is: ${(await readPopup(browser, tabId)).text}`);
    });

  const troubles: [trouble: string, manner: Manner][] = [
    ["never answers", "silent"],
    ["answers a byte at a time", "dripping"],
    ["redirects to another address", "elsewhere"],
    ["answers with an error", "broken"],
  ];
  test.each(troubles)("one of two mirrors that %s costs neither the feed nor the verdict", async (_, manner) => {
    feed.publish([outage("Streams stop")]);
    feed.mirrors[0].manner = manner;
    await openBrowser();
    await popupSays("Streams stop");
    // Mirrors are asked in random order: go on until this one was among them.
    for (let round = 1; feed.mirrors[0].asked === 0; round++) {
      feed.publish([outage(`Streams stop, round ${round}`)]);
      await popupSays(`Streams stop, round ${round}`);
    }
    expect(feed.elsewhere.asked).toBe(0);
  });

  test("a check that reached only mirrors on this machine says so, and ticks neither the device nor its network", async () => {
    feed.publish([]);
    browser = await environment().openBrowser();
    const own = [{ mirrors: feed.mirrors.map(({ url }) => url), rootKey: feed.rootKey }];
    await browser.inExtension(`browser.storage.local.set({ builtInFeedOff: true, ownFeeds: ${JSON.stringify(own)} })`);
    await environment().world.refuse("www.netflix.com");
    const page = await browser.newPage();
    await browser.visit(page, "https://www.netflix.com/");
    const popup = await browser.openExtensionPage(`popup.html?tab=${await browser.tabIdOf(page)}`);
    await says(popup, "A check reached the feed on this network.");
    const states = await popup.evaluate(`[...document.querySelectorAll("[data-state]")].slice(0, 2).map((one) => one.dataset.state)`);
    expect(states).toEqual(["unknown", "unknown"]);
    await environment().world.admit("www.netflix.com");
  });

  test("mirrors that all fail leave the last feed and its age, and the next feed is taken when one of them is back", async () => {
    feed.publish([outage("Streams stop")]);
    await openBrowser();
    await popupSays("Streams stop");
    for (const mirror of feed.mirrors) mirror.manner = "elsewhere";
    feed.publish([outage("Something else")]);
    const popup = await browser.openExtensionPage(`popup.html?tab=${tabId}`);
    // A press that meets the refresh of the popup's opening asks nothing, so it may take a second one.
    await waitUntil(async () => {
      await press(popup, "Check now");
      await says(popup, "Check now", "[data-testid=feed]");
      return (await textOf(popup, "[data-testid=feed]")).includes("No new feed could be fetched");
    }, FEED_TIMEOUT);
    await says(popup, "Streams stop", "[data-testid=official]");
    await popup.close();
    expect(feed.elsewhere.asked).toBe(0);
    feed.mirrors[1].manner = "well";
    await popupSays("Something else");
  });

  const refused = async (kept: string, isNot: string) => {
    await popupSays("A new outage feed was refused");
    const { text } = await readPopup(browser, tabId);
    expect(text).toContain(kept);
    expect(text).not.toContain(isNot);
  };

  test("a feed is accepted under each key that the root key has granted, and under no other key", async () => {
    feed.publish([outage("First key")]);
    await openBrowser();
    await popupSays("First key");
    feed.publish([outage("Second key")]);
    await popupSays("Second key");
    for (const signing of ["ended", "stranger", "far-ahead"] as const) {
      feed.publish([outage(`A key that is ${signing}`)], signing);
      await refused("Second key", "A key that is");
    }
    feed.publish([outage("The third key")]);
    await popupSays("The third key");
  });

  test("mirrors that go back, mix two feeds, or never end change nothing but the feed's own line", async () => {
    feed.publish([outage("The old feed")]);
    await openBrowser();
    await popupSays("The old feed");
    feed.publish([outage("The good feed")]);
    await popupSays("The good feed");
    for (const mirror of feed.mirrors) mirror.manner = "rolled-back";
    await refused("The good feed", "The old feed");
    feed.publish([outage("The next feed")]);
    for (const manner of ["mixed", "endless-head", "endless-body"] as const) {
      for (const mirror of feed.mirrors) mirror.manner = manner;
      await refused("The good feed", "The next feed");
    }
    for (const mirror of feed.mirrors) mirror.manner = "well";
    await popupSays("The next feed");
  });

  test("a root that old and new keys sign is followed, and no other", async () => {
    feed.publish([outage("The first root")]);
    await openBrowser();
    await popupSays("The first root");
    feed.changeRoot("both");
    feed.publish([outage("The second root")]);
    await popupSays("The second root");
    feed.changeRoot("new");
    feed.publish([outage("A thief's root")]);
    await refused("The second root", "A thief's root");
  });
});
