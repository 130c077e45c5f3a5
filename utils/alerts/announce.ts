import type { MessageKey } from "../browser/message-key.ts";
import { pageAddress } from "../browser/own-files.ts";
import { type AlertStep, alertSubject } from "../core/alerts/outage-alert.ts";
import type { Return, Watch } from "../core/alerts/watch.ts";
import { headline } from "../core/view/headline.ts";
import { meaning } from "../core/view/meaning.ts";
import type { Translator } from "../core/view/translator.ts";
import { notify } from "./notifications.ts";

/** Shows one notification when a wide outage begins and one when it is over; the second replaces the first. */
export async function announceOutage(step: AlertStep, words: Translator<MessageKey>): Promise<void> {
  const dashboard = pageAddress("dashboard");
  if (step.what === "began") {
    const subtitle = meaning(step.verdict);
    const { key, values } = headline(step.verdict, null);
    await notify(dashboard, words.text(key, values), subtitle === null ? "" : words.text(subtitle.key, subtitle.values));
    return;
  }
  const { place, isRoute } = alertSubject(step.about);
  const title = place === null ? words.text("alert.networkOver") : words.text(isRoute ? "alert.routeOver" : "alert.placeOver", { place });
  await notify(dashboard, title, words.text("alert.over"));
}

const RETURNS: { [how in Return]: MessageKey } = { here: "watch.here", check: "watch.checked", feed: "watch.feed" };

/** Shows that a site or a provider is back, and how that is known. A click opens the site, or for a provider the dashboard. */
export async function announceReturn({ host, name }: Watch, how: Return, words: Translator<MessageKey>): Promise<void> {
  const address = host === null ? pageAddress("dashboard") : `https://${host}/`;
  await notify(address, words.text("watch.title", { site: name }), words.text(RETURNS[how]));
}
