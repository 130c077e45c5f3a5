import { describe, expect, it } from "vitest";
import { loadTranslator } from "../../../scripts/support/translator.ts";
import type { Evidence } from "../../../utils/core/diagnosis/evidence.ts";
import { NEL_TYPES } from "../../../utils/core/net/failure.ts";
import { evidenceSentence, failurePhrase, headline, tooltip } from "../../../utils/core/view/sentences.ts";
import { siteNameOf } from "../../../utils/core/view/site-title.ts";
import { summaryText } from "../../../utils/core/view/summary.ts";
import type { Message, Translator } from "../../../utils/core/view/translator.ts";
import { SITUATIONS } from "../../instruments/gallery/samples.ts";
import { NOW } from "../../instruments/gallery/situation-parts.ts";

const english = loadTranslator("en", { timeZone: "America/New_York" });
const arabic = loadTranslator("ar", { timeZone: "America/New_York" });
const write = (words: Translator, message: Message) => words.text(message.key, message.values);

const headlineOf = (sample: string, words = english) => {
  const situation = SITUATIONS[sample];
  if (situation === undefined) throw new Error(sample);
  return write(words, headline(situation.verdict, siteNameOf(situation, words.language)));
};

describe("the headline", () => {
  it("names the cloud region that has an outage", () => {
    expect(headlineOf("provider-both")).toBe("It's not just you: AWS US East (N. Virginia) has an outage.");
  });

  it("says which local trouble it is", () => {
    expect(headlineOf("local-offline")).toBe("It's you: this device is offline.");
    expect(headlineOf("local-clock")).toBe("It's you: this device's clock is wrong.");
  });

  it("calls one failing site failing, without a word about others, while nobody else has spoken", () => {
    expect(headlineOf("site-http")).toBe("cornerbakery.example is failing; your other sites work.");
  });

  it("says that it is not just you once other people report the site", () => {
    expect(headlineOf("site-everybody")).toBe("It's not just you: cornerbakery.example is failing.");
  });

  it("says that it works for others where they say so", () => {
    expect(headlineOf("site-only-here")).toBe("cornerbakery.example works for others, but not for you.");
  });

  it("does not pretend to know", () => {
    expect(headlineOf("unclear-first")).toBe("Something fails; not sure yet whose fault it is.");
  });

  it("is Arabic in Arabic, with the names Arabic readers use", () => {
    expect(headlineOf("provider-both", arabic)).toMatch(/^لست وحدك: هناك عطل في AWS شرق الولايات المتحدة/);
    expect(headlineOf("clear", arabic)).toBe("موقع نتفليكس يعمل عندك.");
  });

  it("is the tooltip of the toolbar's button too", () => {
    const situation = SITUATIONS["network-isp"];
    if (situation === undefined) throw new Error("sample");
    expect(write(english, tooltip(situation.verdict, null))).toBe(headlineOf("network-isp"));
  });
});

describe("a reason", () => {
  const sentence = (evidence: Evidence, words = english) => write(words, evidenceSentence(evidence, NOW));

  it("carries its numbers", () => {
    expect(sentence({ kind: "failures", site: "netflix.com", count: 4, failure: "http.error", status: 503, seconds: 95 })).toBe(
      "netflix.com failed 4 times in 2 minutes: it answered HTTP 503.",
    );
    expect(sentence({ kind: "others-work", sites: 1, seconds: 40 })).toBe("1 other site answered in the last 40 seconds.");
    expect(sentence({ kind: "crowd", about: "netflix", reporters: 1200, networks: 90 })).toBe(
      "About 1,200 other people on 90 networks report it.",
    );
  });

  it("counts as Arabic counts", () => {
    const of = (sites: number) => sentence({ kind: "others-work", sites, seconds: 120 }, arabic);
    expect(of(1)).toBe("ردّ موقع آخر خلال آخر دقيقتين.");
    expect(of(2)).toBe("ردّ موقعان آخران خلال آخر دقيقتين.");
    expect(of(7)).toBe("ردّت 7 مواقع أخرى خلال آخر دقيقتين.");
    expect(of(12)).toBe("ردّ 12 موقعًا آخر خلال آخر دقيقتين.");
    expect(of(100)).toBe("ردّ 100 موقع آخر خلال آخر دقيقتين.");
  });

  it("quotes what the provider says, since when, and what it names", () => {
    const [incident] = SITUATIONS["provider-both"]?.verdict.evidence ?? [];
    if (incident === undefined) throw new Error("sample");
    expect(sentence(incident)).toBe(
      "AWS US East (N. Virginia) has said so itself since 11:22 AM: “Increased error rates”. It names DynamoDB and EC2.",
    );
  });

  it("says how far off the clock is in a unit that people use", () => {
    expect(sentence({ kind: "clock-skew", minutes: 525_600 })).toBe("This device's clock is ahead by 365 days.");
    expect(sentence({ kind: "clock-skew", minutes: -90 })).toBe("This device's clock is behind by 2 hours.");
  });

  it("gives the date with the time of day when it is not today", () => {
    const since = new Date(NOW - 40 * 3_600_000).toISOString();
    expect(sentence({ kind: "official-silent", provider: "aws", checked: since })).toContain("Dec 5");
  });

  it("has words for every way a request can fail, in both languages", () => {
    for (const failure of NEL_TYPES) {
      for (const words of [english, arabic]) {
        const phrase = failurePhrase(failure, null);
        expect(write(words, phrase)).not.toBe(phrase.key);
      }
    }
  });
});

describe.each(Object.entries(SITUATIONS))("in the situation %s", (_name, situation) => {
  it.each([english, arabic])("every sentence of the short report is complete ($language)", (words) => {
    for (const message of summaryText(situation, siteNameOf(situation, words.language))) {
      const text = write(words, message);
      expect(text).not.toBe(message.key);
      expect(text).not.toMatch(/[{}]|undefined|NaN|Invalid/);
    }
  });
});

it("wraps names in isolates for plain text in Arabic, so that they keep their place", () => {
  const isolating = loadTranslator("ar", { isolate: true });
  expect(isolating.text("headline.clear.site", { site: "example.com" })).toContain("\u2068example.com\u2069");
});
