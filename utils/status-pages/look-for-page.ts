import { browser } from "#imports";
import { currentAccess } from "../browser/permissions.ts";
import { parseAddress } from "../core/net/address.ts";
import { isPrivateHost } from "../core/net/site-name.ts";
import { withTwins } from "../core/status-pages/page-names.ts";
import { ASK_SPACING, askedAt } from "../feed/direct-answers.ts";
import { foundPage, rememberPage } from "../feed/found-pages.ts";
import { loadPublicSuffixes } from "../replacements/public-suffix.ts";
import { findPage, type Search } from "./find-page.ts";
import { type DirectOutcome, takeReadings } from "./take-readings.ts";

/** What came of looking for a status page, and the host that has it. `none`: no name has a page that is believed to be the site's. */
export type LookOutcome = { result: DirectOutcome | "none"; host: string | null };

/**
 * Looks for the status page of a site, reads it, and remembers where it was found. Only ever at a person's press, which has given access to
 * the names, and then once a minute while the popup is open.
 * @param search the usual names; where it was found before, the one that had it
 */
export async function lookForPage(search: Search): Promise<LookOutcome> {
  const { site, names } = search;
  await loadPublicSuffixes();
  const none: LookOutcome = { result: "none", host: null };
  if (isPrivateHost(site) || parseAddress(site) !== null) return none;
  if (Math.abs(Date.now() - (await askedAt(site))) < ASK_SPACING) return { result: "too-soon", host: null };
  const known = await foundPage(site);
  const found = await findPage(search, known);
  const url = found?.url ?? null;
  if (url !== known) await rememberPage(site, url);
  const host = url === null ? null : new URL(url).hostname;
  await giveBackAccess(names, host);
  // None is kept like a page that could not be read, so that the names are asked once a minute at most.
  const result = await takeReadings(site, [found?.reading ?? null]);
  return host === null ? none : { result, host };
}

/** Takes back the access to the names that had nothing: what was asked for is kept for the page that was found alone. */
async function giveBackAccess(names: readonly string[], found: string | null): Promise<void> {
  if ((await currentAccess()) === "full") return;
  const origins = withTwins(names).flatMap((host) => (host === found ? [] : `https://${host}/*`));
  await browser.permissions.remove({ origins }).catch(() => false);
}
