import { describe, expect, test } from "vitest";
import { languages, loadTranslator } from "../../../scripts/support/translator.ts";
import type { EvidenceKind } from "../../../utils/core/diagnosis/evidence.ts";
import { SITUATIONS } from "../../instruments/gallery/samples.ts";
import { draw, sample } from "./draw-popup.tsx";

describe.each(Object.keys(SITUATIONS))("the popup in the situation %s", (name) => {
  test.each(languages())("has words for everything it shows (%s)", (language) => {
    const markup = draw(sample(name), language);
    expect(markup).not.toMatch(/\{\w+\}|undefined|NaN|Invalid Date/);
    const text = markup.replace(/<[^>]*>/g, "\n");
    expect(text.match(/^[a-z]+(\.[a-zA-Z]+){1,3}$/gm)?.filter((word) => loadTranslator("en").text(word) !== word) ?? []).toEqual([]);
    expect(text).not.toMatch(/[\u2066-\u2069]/);
  });
});

describe("the popup", () => {
  test("carries its verdict in attributes for tests and style sheets", () => {
    const markup = draw(sample("provider-both"));
    expect(markup).toContain('data-scope="provider" data-cause="both" data-subject="aws/us-east-1"');
  });

  test("gives every reason its sentence", () => {
    const markup = draw(sample("provider-correlated"));
    for (const { kind } of sample("provider-correlated").verdict.evidence) expect(markup).toContain(`data-evidence="${kind}"`);
  });

  test("says nothing twice that the headline or the notice about access says", () => {
    const count = (text: string, markup: string) => markup.replace(/<[^>]*>/g, "").split(text).length - 1;
    expect(count("cannot see error pages", draw(sample("unclear-basic")))).toBe(1);
    const alone = sample("clear-slower");
    const evidence = alone.verdict.evidence.slice(0, 1);
    // The proof of the station is a text of its own.
    expect(count("takes 6 seconds", draw({ ...alone, verdict: { ...alone.verdict, evidence } }))).toBe(2);
    expect(draw(sample("clear-refuses"))).not.toContain('data-evidence="refused"');
    expect(draw(sample("site-hang"))).not.toContain('data-evidence="hang"');
  });

  test("says in a tab without a site that what it shows fails elsewhere, and names no site of the tab", () => {
    const text = draw(sample("provider-elsewhere")).replace(/<[^>]*>/g, "");
    expect(text).toContain("This tab shows no site; this is what fails elsewhere.");
    expect(draw(sample("clear-empty-tab"))).toContain("This tab shows no site to judge.");
  });

  test("promises no works and shows no green for a site that turns the person away, and lets the report be copied", () => {
    const markup = draw(sample("clear-refuses"));
    expect(markup).toContain('class="popup unclear"');
    expect(markup).toContain('data-testid="copy"');
    expect(markup).not.toContain("Tell me when");
    expect(markup).not.toContain('data-testid="mute"');
  });

  test("keeps host names apart from the sentence around them", () => {
    expect(draw(sample("site-http"), "ar")).toContain('<bdi dir="auto">cornerbakery.example</bdi>');
  });

  test("writes a place that begins with Latin letters in the direction of the language", () => {
    expect(draw(sample("provider-both"), "ar")).toMatch(/<bdi dir="rtl">AWS شرق/);
  });

  test("quotes the provider, names what it names, and says how long it took", () => {
    const markup = draw(sample("provider-both"));
    expect(markup).toContain("Increased error rates");
    expect(markup).toMatch(/Affected: .*DynamoDB.*EC2/);
    expect(markup).toContain("46 minutes after it failed here");
    expect(markup).toContain('href="https://status.aws.amazon.com/"');
  });

  test("makes no link of an address that is not of the web", () => {
    const situation = sample("provider-both");
    if (situation.official?.state !== "stated") throw new Error("sample");
    const markup = draw({ ...situation, official: { ...situation.official, url: "javascript:alert(1)" } });
    expect(markup).not.toContain("javascript:");
  });

  test("names the host that the provider's link leads to, in ASCII, as a part of the link's own text", () => {
    const linkTo = (url: string) => {
      const situation = sample("provider-both");
      if (situation.official?.state !== "stated") throw new Error("sample");
      const markup = draw({ ...situation, official: { ...situation.official, url } });
      return /<a [^>]*rel="noopener noreferrer"[^>]*>(.*?)<\/a>/.exec(markup)?.[1]?.replace(/<[^>]*>/g, "");
    };
    expect(linkTo("https://status.aws.amazon.com/events?id=1")).toBe("Open its status page (status.aws.amazon.com)");
    // The first letter is a Cyrillic one.
    expect(linkTo("https://аpple.example/")).toBe("Open its status page (xn--pple-43d.example)");
  });

  test("makes no link of the provider's words", () => {
    const situation = sample("provider-both");
    if (situation.official?.state !== "stated") throw new Error("sample");
    const words = "Please visit https://evil.example/ <a href='https://evil.example/'>now</a>";
    const markup = draw({ ...situation, official: { ...situation.official, title: words, summary: `${words}!` } });
    expect(markup).toContain("https://evil.example/");
    expect(markup.match(/<a [^>]*>/g)?.join()).not.toContain("evil");
  });

  test("says that the official page is silent", () => {
    expect(draw(sample("provider-correlated"))).toContain("Its status page is silent so far.");
  });

  test("marks advice that is meant for people who run sites", () => {
    expect(draw(sample("provider-both"))).toMatch(/to people who run sites:.*Fail over to another Region/);
  });

  test("warns of repeating a payment in an outage, but not when the device is offline", () => {
    expect(draw(sample("provider-both"))).toContain("Do not repeat a payment");
    expect(draw(sample("local-offline"))).not.toContain("Do not repeat a payment");
  });

  test("offers to reload only tabs that failed and work again", () => {
    expect(draw(sample("clear-recovered"))).toContain("Reload the 3 tabs that failed");
    expect(draw(sample("clear"))).not.toContain("Reload");
  });

  test("offers full access only where it would show more, and never when it is granted", () => {
    expect(draw(sample("unclear-basic"))).toContain('data-testid="access"');
    expect(draw({ ...sample("local-offline"), access: "basic" })).not.toContain('data-testid="access"');
    expect(draw(sample("unclear-first"))).not.toContain('data-testid="access"');
  });

  test("offers a notification when it is back, and says so while the person waits", () => {
    expect(draw(sample("site-http"))).toContain("Tell me when it's back");
    expect(draw(sample("provider-both"), "en", true)).toMatch(/You will be told once when .*Netflix.* is back/);
    expect(draw(sample("local-offline"))).not.toContain("Tell me when");
    expect(draw(sample("site-answers-again"))).not.toContain("Tell me when");
  });

  test("describes the curve of reports in a sentence", () => {
    expect(draw(sample("provider-both"))).toMatch(
      /role="img" aria-label="Reports over the last 2 hours: at most 20,000, at [^"]*; falling now\."/,
    );
  });

  test("says how old the feed is, or why there is none", () => {
    expect(draw(sample("clear"))).toContain("Outage feed: 2 minutes ago");
    expect(draw(sample("feed-stale"))).toContain("counts for nothing");
    expect(draw(sample("feed-not-set"))).toContain("No outage feed is set");
    expect(draw(sample("feed-refused"))).toContain("was refused");
  });
});

test("shows every kind of evidence in some sample", () => {
  const all: { [kind in EvidenceKind]: true } = {
    failures: true,
    "first-failure": true,
    "partly-works": true,
    slow: true,
    hang: true,
    "stopped-half-way": true,
    refused: true,
    challenged: true,
    slower: true,
    "others-as-fast": true,
    "others-slower": true,
    "written-by": true,
    "null-address": true,
    "not-pinned": true,
    "always-or-never": true,
    "cut-off-together": true,
    "fails-for-others": true,
    "own-page-silent": true,
    "others-work": true,
    "others-fail": true,
    "same-cloud-fails": true,
    "same-cloud-works": true,
    "part-fails": true,
    incident: true,
    "official-silent": true,
    crowd: true,
    "works-for-others": true,
    measured: true,
    reachability: true,
    "feed-unreachable": true,
    "browser-offline": true,
    "clock-skew": true,
    certificates: true,
    names: true,
    proxy: true,
    blocked: true,
    recovering: true,
    "basic-access": true,
  };
  const shown = new Set(Object.values(SITUATIONS).flatMap(({ verdict }) => verdict.evidence.map(({ kind }) => kind)));
  expect([...shown].sort()).toEqual(Object.keys(all).sort());
});
