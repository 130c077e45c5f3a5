import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { groupsOf, packMessages } from "../../utils/core/view/packed-messages.ts";
import { findableMessages, loadMessages } from "../support/translator.ts";

type Built = { [key: string]: { message: string } };

/** Messages that the browser itself looks up: the manifest names the first two, and `utils/toolbar/badge.ts` the others. */
const LOOKED_UP = /^(extension|badge_)/;

/**
 * Packs the built files of messages, with the English names of providers and regions, on which every language falls back.
 * @param folder `_locales` of a build
 */
export function finishMessages(folder: string): void {
  const languages = readdirSync(folder);
  const english = findableMessages("en");
  const known = languages.map((language) => new Set(groupsOf(language === "en" ? english : loadMessages(language))));
  const isEverywhere = (key: string) => known.every((keys) => keys.has(key));
  for (const language of languages) {
    const file = join(folder, language, "messages.json");
    const built = JSON.parse(readFileSync(file, "utf8")) as Built;
    const packed = packMessages(language === "en" ? english : loadMessages(language), english, isEverywhere);
    const own = language === "en" ? Object.entries(packed) : Object.entries({ words: packed.words, forms: packed.forms });
    const messages = Object.fromEntries([
      ...Object.entries(built).filter(([key]) => LOOKED_UP.test(key)),
      // A browser takes a dollar for the beginning of a placeholder.
      ...own.map(([key, text]): [string, Built[string]] => [`packed_${key}`, { message: text.replaceAll("$", "$$$$") }]),
    ]);
    writeFileSync(file, JSON.stringify(messages));
  }
}
