import { browser } from "#imports";
import { createTranslator, type Translator } from "./core/translator.ts";
import type { MessageKey } from "./message-key.ts";

/** Words in the browser's language, or in English where `locales/` has no file for it. */
export function browserTranslator(): Translator<MessageKey> {
  // The names of messages in a built extension have no dots.
  const lookup = (key: string) => browser.i18n.getMessage(key.replaceAll(".", "_") as never) || undefined;
  return createTranslator<MessageKey>({ lookup, uiLocale: browser.i18n.getUILanguage() });
}
