import { describe, expect, test } from "vitest";
import { findAdvice } from "../../../utils/core/status-pages/parsing/find-advice.ts";
import { isoTime, parseTime } from "../../../utils/core/status-pages/parsing/parse-time.ts";
import { plainText, textLines, truncate } from "../../../utils/core/status-pages/parsing/plain-text.ts";
import { findRegions, regionId, splitAwsService } from "../../../utils/core/status-pages/parsing/region-ids.ts";
import { saysResolved, statusFromText } from "../../../utils/core/status-pages/parsing/status-from-text.ts";

function at(value: unknown): string | null {
  const instant = parseTime(value);
  return instant === null ? null : isoTime(instant);
}

describe("times as vendors write them", () => {
  test.each([
    ["2026-03-03T09:05:00Z", "2026-03-03T09:05:00Z"],
    ["2026-03-03T09:05:00.123456Z", "2026-03-03T09:05:00.123Z"],
    ["2026-03-03T09:05:00+05:30", "2026-03-03T03:35:00Z"],
    ["2026-03-03T09:05:00-0700", "2026-03-03T16:05:00Z"],
    ["2026-03-03 09:05:00", "2026-03-03T09:05:00Z"],
    ["2026-03-03T09:05", "2026-03-03T09:05:00Z"],
    ["Wed, 29 Oct 2025 16:00:00 Z", "2025-10-29T16:00:00Z"],
    ["Wed, 22 Dec 2021 16:22:00 PST", "2021-12-23T00:22:00Z"],
    ["Thu, 01 Jul 2021 09:00:00 PDT", "2021-07-01T16:00:00Z"],
    ["Thu, 01 Jul 2021 09:00:00 +0200", "2021-07-01T07:00:00Z"],
    ["01 Jul 2021 09:00 PT", "2021-07-01T16:00:00Z"],
    ["01 Dec 2021 09:00 PT", "2021-12-01T17:00:00Z"],
    ["11/01/2020 01:00 PST", "2020-11-01T09:00:00Z"],
    ["/Date(1647450876440)/", "2022-03-16T17:14:36.440Z"],
    ["1638894176", "2021-12-07T16:22:56Z"],
    [1638894176, "2021-12-07T16:22:56Z"],
    [1638894176000, "2021-12-07T16:22:56Z"],
    [1638894176000000, "2021-12-07T16:22:56Z"],
  ])("%s is %s", (written, iso) => expect(at(written)).toBe(iso));

  test.each([
    "",
    "soon",
    "Wed, 22 Dec 2021 16:22:00 XYZ",
    "2026-13-45T00:00:00Z",
    "99/99/2020 00:00 PST",
    0,
    -5,
    Number.NaN,
    1e300,
    null,
    {},
    "$undefined",
  ])("%s is no time", (written) => expect(at(written)).toBe(null));
});

describe("plain text", () => {
  test("markup escaped once, twice and not at all comes out as the same words", () => {
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

  test("what cannot be seen is taken out", () => {
    expect(plainText("pay\u202Elap\u202C \u200Bpal\uFEFF\u0000\u0007 \u2066x\u2069", 200)).toBe("paylap pal x");
  });

  test("scripts and styles are no words", () => {
    expect(textLines("<style>p{}</style><p>One</p><script>two()</script><p>Three</p>")).toEqual(["One", "Three"]);
  });

  test("signs that are no markup stay", () => {
    expect(plainText("latency < 200 ms and 5 > 3, C:\\Users\\me, 2 * 3", 200)).toBe("latency < 200 ms and 5 > 3, C:\\Users\\me, 2 * 3");
  });

  test("a cut is made at a word and never through a character", () => {
    expect(truncate("one two three four", 16)).toBe("one two three…");
    expect(truncate(`${"x".repeat(8)}😀😀`, 10)).toBe(`${"x".repeat(8)}…`);
  });
});

describe("how far an incident has come", () => {
  test.each([
    ["We are investigating increased error rates.", "investigating"],
    ["We are working to identify the root cause.", "investigating"],
    ["The cause has not yet been identified.", "investigating"],
    ["We have identified the root cause and are working towards recovery.", "identified"],
    ["The trigger was an inadvertent configuration change. We are rolling back.", "identified"],
    ["A fix has been implemented and we are monitoring the results.", "monitoring"],
    ["The degradation has been mitigated. We are monitoring to ensure stability.", "monitoring"],
    ["We are closely monitoring traffic while continuing our investigation.", "investigating"],
  ])("%s: %s", (post, phase) => expect(statusFromText([post])).toBe(phase));

  test("the newest post that tells decides", () => {
    expect(statusFromText(["No news yet.", "A fix has been deployed.", "We are investigating."])).toBe("monitoring");
  });

  test("the end is told in so many words", () => {
    expect(saysResolved("The issue has been resolved and the service is operating normally.")).toBe(true);
    expect(saysResolved("We expect the issue to be resolved soon.")).toBe(false);
  });
});

describe("advice", () => {
  const told = (sentence: string, platform = false) => findAdvice([[sentence]], platform);

  test("is what a vendor tells people to do, for whom", () => {
    expect(told("Please reload the page.")).toEqual([{ for: "user", text: "Please reload the page." }]);
    expect(told("We recommend failing away from the affected Availability Zone.")).toMatchObject([{ for: "operator" }]);
    expect(told("To access the console, try https://us-west-2.console.aws.amazon.com/", true)).toMatchObject([{ for: "operator" }]);
  });

  test("is no courtesy and no promise", () => {
    for (const sentence of [
      "Thank you for your patience while we recommend nothing.",
      "Workaround: None at this time.",
      "If you need help, we suggest you contact AWS Support.",
      "We will provide an update as soon as we can.",
      "Users can now use the feature again.",
    ]) {
      expect(told(sentence)).toEqual([]);
    }
  });

  test("is three sentences at most, each once", () => {
    const posts = ["one", "two", "two", "three", "four"].map((word) => [`We recommend that you restart number ${word}.`]);
    expect(findAdvice(posts, false).map(({ text }) => text.slice(37))).toEqual(["one.", "two.", "three."]);
  });
});

describe("regions", () => {
  test.each([
    ["aws", "N. Virginia", "us-east-1"],
    ["aws", "US East (N. Virginia)", "us-east-1"],
    ["aws", "UAE", "me-central-1"],
    ["aws", "eu-west-1", "eu-west-1"],
    ["azure", "West US", "westus"],
    ["azure", "Germany West Central", "germanywestcentral"],
    ["azure", "germanywc", "germanywestcentral"],
    ["gcp", "Iowa (us-central1)", "us-central1"],
    ["gcp", "Iowa", "us-central1"],
    ["oracle", "US East (Ashburn)", "us-ashburn-1"],
    ["digitalocean", "NYC3", "nyc3"],
    ["aws", "Atlantis", null],
    ["nobody", "us-east-1", null],
  ])("%s calls %s %s", (provider, name, id) => expect(regionId(provider, name)).toBe(id));

  test.each([
    ["ec2-us-east-1", "ec2", "us-east-1"],
    ["acm-pca-me-central-1", "acm-pca", "me-central-1"],
    ["lambda-us-gov-west-1", "lambda", "us-gov-west-1"],
    ["s3-us-standard", "s3", "us-east-1"],
    ["management-console", "management-console", null],
  ])("AWS's %s is %s in %s", (id, service, region) => expect(splitAwsService(id)).toEqual({ service, region }));

  test("are found in sentences, zones among them, towns not", () => {
    expect(findRegions("aws", "Errors in ME-CENTRAL-1 and us-east-1a; people in Frankfurt are fine.")).toEqual([
      "me-central-1",
      "us-east-1",
    ]);
    expect(findRegions("azure", "An outage in West US 2 and Germany West Central.")).toEqual(["westus2", "germanywestcentral"]);
  });
});
