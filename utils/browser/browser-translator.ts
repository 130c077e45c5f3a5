import { browser } from "#imports";
import { createTranslator, type Translator } from "../core/view/translator.ts";
import type { MessageKey } from "./message-key.ts";

/**
 * Words in the browser's language, or in English where `locales/` has no file for it.
 * @param place `page`: names stand in isolates, which markup turns into `bdi`; `plain`: in tooltips and notifications only
 *   languages from right to left need them, and nobody else should find invisible characters there
 */
export function browserTranslator(place: "page" | "plain" = "page"): Translator<MessageKey> {
  // The names of messages in a built extension have no dots.
  const lookup = (key: string) => browser.i18n.getMessage(key.replaceAll(".", "_") as never) || undefined;
  return createTranslator<MessageKey>({
    lookup,
    uiLocale: browser.i18n.getUILanguage(),
    isolate: place === "page" || lookup("direction") === "rtl",
  });
}
