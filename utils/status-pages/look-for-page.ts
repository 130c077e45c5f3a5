import { browser } from "#imports";
import { currentAccess } from "../browser/permissions.ts";
import { parseAddress } from "../core/net/address.ts";
import { isPrivateHost } from "../core/net/site-name.ts";
import { askedNames } from "../core/status-pages/page-names.ts";
import { ASK_SPACING, askedAt } from "../feed/direct-answers.ts";
import { foundPage, rememberPage } from "../feed/found-pages.ts";
import { send } from "../messages/messaging.ts";
import { loadPublicSuffixes } from "../replacements/public-suffix.ts";
import { type FoundPayload, findPage } from "./find-page.ts";
import { openIncidents, readStatus } from "./read-status.ts";

/**
 * What came of looking for a status page. `trouble`: it has an open incident. `nothing`: it was read and has none, which does not prove that
 * all is well. `unreadable`: it has words that are not known. `none`: no name has a page that is believed to be the site's.
 */
export type LookOutcome = { result: "trouble" | "nothing" | "unreadable"; host: string } | { result: "none" | "too-soon" | "not-allowed" };

/**
 * Looks for the status page of a site, reads it, and remembers where it was found. Only ever at a person's press, which has given access to
 * the names, and then once a minute while the popup is open.
 * @param site the registrable domain
 */
export async function lookForPage(site: string): Promise<LookOutcome> {
  if (isPrivateHost(site) || parseAddress(site) !== null) return { result: "none" };
  if (Math.abs(Date.now() - (await askedAt(site))) < ASK_SPACING) return { result: "too-soon" };
  await loadPublicSuffixes();
  const known = await foundPage(site);
  const found = await findPage(site, known);
  if (found?.url !== known) await rememberPage(site, found?.url ?? null);
  const host = found === null ? null : new URL(found.url).hostname;
  await giveBackAccess(site, host);
  if (found === null || host === null) {
    // Kept like an answer that could not be read, so that the names are asked once a minute at most.
    await send("takeDirectAnswer", { about: site, ok: false, incidents: [] });
    return { result: "none" };
  }
  return { result: await take(site, found), host };
}

/** Reads the page and hands what it says to the diagnosis. */
async function take(site: string, { format, url, bytes }: FoundPayload): Promise<"trouble" | "nothing" | "unreadable"> {
  const source = { ...{ id: site, format, url, provider: site, site, page: new URL(url).origin }, every: ASK_SPACING };
  const reading = readStatus(source, bytes, Date.now());
  // Nobody has checked whose page it is, so it gives no advice and speaks of no other site.
  const incidents = openIncidents([reading]).map((incident) => ({ ...incident, site, affects: [], advice: [] }));
  const ok = reading.parsed && (incidents.length > 0 || reading.unknown.length === 0);
  await send("takeDirectAnswer", { about: site, ok, incidents });
  if (incidents.some(({ severity }) => severity !== "maintenance")) return "trouble";
  return ok ? "nothing" : "unreadable";
}

/** Takes back the access to the names that had nothing: what was asked for is kept for the page that was found alone. */
async function giveBackAccess(site: string, found: string | null): Promise<void> {
  if ((await currentAccess()) === "full") return;
  const origins = askedNames(site).flatMap((host) => (host === found ? [] : [`https://${host}/*`]));
  await browser.permissions.remove({ origins }).catch(() => false);
}
