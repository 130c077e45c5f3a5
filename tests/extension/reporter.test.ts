import "fake-indexeddb/auto";
import { describe, expect, test, vi } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import { MINUTE, SECOND } from "../../utils/core/time.ts";
import { remove } from "../../utils/storage/browser-storage.ts";
import { REPORT_CONSENT } from "../../utils/storage/keys.ts";
import { startReportServer } from "./support/report-server.ts";
import { browserThatReports, failing, onWatch, type Reporter } from "./support/reporting-browser.ts";

const browser = browserThatReports();
const { feedSays, follow, passes, rows } = browser;

describe("opting out", () => {
  const withdrawals: [string, (reporter: Reporter) => Promise<void>][] = [
    ["by the button", (reporter) => reporter.setConsent(false)],
    ["by the browser's own switch", (reporter) => reporter.withdrawEverywhere()],
    ["by erasing the reports", (reporter) => reporter.erase(null)],
  ];

  test.each(withdrawals)("%s stops the report that is being sent, sends none that waits, and leaves none", async (_, withdraw) => {
    const server = await startReportServer("held");
    await feedSays(server.address);
    const reporter = browser.reporter();
    await reporter.setConsent(true);
    await follow(reporter, failing("netflix.com", "github.com"));
    expect(await rows()).toHaveLength(2);
    passes(10 * SECOND);
    const sent = reporter.sendDue();
    await expect.poll(() => server.received).toHaveLength(1);
    await withdraw(reporter);
    await sent;
    await expect.poll(server.abandoned).toBe(1);
    server.release();
    passes(MINUTE);
    await reporter.sendDue();
    expect(server.received).toHaveLength(1);
    expect(await rows()).toEqual([]);
    expect((await reporter.state()).sent).toEqual([]);
  });

  test("also erases a report sent by hand that still waits", async () => {
    const { address, received } = await startReportServer();
    await feedSays(address);
    const reporter = browser.reporter();
    const scene = failing("netflix.com");
    const shown = await reporter.preview(scene.snapshot(), "netflix.com");
    vi.setSystemTime(scene.now);
    expect(await reporter.sendOnce(scene.snapshot(), "netflix.com", "bytes" in shown ? shown.bytes : "")).toEqual({ queued: true });
    await reporter.setConsent(false);
    passes(10 * SECOND);
    await reporter.sendDue();
    expect([received, await rows()]).toEqual([[], []]);
  });

  test("holds for a report that was queued before, wherever the consent was taken back", async () => {
    const { address, received } = await startReportServer();
    await feedSays(address);
    const reporter = browser.reporter();
    await reporter.setConsent(true);
    await follow(reporter, failing("netflix.com"));
    await remove(REPORT_CONSENT);
    passes(10 * SECOND);
    await reporter.sendDue();
    expect([received, await rows()]).toEqual([[], []]);
  });

  test("while what is seen is being queued leaves nothing behind", async () => {
    const { address } = await startReportServer();
    await feedSays(address);
    const reporter = browser.reporter();
    await reporter.setConsent(true);
    await Promise.all([follow(reporter, failing("netflix.com")), reporter.setConsent(false)]);
    expect(await rows()).toEqual([]);
  });
});

describe("a report", () => {
  test("sent by hand needs no lasting consent, but the browser's own", async () => {
    const { address, received } = await startReportServer();
    await feedSays(address);
    const reporter = browser.reporter();
    const scene = failing("netflix.com", "github.com");
    vi.setSystemTime(scene.now);
    const send = async (site: string) => {
      const shown = await reporter.preview(scene.snapshot(), site);
      expect(await reporter.sendOnce(scene.snapshot(), site, "bytes" in shown ? shown.bytes : "")).toEqual({ queued: true });
      passes(10 * SECOND);
      await reporter.sendDue();
    };
    await send("netflix.com");
    browser.allow(false);
    await send("github.com");
    expect(received).toEqual([expect.stringContaining("netflix")]);
    expect(await rows()).toHaveLength(1);
  });

  test("goes to the one address that the feed names, and to no mirror", async () => {
    const { address, received } = await startReportServer();
    await feedSays(address);
    const reporter = browser.reporter();
    await reporter.setConsent(true);
    await follow(reporter, failing("netflix.com"));
    passes(10 * SECOND);
    await reporter.sendDue();
    expect([received.length, browser.asked()]).toEqual([1, []]);
  });

  test.each([
    ["names no address", null],
    ["names one that others on the way can read", "http://192.0.2.7/v2/reports"],
    ["names one with a query", "https://feed.example/v2/reports?for=ff0fd7"],
  ])("is neither offered nor queued where the feed %s", async (_, address) => {
    await feedSays(address, { services: onWatch("netflix") });
    const reporter = browser.reporter();
    await reporter.setConsent(true);
    const scene = failing("netflix.com");
    await follow(reporter, scene);
    expect(await reporter.preview(scene.snapshot(), "netflix.com")).toEqual({ silence: "the feed takes no reports" });
    expect(await reporter.sendOnce(scene.snapshot(), "netflix.com", "")).toEqual({ queued: false });
    expect(await rows()).toEqual([]);
  });

  test("is not offered before the first copy of the feed has come", async () => {
    const scene = failing("netflix.com");
    expect(await browser.reporter().preview(scene.snapshot(), "netflix.com")).toEqual({ silence: "no feed has come yet" });
  });

  test("has no consent unless it was given, and each feed has its own", async () => {
    const { address } = await startReportServer();
    await feedSays(address);
    const reporter = browser.reporter();
    await follow(reporter, failing("netflix.com"));
    expect([await rows(), (await reporter.state()).consent]).toEqual([[], false]);
    await reporter.setConsent(true);
    expect((await reporter.state()).consent).toBe(true);
    browser.allow(false);
    expect((await reporter.state()).consent).toBe(false);
    browser.allow(true);
    await fakeBrowser.storage.local.set({ ownFeeds: [{ mirrors: ["https://another.example"], rootKey: "another" }] });
    expect((await reporter.state()).consent).toBe(false);
  });

  test("that is being sent stops where its site is forgotten, and those about others go on", async () => {
    const server = await startReportServer("held");
    await feedSays(server.address);
    const reporter = browser.reporter();
    await reporter.setConsent(true);
    await follow(reporter, failing("netflix.com", "github.com"));
    passes(10 * SECOND);
    const sent = reporter.sendDue();
    await expect.poll(() => server.received).toHaveLength(1);
    const [first = ""] = server.received;
    const [site, other] = first.includes("netflix") ? ["netflix.com", "github"] : ["github.com", "netflix"];
    await reporter.erase(site);
    server.release();
    await sent;
    await reporter.sendDue();
    expect(server.received.slice(1)).toEqual([expect.stringContaining(other)]);
    expect((await rows()).map(({ service }) => service)).toEqual([other]);
  });
});
