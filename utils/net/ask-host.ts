import { browser } from "#imports";
import { SECOND } from "../core/time.ts";
import { fetchWithoutTrace } from "./fetch-without-trace.ts";
import { readCapped } from "./read-capped.ts";

/** What a host answered. `nothing`: there is no such host, or it did not answer in time. `other`: an error page, or more than the limit. */
export type HostAnswer =
  | { kind: "document"; bytes: Uint8Array<ArrayBuffer> }
  | { kind: "moved"; to: string }
  | { kind: "other" }
  | { kind: "nothing" };

/** The browser tells of the answer's headers within this time of the answer itself: Firefox 153 took 60 ms (2026-12-01). */
const HEADERS_LATE = 2 * SECOND;

/**
 * Asks an address and follows nothing. `fetch` hides where a redirect leads, but the extension may watch its own request, in both browsers
 * (Chromium 156 and Firefox 153, 2026-12-01), where it has permission for the host. Without it the request is not made: Firefox would send the
 * installation's number with it.
 * @param limit bytes
 */
export async function askHost(url: string, limit: number, signal: AbortSignal): Promise<HostAnswer> {
  const everything = `${new URL(url).origin}/*`;
  if (!(await browser.permissions.contains({ origins: [everything] }))) return { kind: "nothing" };
  const { promise: location, resolve } = Promise.withResolvers<string | null>();
  const listener: Parameters<typeof browser.webRequest.onHeadersReceived.addListener>[0] = (details) => {
    if (details.url !== url) return;
    resolve(details.responseHeaders?.find(({ name }) => name.toLowerCase() === "location")?.value ?? null);
  };
  browser.webRequest.onHeadersReceived.addListener(listener, { urls: [everything] }, ["responseHeaders"]);
  try {
    const reply = await fetchWithoutTrace("pageName", url, { signal });
    if (reply.type === "opaqueredirect") {
      setTimeout(resolve, HEADERS_LATE, null);
      const to = await location;
      return to === null ? { kind: "other" } : { kind: "moved", to };
    }
    const bytes = reply.ok ? await readCapped(reply, limit) : null;
    return bytes === null ? { kind: "other" } : { kind: "document", bytes };
  } catch {
    return { kind: "nothing" };
  } finally {
    browser.webRequest.onHeadersReceived.removeListener(listener);
  }
}
