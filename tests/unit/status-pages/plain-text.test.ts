import { describe, expect, test } from "vitest";
import { plainText, textLines, truncate } from "../../../utils/core/status-pages/parsing/plain-text.ts";

describe("plain text", () => {
  test("is the same for markup that is escaped once, twice or not at all", () => {
    const wanted = "Errors & delays. See the page.";
    for (const post of [
      "<p>Errors &amp; delays.</p><br>See <b>the</b> page.",
      "&lt;p&gt;Errors &amp;amp; delays.&lt;/p&gt;&lt;br&gt;See &lt;b&gt;the&lt;/b&gt; page.",
      "Errors & delays.\r\n\r\nSee the page.",
      "**Errors** & delays.\n## See the page.",
    ]) {
      expect(plainText(post, 200)).toBe(wanted);
    }
  });

  test("has no invisible characters", () => {
    expect(plainText("pay\u202Elap\u202C \u200Bpal\uFEFF\u0000\u0007 \u2066x\u2069", 200)).toBe("paylap pal x");
  });

  test("has no scripts and styles", () => {
    expect(textLines("<style>p{}</style><p>One</p><script>two()</script><p>Three</p>")).toEqual(["One", "Three"]);
  });

  test("keeps characters that only look like markup", () => {
    expect(plainText("latency < 200 ms and 5 > 3, C:\\Users\\me, 2 * 3", 200)).toBe("latency < 200 ms and 5 > 3, C:\\Users\\me, 2 * 3");
  });

  test("is cut at the end of a word and never inside of a character", () => {
    expect(truncate("one two three four", 16)).toBe("one two three…");
    expect(truncate(`${"x".repeat(8)}😀😀`, 10)).toBe(`${"x".repeat(8)}…`);
  });
});
