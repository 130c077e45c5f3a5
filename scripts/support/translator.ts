import { readdirSync, readFileSync } from "node:fs";
import { parseMessagesText } from "@wxt-dev/i18n/build";
import { placeMessages } from "../../utils/core/providers/known-places.ts";
import { createTranslator, type Translator } from "../../utils/core/view/translator.ts";

/** The languages that `locales/` has a file for, English first: every other language falls back on it. */
export function languages(): string[] {
  const found = readdirSync(new URL("../../locales/", import.meta.url)).map((file) => file.replace(/\.yml$/, ""));
  return ["en", ...found.filter((language) => language !== "en").sort()];
}

/** The messages of one language's file: flat keys, `evidence.othersWork.few`. */
export function loadMessages(language: string): Map<string, string> {
  const text = readFileSync(new URL(`../../locales/${language}.yml`, import.meta.url), "utf8");
  const messages = new Map<string, string>();
  for (const message of parseMessagesText(text, "YAML")) {
    if (message.type === "simple" && !message.key[0]?.startsWith("@@")) messages.set(message.key.join("."), message.message);
  }
  return messages;
}

/** What the browser would find: the messages of a language, and the names of places that it has none of its own for. */
export function findableMessages(language: string): Map<string, string> {
  return new Map([...placeMessages(), ...loadMessages(language)]);
}

/** Words for the command line and the tests, from the same files as the extension's. Plain text: without Unicode isolates. */
export function loadTranslator(language: string, options: { timeZone?: string; isolate?: boolean } = {}): Translator {
  const messages = findableMessages(language);
  return createTranslator({ lookup: (key) => messages.get(key), uiLocale: language, isolate: false, ...options });
}
