import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { placeMessages } from "../../utils/core/providers/known-places.ts";

type Messages = { [key: string]: { message: string } };

/**
 * Finishes the built files of messages: adds the English names of providers and regions, on which every language falls back, and writes
 * them without spaces, which would be 2 % of a language in the zip.
 * @param folder `_locales` of a build
 */
export function finishMessages(folder: string): void {
  for (const language of readdirSync(folder)) {
    const file = join(folder, language, "messages.json");
    const messages = JSON.parse(readFileSync(file, "utf8")) as Messages;
    if (language === "en") for (const [key, message] of placeMessages()) messages[key.replaceAll(".", "_")] = { message };
    writeFileSync(file, JSON.stringify(messages));
  }
}
