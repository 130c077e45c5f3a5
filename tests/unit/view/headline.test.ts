import { describe, expect, test } from "vitest";
import { loadTranslator } from "../../../scripts/support/translator.ts";
import { headline, situationHeadline, tooltip } from "../../../utils/core/view/headline.ts";
import { siteNameOf } from "../../../utils/core/view/site-title.ts";
import type { Situation } from "../../../utils/core/view/situation.ts";
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

const situationSays = (sample: string, over: Partial<Situation> = {}) => {
  const situation = { ...(SITUATIONS[sample] as Situation), ...over };
  return write(english, situationHeadline(situation, siteNameOf(situation, "en")));
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

  test("says that a provider has an outage only where somebody else says so", () => {
    expect(headlineOf("provider-correlated")).toBe(
      "AWS US East (N. Virginia) seems to have an outage: 3 of your sites there fail at once.",
    );
    expect(headlineOf("provider-fails-elsewhere")).toBe("It's not just you: AWS US East (N. Virginia) has an outage.");
  });

  test("takes a silent status page for no word of others", () => {
    expect(headlineOf("site-http-alone")).toBe("cornerbakery.example is failing; your other sites work.");
  });

  test("tells a way that is cut from an outage, and from a connection that fails altogether", () => {
    expect(headlineOf("network-route")).toBe("Sites on Cloudflare cannot be reached from your connection.");
    expect(headlineOf("network-isp")).toBe("It's your connection's way out: many sites fail from your network.");
    expect(headlineOf("network-slow")).toBe("It's your connection's way out: everything is slow from your network.");
  });

  test("says while a page hangs for how long, and how many others answer", () => {
    expect(headlineOf("site-hang")).toBe("cornerbakery.example has not answered for 15 seconds; 6 other sites have.");
  });

  test("gives the time that a slow site takes and the usual one, with or without trouble", () => {
    expect(headlineOf("site-slower")).toBe(
      "cornerbakery.example takes 6.2 seconds to answer, usually 0.4 seconds; your other sites are as fast as ever.",
    );
    expect(situationSays("clear-slower")).toMatch(/^Netflix takes 6 seconds to answer, usually 0.4 seconds; /);
  });

  test("says that a site answers again from the first success on", () => {
    expect(headlineOf("site-answers-again")).toBe("cornerbakery.example answers again.");
  });

  test("does not say that it is you where a block on the way answers for one site", () => {
    expect(headlineOf("local-interception")).toMatch(/^It's you: something here is opening/);
    expect(headlineOf("local-own-page")).toBe("A filter or a block on the way answers in place of the site.");
  });

  test("tells a filter for names from a page that the browser blocked", () => {
    expect(headlineOf("local-blocked")).toBe("It's you: your browser blocked this page.");
    expect(headlineOf("local-filter")).toBe("It's you: a filter on this device or network blocks this site.");
  });

  test("admits that the fault is not known yet", () => {
    expect(headlineOf("unclear-first")).toBe("Something fails; not sure yet whose fault it is.");
  });

  test("is Arabic in Arabic, with the names Arabic readers use", () => {
    expect(headlineOf("provider-both", arabic)).toMatch(/^لست وحدك: هناك عطل في AWS شرق الولايات المتحدة/);
    expect(headlineOf("clear", arabic)).toBe("فُتح موقع نتفليكس.");
  });

  test("is the tooltip of the toolbar's button too", () => {
    const situation = SITUATIONS["network-isp"];
    if (situation === undefined) throw new Error("sample");
    expect(write(english, tooltip(situation.verdict, null))).toBe(headlineOf("network-isp"));
  });
});

test("wraps names in isolates for plain text in Arabic, so that they keep their place", () => {
  const isolating = loadTranslator("ar", { isolate: true });
  expect(isolating.text("headline.clear.opened", { site: "example.com" })).toContain("\u2068example.com\u2069");
});

describe("where nothing fails, the headline", () => {
  test("says that the page opened, and never that it works: an error page opens too", () => {
    expect(situationSays("clear")).toBe("Netflix opened.");
    for (const name of Object.keys(SITUATIONS)) expect(situationSays(name)).not.toContain("works for you");
  });

  test("says in basic access that it cannot see an error", () => {
    expect(situationSays("clear-basic")).toBe("Netflix opened. Whether it shows an error I cannot see.");
  });

  test("says that a site answers and turns the person away, with the status", () => {
    expect(situationSays("clear-refuses")).toBe("cornerbakery.example answers, but turns you away (HTTP 403).");
    expect(situationSays("clear-challenged")).toBe("cornerbakery.example first wants to check that you are a person.");
  });

  test("mentions that others report trouble with a site that opened here", () => {
    const crowd = { reporters: 400, networks: 60, baseline: 5, series: [], about: "netflix", first: null };
    expect(situationSays("clear", { crowd })).toBe("Netflix opened here; others report trouble with it.");
    expect(situationSays("clear", { crowd: { ...crowd, about: "aws/us-east-1" } })).toBe("Netflix opened.");
  });

  test("says of a site that has not opened here only that nothing is known", () => {
    expect(situationSays("clear-unseen")).toBe("Nothing is known to fail at Netflix.");
  });
});
