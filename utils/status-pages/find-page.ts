import { pageNames } from "../core/status-pages/page-names.ts";
import { feedsOf, PAYLOAD_PATHS, type Recognised, recognise } from "../core/status-pages/recognise.ts";
import { allowedMove } from "../core/status-pages/recognise-move.ts";
import { isPageOf } from "../core/status-pages/recognise-owner.ts";
import { SECOND } from "../core/time.ts";
import { askHost } from "../net/ask-host.ts";

/** A payload that was found, the address that it came from, and its format. */
export type FoundPayload = Pick<Recognised, "format"> & { url: string; bytes: Uint8Array<ArrayBuffer> };

/** Bytes. The longest known payload has 0.4 MB (November 2026). */
const LARGEST = 1024 * 1024;
/** `NAMEstatus.com` leads to `www`, and that perhaps to a platform. Judged. */
const MAX_MOVES = 2;
/** For all names together. Judged: nobody waits longer before an open popup. */
const LONGEST = 25 * SECOND;

/** `gone`: nothing answers, or it leads to another owner. `other`: something else answers. */
type Answer = { url: string; bytes: Uint8Array<ArrayBuffer> } | "gone" | "other";

/**
 * Looks for the status page of a site under the usual names: at the site's own domain first, and elsewhere only where nothing is there.
 * @param known where it was found before; it is asked first, and nothing else where it still answers
 * @returns null where no name has a page that is believed to be the site's
 */
export async function findPage(site: string, known: string | null): Promise<FoundPayload | null> {
  const signal = AbortSignal.timeout(LONGEST);
  if (known !== null) {
    const answer = await ask(known, site, signal);
    const found = typeof answer === "string" ? null : payloadOf(answer, site);
    if (found !== null && found !== "another") return found;
  }
  const [own, ...others] = pageNames(site).map((host) => () => askName(host, site, signal));
  const first = (await own?.()) ?? null;
  if (first !== null) return first;
  const rest = await Promise.all(others.map((askOther) => askOther()));
  return rest.find((found) => found !== null) ?? null;
}

async function askName(host: string, site: string, signal: AbortSignal): Promise<FoundPayload | null> {
  for (const path of PAYLOAD_PATHS) {
    const answer = await ask(`https://${host}${path}`, site, signal);
    if (answer === "gone") return null;
    if (answer === "other") continue;
    const found = payloadOf(answer, site);
    if (found === "another") return null;
    if (found !== null) return found;
    if (path === "/") return await askFeeds(answer, site, signal);
  }
  return null;
}

async function askFeeds({ url, bytes }: FoundBytes, site: string, signal: AbortSignal): Promise<FoundPayload | null> {
  for (const feed of feedsOf(bytes, url)) {
    const answer = await ask(feed, site, signal);
    const found = typeof answer === "string" ? null : payloadOf(answer, site);
    if (found !== null && found !== "another") return found;
  }
  return null;
}

type FoundBytes = { url: string; bytes: Uint8Array<ArrayBuffer> };

/** The payload in an answer; `another` where it is somebody else's; null for anything else, a parked domain's page among it. */
function payloadOf({ url, bytes }: FoundBytes, site: string): FoundPayload | "another" | null {
  const recognised = recognise(bytes);
  if (recognised === null) return null;
  return isPageOf(recognised.page, url, site) ? { url, bytes, format: recognised.format } : "another";
}

async function ask(address: string, site: string, signal: AbortSignal): Promise<Answer> {
  let url = address;
  for (let moves = 0; moves <= MAX_MOVES; moves++) {
    const answer = await askHost(url, LARGEST, signal);
    if (answer.kind === "document") return { url, bytes: answer.bytes };
    if (answer.kind !== "moved") return answer.kind === "other" ? "other" : "gone";
    const next = allowedMove(answer.to, url, site);
    if (next === null) return "gone";
    url = next;
  }
  return "gone";
}
