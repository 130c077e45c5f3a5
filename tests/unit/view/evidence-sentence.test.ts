import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { loadTranslator } from "../../../scripts/support/translator.ts";
import type { Evidence } from "../../../utils/core/diagnosis/evidence.ts";
import { evidenceSentence } from "../../../utils/core/view/evidence-sentence.ts";
import type { Message, Translator } from "../../../utils/core/view/translator.ts";
import { SITUATIONS } from "../../instruments/gallery/samples.ts";
import { NOW } from "../../instruments/gallery/situation-parts.ts";

const PROJECT = fileURLToPath(new URL("../../..", import.meta.url));
const english = loadTranslator("en", { timeZone: "America/New_York" });
const arabic = loadTranslator("ar", { timeZone: "America/New_York" });
const write = (words: Translator, message: Message) => words.text(message.key, message.values);

describe("a reason", () => {
  const sentence = (evidence: Evidence, words = english) => write(words, evidenceSentence(evidence, NOW));

  test("carries its numbers", () => {
    expect(sentence({ kind: "failures", site: "netflix.com", count: 4, failure: "http.error", status: 503, seconds: 95 })).toBe(
      "netflix.com failed 4 times in 2 minutes: it answered HTTP 503.",
    );
    expect(sentence({ kind: "others-work", sites: 1, seconds: 40 })).toBe("1 other site answered in the last 40 seconds.");
    expect(sentence({ kind: "crowd", about: "netflix", reporters: 1200, networks: 90 })).toBe(
      "About 1,200 other people on 90 networks report it.",
    );
  });

  test("counts as Arabic counts", () => {
    const of = (sites: number) => sentence({ kind: "others-work", sites, seconds: 120 }, arabic);
    expect(of(1)).toBe("ردّ موقع آخر خلال آخر دقيقتين.");
    expect(of(2)).toBe("ردّ موقعان آخران خلال آخر دقيقتين.");
    expect(of(7)).toBe("ردّت 7 مواقع أخرى خلال آخر دقيقتين.");
    expect(of(12)).toBe("ردّ 12 موقعًا آخر خلال آخر دقيقتين.");
    expect(of(100)).toBe("ردّ 100 موقع آخر خلال آخر دقيقتين.");
  });

  test("says of a page that was found by its name that it was, and not that the site said so itself", () => {
    const incident = SITUATIONS["discovery-trouble"]?.verdict.evidence.find(({ kind }) => kind === "incident");
    if (incident === undefined) throw new Error("no incident in the sample");
    expect(sentence(incident)).toBe("A status page that was found by its name has said so since 11:25 AM: “Orders cannot be placed”.");
  });

  test("quotes what the provider says, since when, and what it names", () => {
    const [incident] = SITUATIONS["provider-both"]?.verdict.evidence ?? [];
    if (incident === undefined) throw new Error("sample");
    expect(sentence(incident)).toBe(
      "AWS US East (N. Virginia) has said so itself since 11:22 AM: “Increased error rates”. Affected: DynamoDB and EC2.",
    );
  });

  test("says how far off the clock is in a unit that people use", () => {
    expect(sentence({ kind: "clock-skew", minutes: 525_600 })).toBe("This device's clock is ahead by 365 days.");
    expect(sentence({ kind: "clock-skew", minutes: -90 })).toBe("This device's clock is behind by 2 hours.");
  });

  test("calls no clock ahead that is right to within minutes", () => {
    expect(sentence({ kind: "clock-skew", minutes: 0 })).toBe("Certificates say that this device's clock is wrong.");
    expect(sentence({ kind: "clock-skew", minutes: 9 })).toBe("Certificates say that this device's clock is wrong.");
  });

  test("names countries in the person's language", () => {
    const cut: Evidence = { kind: "cut-off-together", provider: "cloudflare", network: null, country: "ES", since: "2026-03-03T08:55:00Z" };
    expect(sentence(cut)).toBe("Other people in Spain cannot reach Cloudflare since Mar 3, 3:55 AM.");
    expect(sentence(cut, arabic)).toContain("إسبانيا");
    expect(sentence({ ...cut, network: "Telefónica", since: "2021-12-07T16:20:00Z" })).toBe(
      "Other people on your provider (Telefónica) cannot reach Cloudflare since 11:20 AM.",
    );
  });

  test("names the city that an id abbreviates, else the country, else the id", () => {
    const from = [
      { id: "fra", country: "DE" },
      { id: "iad", country: "US" },
      { id: "attic", country: null },
    ];
    const works: Evidence = { kind: "works-for-others", site: "shop.example", from, ms: 312 };
    expect(sentence(works)).toBe("shop.example answers from Frankfurt, Ashburn, VA, and attic (0.3 seconds).");
    expect(sentence({ ...works, from: from.slice(0, 1), ms: null }, arabic)).toBe("يردّ shop.example من فرانكفورت.");
  });

  test("says how it fails elsewhere, and never that what answered with an error is silent", () => {
    const fails: Evidence = {
      ...{ kind: "fails-for-others", site: "shop.example", from: [{ id: "fra", country: "DE" }] },
      ...{ failure: "tcp.refused", status: null },
    };
    expect(sentence(fails)).toBe("No answer from shop.example at Frankfurt either: it refused the connection.");
    expect(sentence({ ...fails, failure: "http.error", status: 503 })).toBe("shop.example fails from Frankfurt too: it answered HTTP 503.");
  });

  test("says from where and when the feed measured", () => {
    const [fra, ord] = [
      { id: "fra", country: "DE" },
      { id: "ord", country: "US" },
    ];
    const at = new Date(NOW - 40_000).toISOString();
    const measured: Evidence = { kind: "measured", about: "netflix", site: "Netflix", answered: [fra, ord], failed: [], at };
    expect(sentence(measured)).toBe("Netflix answered from Frankfurt and Chicago 40 seconds ago.");
    expect(sentence({ ...measured, about: "aws/us-east-1", site: null, answered: [], failed: [fra] })).toBe(
      "AWS US East (N. Virginia) failed from Frankfurt 40 seconds ago.",
    );
    expect(sentence({ ...measured, answered: [ord], failed: [fra] })).toBe(
      "Netflix failed from Frankfurt 40 seconds ago, and answered from Chicago.",
    );
  });

  test("says to which countries an incident is confined", () => {
    const [incident] = SITUATIONS["provider-regional"]?.verdict.evidence ?? [];
    expect(incident && sentence(incident)).toMatch(/It is confined to Germany and France\.$/);
  });

  test("gives times in seconds with their decimal place, and counts them as the language does", () => {
    const slower: Evidence = { kind: "slower", site: "a.example", seconds: 1, usually: 0.4 };
    expect(sentence(slower)).toBe("a.example takes 1 second to answer, usually 0.4 seconds.");
    expect(sentence({ ...slower, seconds: 2 }, arabic)).toBe("يستغرق a.example ثانيتين ليردّ، وعادةً 0.4 ثانية.");
  });

  test("gives the date with the time of day when it is not today", () => {
    const since = new Date(NOW - 40 * 3_600_000).toISOString();
    expect(sentence({ kind: "official-silent", provider: "aws", checked: since })).toContain("Dec 5");
  });
});

test("no reason has a sentence that the diagnosis never gives", () => {
  const diagnosis = join(PROJECT, "utils/core/diagnosis");
  const files = readdirSync(diagnosis, { recursive: true, encoding: "utf8" }).filter(
    (file) => /\.ts$/.test(file) && file !== "evidence.ts",
  );
  const code = files.map((file) => readFileSync(join(diagnosis, file), "utf8"));
  const kinds = [...readFileSync(join(diagnosis, "evidence.ts"), "utf8").matchAll(/kind: "([a-z-]+)"/g)].map(([, kind]) => kind);
  expect(kinds.length).toBeGreaterThan(20);
  expect(kinds.filter((kind) => !code.some((text) => text.includes(`kind: "${kind}"`)))).toEqual([]);
});
