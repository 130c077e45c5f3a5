import { setTimeout as wait } from "node:timers/promises";
import { waitUntil } from "../../../scripts/browsers/control.ts";
import { FINE } from "../loopback/stand-in.ts";
import type { BadgeWatch } from "./badge-watch.ts";
import { CAST, type Role } from "./cast.ts";
import type { Ledger } from "./ledger.ts";
import { RECOVERY, type Tell, type Turn } from "./narration.ts";
import type { Stage } from "./stage.ts";

/** A 503 of one small site is that site's and nobody else's. */
export async function playBakery(stage: Stage, badges: BadgeWatch, ledger: Ledger, turn: Turn, tell: Tell): Promise<void> {
  const bakery = CAST.at(-1) as Role;
  const { page } = stage.tabOf(bakery.name);
  tell("another day: the bakery's own server answers 503");
  stage.world.set(bakery.page, [503]);
  stage.world.set(bakery.api, [503]);
  for (let time = 0; time < 2; time++) {
    await stage.browser.visit(page, `https://${bakery.page}/`);
    await wait(6000);
  }
  const reading = await turn(bakery.name, "bakery");
  ledger.check(
    "a 503 of the small site alone was called its own",
    reading.scope === "site" && badges.now(bakery).text === "site",
    `${reading.scope} ${reading.subject}`,
  );
  stage.world.set(bakery.page, FINE);
  stage.world.set(bakery.api, FINE);
  for (const end = Date.now() + RECOVERY; badges.now(bakery).text !== "" && Date.now() < end; ) {
    await stage.browser.visit(page, `https://${bakery.page}/`);
    await wait(8000);
  }
  ledger.check("and clear again once it worked", badges.now(bakery).text === "", badges.now(bakery).text);
}

/** Everything that could answer goes away at once: every site, and the feed that is asked whether the connection works. */
export async function playUnplugged(stage: Stage, badges: BadgeWatch, ledger: Ledger, turn: Turn, tell: Tell): Promise<void> {
  tell("the cable is pulled out: nothing answers any more");
  await Promise.all([stage.world.close(), stage.closeFeed()]);
  for (const name of ["Netflix", "a small bakery", "Coinbase"]) {
    const { page, tabId } = stage.tabOf(name);
    await stage.browser.visit(page, `https://${stage.tabs.find((tab) => tab.tabId === tabId)?.role.page}/`);
    await wait(2000);
  }
  const netflix = CAST[0] as Role;
  await waitUntil(async () => badges.now(netflix).text === "you", 60_000).catch(() => null);
  const reading = await turn("Netflix", "unplugged");
  const online = await stage.browser.inExtension<boolean>("navigator.onLine");
  tell(`the browser itself says that it is ${online ? "online" : "offline"}`);
  ledger.check(
    "an unplugged network was called local",
    reading.scope === "local" && badges.now(netflix).text === "you",
    `${reading.scope} ${reading.cause}`,
  );
}
