import { browser } from "#imports";
import { unpackMessages } from "../core/view/packed-messages.ts";
import { createTranslator, type Translator } from "../core/view/translator.ts";
import type { MessageKey } from "./message-key.ts";

/**
 * Translates messages into the browser's language, or into English where `locales/` has no file for it.
 * @param place where the text is shown. `page`: names are put in isolates, which markup turns into `bdi`. `plain`, for tooltips and
 *   notifications: only languages written from right to left get the isolates, because they are invisible characters
 */
export function browserTranslator(place: "page" | "plain" = "page"): Translator<MessageKey> {
  // The names of messages in a built extension have no dots.
  const built = (key: string) => browser.i18n.getMessage(key.replaceAll(".", "_") as never) || "";
  const messages = unpackMessages({
    keys: built("packed.keys"),
    fallback: built("packed.fallback"),
    words: built("packed.words"),
    forms: built("packed.forms"),
  });
  // While the code is developed, messages that change are built anew one by one, and are not packed.
  const lookup = (key: string) => messages.get(key) ?? (built(key) || undefined);
  return createTranslator<MessageKey>({
    lookup,
    uiLocale: browser.i18n.getUILanguage(),
    isolate: place === "page" || lookup("direction") === "rtl",
  });
}
