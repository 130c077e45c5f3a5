import { describe, expect, test } from "vitest";
import { robotsAllow } from "../../../server/measure/robots-text.ts";

const allows = (text: string, path = "/") => robotsAllow(text, "NotJustMeFeed", path);

describe("robots.txt", () => {
  test.each([
    ["nothing", "", true],
    ["all programs kept out", "User-agent: *\nDisallow: /", false],
    ["other programs kept out", "User-agent: BadBot\nDisallow: /", true],
    ["this program kept out by name", "User-agent: *\nDisallow:\n\nUser-agent: notjustmefeed\nDisallow: /", false],
    ["this program let in by name", "User-agent: *\nDisallow: /\n\nUser-Agent: NotJustMeFeed\nAllow: /", true],
    ["an empty rule", "User-agent: *\nDisallow:", true],
    ["the front page alone let in", "User-agent: *\nDisallow: /\nAllow: /$", true],
    ["the front page alone kept out", "User-agent: *\nDisallow: /$", false],
    ["what begins with a star", "User-agent: *\nDisallow: /*?session=", true],
    ["several names of one group", "User-agent: a\nUser-agent: *\nDisallow: /\n", false],
    ["comments and line ends of other systems", "# hello\r\nUser-agent: * # everybody\r\nDisallow: / # out\r\n", false],
    ["a map of the site after the rules", "User-agent: *\nDisallow: /private/\nSitemap: https://example.com/sitemap.xml", true],
    ["a page instead of a text", "<!doctype html><title>Home</title>", true],
  ])("with %s", (_, text, isAllowed) => {
    expect(allows(text)).toBe(isAllowed);
  });

  test("is decided by the longest rule that fits", () => {
    const text = "User-agent: *\nDisallow: /a\nAllow: /a/b\nDisallow: /a/b/*.gif$";
    expect(["/a/c", "/a/b/c", "/a/b/c.gif", "/a/b/c.gif?x"].map((path) => allows(text, path))).toEqual([false, true, false, true]);
  });
});
