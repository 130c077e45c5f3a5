import { describe, expect, test } from "vitest";
import { namelessAnswers, writtenAgain } from "./written-again.ts";

const SITES = ["one", "two", "three", "four", "five"];
const START = { t: 0, event: "start", trace: 1, name: "told", browser: "chromium", epoch: "2026-03-03T09:00:00Z" };

const page = (t: number, tabId: number, host: string, more: object = {}) => ({
  ...{ t, event: "completed", tabId, url: `https://${host}/`, type: "main_frame", status: 200, ip: "198.51.100.7" },
  ...more,
});

/** Five sites answer one after the other, from this moment on. */
const othersAnswer = (t: number) => SITES.map((name, index) => page(t + index * 1000, 7, `www.${name}.com`));

function again(lines: object[], pseudonyms = false) {
  return writtenAgain([START, ...lines].map((line) => JSON.stringify(line)).join("\n"), pseudonyms);
}

describe.each([false, true])("a saved trace (names replaced: %s)", (pseudonyms) => {
  const story = (lines: object[]) => {
    const { lived, replayed, saved } = again(lines, pseudonyms);
    expect(namelessAnswers(replayed)).toEqual(namelessAnswers(lived));
    return { verdict: lived.get("1"), saved };
  };

  test("tells of a load that waits for its answer", () => {
    const started = { t: 6000, event: "navigation-started", tabId: 1, url: "https://www.slow.com/" };
    const { verdict } = story([...othersAnswer(0), started, ...othersAnswer(8000), { t: 20_000, event: "ask" }]);
    expect(verdict).toMatchObject({ scope: "site", cause: "slow", subject: "slow.com" });
  });

  test("tells that an answer has begun to come", () => {
    const load = { tabId: 1, url: "https://www.slow.com/" };
    const lines = [
      { t: 6000, event: "navigation-started", ...load },
      { t: 7000, event: "navigation-committed", ...load },
    ];
    const { verdict } = story([...othersAnswer(0), ...lines, ...othersAnswer(8000), { t: 20_000, event: "ask" }]);
    expect(verdict).toMatchObject({ scope: "clear" });
  });

  test("tells which page led the browser to a failure, and which tabs pages opened", () => {
    const led = { status: 503, initiator: "https://www.blog.com" };
    const opened = { t: 5500, event: "tab-opened", tabId: 1, by: 7 };
    const loads = [6000, 12_000, 18_000].map((t) => page(t, 1, "www.shop.com", led));
    const { verdict } = story([...othersAnswer(0), opened, ...loads, ...othersAnswer(20_000)]);
    expect(verdict).toMatchObject({ scope: "unclear", subject: "shop.com" });
  });

  test("tells that the site turns the person away, and that it asks for a proof", () => {
    expect(story([...othersAnswer(0), page(6000, 1, "www.shop.com", { status: 403 })]).verdict).toMatchObject({ cause: "refuses" });
    const challenge = page(6000, 1, "www.shop.com", { status: 503, wrote: "challenge" });
    expect(story([...othersAnswer(0), challenge]).verdict).toMatchObject({ cause: "refuses" });
  });

  test("tells the port of a page, which keeps it from being judged", () => {
    const loads = [6000, 12_000].map((t) => page(t, 1, "www.shop.com:8443", { status: 503 }));
    const { verdict } = story([...othersAnswer(0), ...loads, ...othersAnswer(14_000)]);
    expect(verdict?.scope ?? "clear").toBe("clear");
  });

  test("tells of a socket that falls again and again", () => {
    const sockets = [7, 12, 17, 22, 27].map((second) => ({
      ...{ t: second * 1000, event: "completed", tabId: 1, url: "wss://live.chat.com/", type: "websocket", status: 101 },
      ip: "198.51.100.9",
    }));
    const answers = othersAnswer(30_000);
    const { verdict } = story([...othersAnswer(0), page(6000, 1, "www.chat.com"), ...sockets, ...answers]);
    expect(verdict).toMatchObject({ scope: "site", subject: "chat.com" });
  });
});

describe("a saved trace", () => {
  test("tells the country of the network, and not its number, which names the access provider", () => {
    const check = { t: 6000, event: "connectivity", result: "reached", network: { asn: 3352, country: "ES" } };
    const { saved } = again([...othersAnswer(0), check]);
    expect(saved).toContain('"country":"ES"');
    expect(saved).not.toContain("3352");
  });

  test("tells of a check that reached a mirror on this network only", () => {
    const check = { t: 6000, event: "connectivity", result: "reached-locally" };
    const { saved } = again([...othersAnswer(0), check]);
    expect(saved).toContain('"result":"reached-locally"');
  });

  test("tells where a site answered when it was asked from elsewhere, and not which site", () => {
    const views = [
      { from: "fra", country: "DE", failure: null, status: 200, ms: 80 },
      { from: "iad", country: "US", failure: "tcp.timed_out" },
    ];
    const asked = { t: 7000, event: "elsewhere", host: "www.shop.com", views };
    const { saved } = again([...othersAnswer(0), page(6000, 1, "www.shop.com", { status: 503 }), asked]);
    const line = saved.split("\n").find((one) => one.includes('"elsewhere"'));
    expect(JSON.parse(line ?? "{}")).toMatchObject({ host: "www.shop.com", views: [views[0], { from: "iad", failure: "tcp.timed_out" }] });
  });
});
