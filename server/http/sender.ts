import type { IncomingHttpHeaders } from "node:http";

/**
 * Whether a report may count by the headers that it came with: sent by an extension, or by a program that is no browser, and over https
 * where a proxy in front says how it came. Any page could otherwise make its visitors report (2026-11-30: forty reports from a page made
 * an incident).
 *
 * What browsers send with a POST of text to 127.0.0.1, tried in Chromium 156.0.8078.114 and Firefox 153.8.0 ESR on 2026-11-30;
 * `tests/e2e/pages-cannot-report.test.ts` tries it again:
 *
 * | sender | `Origin` | `Sec-Fetch-Site` |
 * | --- | --- | --- |
 * | extension, Chromium, whatever mode and referrer policy | `chrome-extension://…` | `none` with permission for the host, else `cross-site` |
 * | extension, Firefox, `no-cors` and `no-referrer`, with permission for the host | `null` | `same-origin` |
 * | the same without that permission | `null` | `cross-site`: no different from a page |
 * | page, worker, service worker, `blob:`; fetch, beacon, form | `http(s)://…`; `null` in Firefox with `no-referrer` | `cross-site` |
 * | sandboxed frame, `data:`, form of a page with `no-referrer`, redirect from another origin | `null` | `cross-site` |
 *
 * Browsers send `Sec-Fetch-Site` to https and to loopback only, and pages cannot change either header.
 * @param proxies number of the operator's own proxies in front, which alone are believed about https
 */
export function maySend(headers: IncomingHttpHeaders, proxies: number): boolean {
  if (proxies > 0 && cameOverPlainHttp(headers["x-forwarded-proto"], proxies)) return false;
  const { origin } = headers;
  if (origin !== undefined && origin !== "null") return /^(chrome|moz)-extension:\/\//.test(origin);
  const site = headers["sec-fetch-site"];
  if (site === undefined) return origin === undefined;
  return site === "none" || site === "same-origin";
}

/** Each proxy adds an entry or leaves the one that is there; that of the outermost counts, as for addresses. */
function cameOverPlainHttp(forwarded: string | string[] | undefined, proxies: number): boolean {
  if (forwarded === undefined) return false;
  const entries = String(forwarded).split(",");
  return (entries.at(-proxies) ?? entries[0])?.trim().toLowerCase() === "http";
}
