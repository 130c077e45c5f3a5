import { gist } from "./core/advice.ts";
import { alertPlace, type Telling } from "./core/alerts.ts";
import { headline } from "./core/sentences.ts";
import type { Translator } from "./core/translator.ts";
import type { MessageKey } from "./message-key.ts";
import { notify } from "./notifications.ts";

/** One notification when something wide begins and one when it is over; the second takes the place of the first. */
export async function notifyOf(telling: Telling, words: Translator<MessageKey>, opens: string): Promise<void> {
  if (telling.what === "began") {
    const meaning = gist(telling.verdict);
    const { key, values } = headline(telling.verdict, null);
    await notify(opens, words.text(key, values), meaning === null ? "" : words.text(meaning.key, meaning.values));
    return;
  }
  const place = alertPlace(telling.about);
  await notify(
    opens,
    place === null ? words.text("alert.networkOver") : words.text("alert.placeOver", { place }),
    words.text("alert.over"),
  );
}
