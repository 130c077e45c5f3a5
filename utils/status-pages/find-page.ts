import type { Reading } from "../core/status-pages/parsing/adapter.ts";
import { PAYLOAD_PATHS, recognise } from "../core/status-pages/recognise.ts";
import { allowedMove } from "../core/status-pages/recognise-move.ts";
import { isPageOf } from "../core/status-pages/recognise-owner.ts";
import { SECOND } from "../core/time.ts";
import { askHost } from "../net/ask-host.ts";

/** What a page says that was found, and the address of its payload. */
export type FoundPage = { url: string; reading: Reading };

/** Bytes. The longest known payload has 0.4 MB (November 2026). */
const LARGEST = 1024 * 1024;
/** `NAMEstatus.com` leads to `www`, and that perhaps to a platform. Judged. */
const MAX_MOVES = 2;
/** For all names together. Judged: nobody waits longer before an open popup. */
const LONGEST = 25 * SECOND;

/** What is looked for: the site, by its registrable domain, and the names that the person agreed to, the likeliest first. */
export type Search = { site: string; names: readonly string[] };

/**
 * Looks for the status page of a site: under the first name at first, which is its own, and elsewhere only where nothing is there.
 * @param known where it was found before; nothing else is asked where it still answers
 * @returns null where no name has a page that is believed to be the site's
 */
export async function findPage(search: Search, known: string | null): Promise<FoundPage | null> {
  const signal = AbortSignal.timeout(LONGEST);
  const [own = [], ...others] = search.names.map((host) => PAYLOAD_PATHS.map((path) => `https://${host}${path}`));
  const first = await firstOf(known === null ? own : [known, ...own], search, signal);
  if (first !== null) return first;
  const found = await Promise.all(others.map((addresses) => firstOf(addresses, search, signal)));
  return found.find((page) => page !== null) ?? null;
}

/** The first page among the addresses of one host. The others are not asked where nothing answers there, or somebody else. */
async function firstOf(addresses: readonly string[], search: Search, signal: AbortSignal): Promise<FoundPage | null> {
  for (const address of addresses) {
    const found = await ask(address, search, signal).catch(() => null);
    if (found !== "no page") return found;
  }
  return null;
}

/** Asks one address. `no page`: something else answers, such as a parked domain. Null: it is another owner's. @throws where nothing answers */
async function ask(address: string, { site, names }: Search, signal: AbortSignal): Promise<FoundPage | null | "no page"> {
  let url: string | null = address;
  for (let moves = 0; url !== null && moves <= MAX_MOVES; moves++) {
    const answer = await askHost(url, LARGEST, signal);
    if (answer === null) return "no page";
    if ("to" in answer) {
      url = allowedMove(answer.to, url, site, names);
      continue;
    }
    const source = { id: site, provider: site, site, page: new URL(url).origin, url, now: Date.now() };
    const recognised = recognise(answer.bytes, source);
    if (recognised === null) return "no page";
    if (!isPageOf(recognised.page, url, site)) return null;
    const { reading } = recognised;
    // Nobody has checked whose page it is, so it gives no advice and speaks of no other site.
    return {
      url,
      reading: { ...reading, incidents: reading.incidents.map((incident) => ({ ...incident, site, affects: [], advice: [] })) },
    };
  }
  return null;
}
