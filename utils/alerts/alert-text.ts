import type { MessageKey } from "../browser/message-key.ts";
import { type AlertStep, alertPlace } from "../core/alerts/outage-alert.ts";
import { meaning } from "../core/view/advice.ts";
import { headline } from "../core/view/headline.ts";
import type { Translator } from "../core/view/translator.ts";
import { notify } from "./notifications.ts";

/** One notification when something wide begins and one when it is over; the second takes the place of the first. */
export async function alertText(telling: AlertStep, words: Translator<MessageKey>, opens: string): Promise<void> {
  if (telling.what === "began") {
    const subtitle = meaning(telling.verdict);
    const { key, values } = headline(telling.verdict, null);
    await notify(opens, words.text(key, values), subtitle === null ? "" : words.text(subtitle.key, subtitle.values));
    return;
  }
  const place = alertPlace(telling.about);
  await notify(
    opens,
    place === null ? words.text("alert.networkOver") : words.text("alert.placeOver", { place }),
    words.text("alert.over"),
  );
}
