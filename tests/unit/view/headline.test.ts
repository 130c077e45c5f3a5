import { describe, expect, test } from "vitest";
import { loadTranslator } from "../../../scripts/support/translator.ts";
import { headline, tooltip } from "../../../utils/core/view/headline.ts";
import { siteNameOf } from "../../../utils/core/view/site-title.ts";
import type { Message, Translator } from "../../../utils/core/view/translator.ts";
import { SITUATIONS } from "../../instruments/gallery/samples.ts";

const english = loadTranslator("en", { timeZone: "America/New_York" });
const arabic = loadTranslator("ar", { timeZone: "America/New_York" });
const write = (words: Translator, message: Message) => words.text(message.key, message.values);

const headlineOf = (sample: string, words = english) => {
  const situation = SITUATIONS[sample];
  if (situation === undefined) throw new Error(sample);
  return write(words, headline(situation.verdict, siteNameOf(situation, words.language)));
};

describe("the headline", () => {
  test("names the cloud region that has an outage", () => {
    expect(headlineOf("provider-both")).toBe("It's not just you: AWS US East (N. Virginia) has an outage.");
  });

  test("says which local trouble it is", () => {
    expect(headlineOf("local-offline")).toBe("It's you: this device is offline.");
    expect(headlineOf("local-clock")).toBe("It's you: this device's clock is wrong.");
  });

  test("calls one failing site failing, and mentions nobody else, while nobody else reports it", () => {
    expect(headlineOf("site-http")).toBe("cornerbakery.example is failing; your other sites work.");
  });

  test("says that it is not just you once other people report the site", () => {
    expect(headlineOf("site-everybody")).toBe("It's not just you: cornerbakery.example is failing.");
  });

  test("says that the site works for others where they report so", () => {
    expect(headlineOf("site-only-here")).toBe("cornerbakery.example works for others, but not for you.");
  });

  test("admits that the fault is not known yet", () => {
    expect(headlineOf("unclear-first")).toBe("Something fails; not sure yet whose fault it is.");
  });

  test("is Arabic in Arabic, with the names Arabic readers use", () => {
    expect(headlineOf("provider-both", arabic)).toMatch(/^لست وحدك: هناك عطل في AWS شرق الولايات المتحدة/);
    expect(headlineOf("clear", arabic)).toBe("موقع نتفليكس يعمل عندك.");
  });

  test("is the tooltip of the toolbar's button too", () => {
    const situation = SITUATIONS["network-isp"];
    if (situation === undefined) throw new Error("sample");
    expect(write(english, tooltip(situation.verdict, null))).toBe(headlineOf("network-isp"));
  });
});

test("wraps names in isolates for plain text in Arabic, so that they keep their place", () => {
  const isolating = loadTranslator("ar", { isolate: true });
  expect(isolating.text("headline.clear.site", { site: "example.com" })).toContain("\u2068example.com\u2069");
});
