import { describe, expect, test } from "vitest";
import { readFeedForm } from "../../../utils/core/feed/added-feed-form.ts";
import { toBase64url } from "../../../utils/core/feed/base64url.ts";

const KEY = toBase64url(new Uint8Array(32).fill(7));
const OTHER = toBase64url(new Uint8Array(32).fill(8));

describe("a feed that a person enters", () => {
  test("may have several addresses, which are kept once and without a trailing slash", () => {
    expect(readFeedForm(" https://a.example/feed/\nhttps://b.example \nhttps://b.example/", ` ${KEY}\n`)).toEqual({
      ok: true,
      mirrors: ["https://a.example/feed", "https://b.example"],
      rootKey: KEY,
    });
  });

  test.each([
    "http://192.168.1.4:8080",
    "http://10.0.0.2",
    "http://172.20.1.1",
    "http://127.0.0.1:4000",
    "http://localhost:4000",
    "http://[::1]:4000",
    "http://[fd00::2]",
  ])("may be unencrypted in a private network: %s", (address) => {
    expect(readFeedForm(address, KEY).ok).toBe(true);
  });

  test.each(["http://feed.example.org", "http://172.32.0.1", "http://192.0.2.1", "http://localhost.example.org"])(
    "may not be unencrypted elsewhere: %s",
    (address) => {
      expect(readFeedForm(address, KEY)).toEqual({ ok: false, problem: "not-encrypted", about: address });
    },
  );

  test.each([
    "feed.example.org",
    "ftp://feed.example.org",
    "https://",
    "https://a.example?x=1",
    "https://user@a.example",
    "javascript:alert(1)",
  ])("is refused where it is not an address: %s", (address) => {
    expect(readFeedForm(address, KEY)).toEqual({ ok: false, problem: "not-an-address", about: address });
  });

  test.each([
    ["KEY,KEY", `${KEY}, ${OTHER}`, `${KEY},${OTHER}`],
    ["NUMBER/THRESHOLD:KEY,KEY", ` 3/2:${KEY},${OTHER}\n`, `3/2:${KEY},${OTHER}`],
    ["the plain form of the first root", `1/1:${KEY}`, KEY],
  ])("may have a root of several keys: %s", (_, written, read) => {
    expect(readFeedForm("https://a.example", written)).toMatchObject({ ok: true, rootKey: read });
  });

  test.each([`3/3:${KEY},${OTHER}`, `3/0:${KEY}`, `0/1:${KEY}`, `${KEY},${KEY}`, `3:${KEY}`, `3/2:`, `${KEY},x`])(
    "is refused where its root makes no sense: %s",
    (written) => {
      expect(readFeedForm("https://a.example", written)).toMatchObject({ ok: false, problem: "not-a-key" });
    },
  );

  test("needs an address and a key of 32 bytes", () => {
    expect(readFeedForm(" \n", KEY)).toMatchObject({ ok: false, problem: "no-address" });
    expect(readFeedForm("https://a.example", KEY.slice(1))).toMatchObject({ ok: false, problem: "not-a-key" });
    expect(readFeedForm("https://a.example", "")).toMatchObject({ ok: false, problem: "not-a-key" });
  });
});
