import { SECOND } from "../core/time.ts";

/** What a request of one purpose may do. `timeout` in milliseconds, the reading of the answer included; all are judged. */
type Rules = { timeout: number; redirect: RequestRedirect; method?: "HEAD" | "POST"; mode?: "no-cors" | "same-origin" };

/**
 * Every request that the extension makes, by its purpose. The linter refuses `fetch` anywhere else (biome.json), so this table lists
 * everything that can leave the browser. PRIVACY.md explains the same to people.
 */
const REQUESTS = {
  /** Downloads a whole outage feed from one of its mirrors. */
  feed: { timeout: 10 * SECOND, redirect: "error" },
  /** Downloads what the feed names by its hash from one of its mirrors: the table of address ranges, the catalogue, the list of what its vantages ask. */
  byHash: { timeout: 20 * SECOND, redirect: "error" },
  /**
   * Asks a mirror of the feed whether this device reaches it. Never followed: a redirect is the sign of a captive portal, and its target
   * may be any address inside the network. Only with permission for the mirror's host does the browser show a portal's answer, which has
   * no CORS header (tried on Chromium 156 and Firefox 153, 2026-11-30: without it a redirect, a page and a dead connection throw alike, and
   * `no-cors`, which would tell them apart, is refused at once unless it follows redirects).
   */
  reachability: { timeout: 5 * SECOND, redirect: "manual" },
  /**
   * Sends one report, with the person's consent, to the address that the signed feed names, and nowhere else: `redirect: "error"`.
   * What arrives, in both levels of access (2026-11-30, no referrer in either; the build has permission for the hosts of its own feed):
   *   Firefox 153, no-cors    `Origin: null`, `Sec-Fetch-Site: same-origin`, `Sec-Fetch-Mode: no-cors`. By CORS it would be
   *                           `Origin: moz-extension://UUID`, a number of this one installation. Without permission for the host,
   *                           `no-cors` with `redirect: "error"` is refused before anything leaves.
   *   Chromium 156, CORS      `Origin: chrome-extension://ID`, the same for everybody, `Sec-Fetch-Site: none`, `Sec-Fetch-Mode: cors`.
   *                           Without permission for the host it is `Sec-Fetch-Site: cross-site`, and the server has to answer with
   *                           `Access-Control-Allow-Origin: *`, else the report counts as not received.
   * In both the status of the answer can be read.
   */
  report: { timeout: 10 * SECOND, redirect: "error", method: "POST", ...(import.meta.env.FIREFOX ? { mode: "no-cors" } : {}) },
  /**
   * Asks the server of the feed about one host, at a person's click: its name and nothing else. The answer takes the server up to eleven
   * seconds. With permission for the host, Firefox 153 shows the answer to `same-origin` and sends `Origin: null`; by CORS it would send the
   * installation's number (2026-11-30). Without permission it is not asked there.
   */
  elsewhere: { timeout: 12 * SECOND, redirect: "error", method: "POST", ...(import.meta.env.FIREFOX ? { mode: "same-origin" } : {}) },
  /** Reads the public status page of a failing provider or site, at a person's click or by a setting that is off at first. */
  statusPage: { timeout: 15 * SECOND, redirect: "error" },
  /**
   * Asks one of the usual names of a failing site's status page, at a person's press, with permission for that host. Where it moved is read
   * and checked before anything is asked there (`ask-host.ts`).
   */
  pageName: { timeout: 10 * SECOND, redirect: "manual" },
  /** Asks the front page of a failing site, at a person's click, whether it answers. Many sites redirect theirs, to `www` for example. */
  site: { timeout: 15 * SECOND, redirect: "follow", method: "HEAD" },
} as const satisfies { [purpose: string]: Rules };

export type Purpose = keyof typeof REQUESTS;

/** What a caller adds to the rules of its purpose. `signal` stops the request. */
type Content = { headers?: { [name: string]: string }; body?: string; signal?: AbortSignal };

/**
 * The person's languages, which browsers send with every request, are told to nobody. The browser's name, its version and, in Chromium,
 * the client hints of its brand and platform cannot be changed by an extension: they are the same for all who use that browser.
 */
const NO_LANGUAGE = { "Accept-Language": "*" };

/**
 * Makes one request that reveals nothing about the person: without cookies, without a referrer, without the person's languages, and past
 * the cache, which would both answer from an earlier time and add conditional headers of its own.
 * @throws what `fetch` throws, also after the timeout
 */
export function fetchWithoutTrace(purpose: Purpose, url: string, content: Content = {}): Promise<Response> {
  const { timeout, ...rules }: Rules = REQUESTS[purpose];
  const { headers, signal, ...body } = content;
  const timedOut = AbortSignal.timeout(timeout);
  return fetch(url, {
    ...body,
    ...rules,
    headers: { ...NO_LANGUAGE, ...headers },
    cache: "no-store",
    credentials: "omit",
    referrerPolicy: "no-referrer",
    signal: signal === undefined ? timedOut : AbortSignal.any([timedOut, signal]),
  });
}
