import { browser } from "#imports";
import { SECOND } from "../core/time.ts";
import { fetchWithoutTrace } from "./fetch-without-trace.ts";
import { readCapped } from "./read-capped.ts";

/** What a host answered: a document, where it moved to, or null for an error page and for a document that is too large. */
export type HostAnswer = { bytes: Uint8Array<ArrayBuffer> } | { to: string } | null;

/** The browser tells of the answer's headers within this time of the answer itself: Firefox 153 took 60 ms (2026-12-01). */
const HEADERS_LATE = 2 * SECOND;

/**
 * Asks an address and follows nothing. `fetch` hides where a redirect leads, but the extension may watch its own request, in both browsers
 * (Chromium 156 and Firefox 153, 2026-12-01), where it has permission for the host. Without it nothing is asked: Firefox would send the
 * installation's number.
 * @param limit bytes
 * @throws where nothing answers, or nothing may be asked
 */
export async function askHost(url: string, limit: number, signal: AbortSignal): Promise<HostAnswer> {
  const { permissions, webRequest } = browser;
  const origins = [`${new URL(url).origin}/*`];
  if (!(await permissions.contains({ origins }))) throw new Error(`no permission for ${origins}`);
  const location = Promise.withResolvers<string | undefined>();
  const listener: Parameters<typeof webRequest.onHeadersReceived.addListener>[0] = (details) => {
    if (details.url === url) location.resolve(details.responseHeaders?.find(({ name }) => name.toLowerCase() === "location")?.value);
  };
  webRequest.onHeadersReceived.addListener(listener, { urls: origins }, ["responseHeaders"]);
  try {
    const reply = await fetchWithoutTrace("pageName", url, { signal });
    if (reply.type === "opaqueredirect") {
      setTimeout(location.resolve, HEADERS_LATE);
      const to = await location.promise;
      return to === undefined ? null : { to };
    }
    const bytes = reply.ok ? await readCapped(reply, limit) : null;
    return bytes && { bytes };
  } finally {
    webRequest.onHeadersReceived.removeListener(listener);
  }
}
