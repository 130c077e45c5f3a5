import { describe, expect, test } from "vitest";
import { readFeedSettings } from "../../../scripts/build/feed-settings.ts";
import { toBase64url } from "../../../utils/core/feed/base64url.ts";
import { hostPattern } from "../../../utils/core/net/match-pattern.ts";

const KEY = toBase64url(new Uint8Array(32).fill(7));

describe("the feed of a build", () => {
  test("is read from the environment, and may be left out", () => {
    const environment = { FEED_MIRRORS: " https://a.example/feed/ ,http://127.0.0.1:8787,", FEED_ROOT_KEY: `2/1:${KEY}` };
    expect(readFeedSettings(environment)).toEqual({ mirrors: ["https://a.example/feed", "http://127.0.0.1:8787"], rootKey: `2/1:${KEY}` });
    expect(readFeedSettings({})).toEqual({ mirrors: [], rootKey: "" });
  });

  test.each([
    [{ FEED_MIRRORS: "feed.example" }, /feed\.example/],
    [{ FEED_MIRRORS: "https://feed.example", FEED_ROOT_KEY: "no key" }, /FEED_ROOT_KEY/],
    [{ FEED_ROOT_KEY: `1/2:${KEY}` }, /FEED_ROOT_KEY/],
    [{ FEED_MIRRORS: "https://feed.example/?a=b", FEED_ROOT_KEY: KEY }, /a=b" is not a base address/],
    [{ FEED_MIRRORS: "https://me:pw@feed.example", FEED_ROOT_KEY: KEY }, /is not a base address/],
    [{ FEED_MIRRORS: "https://feed.example/v2/head", FEED_ROOT_KEY: KEY }, /is not a base address/],
    [{ FEED_MIRRORS: "https://feed.example" }, /belong together/],
    [{ FEED_ROOT_KEY: KEY }, /belong together/],
  ])("ends the build where it is wrong: %j", (environment, reason) => {
    expect(() => readFeedSettings(environment)).toThrow(reason);
  });

  test("is named to the browser by its hosts, without ports, which Firefox refuses in patterns", () => {
    expect(["https://feed.example/x", "http://127.0.0.1:8787", "http://[fd00::2]:80"].map(hostPattern)).toEqual([
      ...["*://feed.example/*", "*://127.0.0.1/*", "*://[fd00::2]/*"],
    ]);
  });
});
