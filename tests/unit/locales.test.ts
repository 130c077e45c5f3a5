import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { languages, loadMessages } from "../../scripts/support/translator.ts";
import { knownPlaces } from "../../utils/core/providers/known-places.ts";
import { REGION_NAMES } from "../../utils/core/providers/region-table.ts";

const PROJECT = fileURLToPath(new URL("../..", import.meta.url));
const FORMS = new Set(["zero", "one", "two", "few", "many", "other"]);
/** Keys that the code builds from a closed list, so that no literal of them stands in it: `span.${unit}`, `badge.${scope}`. */
const BUILT_KEYS = new Set([
  ...["seconds", "minutes", "hours", "days"].map((unit) => `span.${unit}`),
  ...["local", "network", "site", "provider", "unclear"].map((scope) => `badge.${scope}`),
]);

/** The English names of providers and regions are in the code; other languages have theirs in their file. */
const OWN_NAMES = /^(region|provider)\./;

type Group = { forms: Set<string>; placeholders: Set<string> };

/** Messages by key, the forms of a plural taken together. */
function messageGroups(language: string): Map<string, Group> {
  const groups = new Map<string, Group>();
  for (const [key, text] of loadMessages(language)) {
    if (OWN_NAMES.test(key)) continue;
    const last = key.slice(key.lastIndexOf(".") + 1);
    const plural = FORMS.has(last);
    const name = plural ? key.slice(0, key.lastIndexOf(".")) : key;
    const group = groups.get(name) ?? { forms: new Set(), placeholders: new Set() };
    if (plural) group.forms.add(last);
    for (const [, placeholder] of text.matchAll(/\{(\w+)\}/g)) if (placeholder !== undefined) group.placeholders.add(placeholder);
    groups.set(name, group);
  }
  return groups;
}

function sources(folder: string): string[] {
  return readdirSync(join(PROJECT, folder), { recursive: true, encoding: "utf8" })
    .filter((name) => /\.(ts|tsx)$/.test(name))
    .map((name) => readFileSync(join(PROJECT, folder, name), "utf8"));
}

const english = messageGroups("en");

describe.each(languages())("locales/%s.yml", (language) => {
  const groups = messageGroups(language);

  test("has every message of English and no other", () => {
    expect([...groups.keys()].sort()).toEqual([...english.keys()].sort());
  });

  test("says which language it is and which way that is written", () => {
    const messages = loadMessages(language);
    expect(messages.get("language")).toBe(language);
    expect(["ltr", "rtl"]).toContain(messages.get("direction"));
  });

  test("is of a language that the platform counts, lists and dates in", () => {
    expect(Intl.PluralRules.supportedLocalesOf(language)).toEqual([language]);
    expect(Intl.ListFormat.supportedLocalesOf(language)).toEqual([language]);
    expect(Intl.DateTimeFormat.supportedLocalesOf(language)).toEqual([language]);
    expect(Intl.RelativeTimeFormat.supportedLocalesOf(language)).toEqual([language]);
  });

  test("has a listing for the stores beside it", () => {
    const listing = `assets/store/listing.${language}.md`;
    expect(existsSync(join(PROJECT, listing)), listing).toBe(true);
  });

  test("has every plural form its language needs, and no form it never uses", () => {
    const needed = new Intl.PluralRules(language).resolvedOptions().pluralCategories.toSorted();
    const counted = [...groups].filter(([, { forms }]) => forms.size > 0);
    expect(counted.map(([key, { forms }]) => [key, [...forms].sort()])).toEqual(counted.map(([key]) => [key, needed]));
  });

  test("counts the same messages as English", () => {
    const counted = (of: Map<string, Group>) => [...of].filter(([, { forms }]) => forms.size > 0).map(([key]) => key);
    expect(counted(groups).sort()).toEqual(counted(english).sort());
  });

  test("puts the same values into each message as English", () => {
    for (const [key, { placeholders }] of groups) {
      const wanted = [...(english.get(key)?.placeholders ?? [])].filter((name) => name !== "count").sort();
      expect([key, [...placeholders].filter((name) => name !== "count").sort()]).toEqual([key, wanted]);
    }
  });

  test("names every region, where it names any, and none that is not known", () => {
    const named = [...loadMessages(language).keys()].filter((key) => key.startsWith("region.")).sort();
    const known = Object.entries(REGION_NAMES).flatMap(([provider, lines]) =>
      lines
        .trim()
        .split("\n")
        .map((line) => `region.${provider}.${line.split("|")[0]}`.replaceAll("-", "_")),
    );
    if (language === "en") expect(named).toEqual([]);
    else if (named.length > 0) expect(named).toEqual(known.sort());
  });

  test("names no provider that is not known", () => {
    const known = new Set(knownPlaces().map(({ provider }) => `provider.${provider}`.replaceAll("-", "_")));
    const named = [...loadMessages(language).keys()].filter((key) => key.startsWith("provider."));
    expect(named.filter((key) => !known.has(key))).toEqual([]);
  });

  test("keeps every badge within four characters", () => {
    for (const [key, text] of loadMessages(language)) if (key.startsWith("badge.")) expect([...text].length).toBeLessThanOrEqual(4);
  });
});

test("has no message that nothing uses", () => {
  const code = ["components", "entrypoints", "utils"].flatMap(sources).join("\n") + readFileSync(join(PROJECT, "wxt.config.ts"), "utf8");
  const unused = [...english.keys()].filter(
    (key) => !BUILT_KEYS.has(key) && !code.includes(`"${key}"`) && !code.includes(`__MSG_${key}__`),
  );
  expect(unused).toEqual([]);
});

test("no code names a language other than English, so another language is data alone", () => {
  const others = languages().filter((language) => language !== "en");
  const code = ["components", "entrypoints", "utils", "server", "scripts"].flatMap(sources);
  for (const language of others) expect(code.filter((text) => text.includes(`"${language}"`))).toEqual([]);
});

test("leaves no message in English where another language should stand", () => {
  // One word may rightly be the same in two languages ("Maintenance", "Europe"); a sentence is not.
  const isSentence = (text: string) => (text.replace(/\{\w+\}/g, "").match(/[a-z]{3,}/gi)?.length ?? 0) > 1;
  for (const language of languages().filter((one) => one !== "en")) {
    const translated = loadMessages(language);
    const same = [...loadMessages("en")].filter(([key, text]) => text === translated.get(key) && isSentence(text));
    expect(same.map(([key]) => key)).toEqual([]);
  }
});

test("has no words in the markup that no language file knows", () => {
  const markup = /<([a-z]\w*)[^<>{}]*>([^<>{}]*[A-Za-z]{2}[^<>{}]*)<\/\1>/g;
  const labels = /\b(?:title|alt|placeholder|aria-label)="[^"]*[A-Za-z]{2}/g;
  const found = ["components", "entrypoints"].flatMap(sources).flatMap((text) => [...text.matchAll(markup), ...text.matchAll(labels)]);
  expect(found.map(([words]) => words)).toEqual([]);
});
