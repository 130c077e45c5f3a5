import { SECOND } from "../core/time.ts";

/** What a request of one purpose may do. `timeout` in milliseconds, the reading of the answer included; all are judged. */
type Rules = { timeout: number; redirect: RequestRedirect; method?: "HEAD" | "POST"; mode?: "no-cors" };

/**
 * Every request that the extension makes, by its purpose. The linter refuses `fetch` anywhere else (biome.json), so this table lists
 * everything that can leave the browser. PRIVACY.md explains the same to people.
 */
const REQUESTS = {
  /** Downloads a whole outage feed from one of its mirrors. */
  feed: { timeout: 10 * SECOND, redirect: "error" },
  /** Downloads the table of address ranges, which the feed names by its hash, from one of the feed's mirrors. */
  addressTable: { timeout: 20 * SECOND, redirect: "error" },
  /** Asks a mirror of the feed whether this device reaches it. Not followed: a redirect is the sign of a captive portal. */
  reachability: { timeout: 5 * SECOND, redirect: "manual" },
  /**
   * Asks the same mirror over plain http, to find out whether something else answers in its place. Without `no-cors` a portal's page,
   * which has no CORS header, ends in the same exception as a dead connection. Its redirect has to be followed for that: browsers refuse
   * `manual` together with `no-cors` at once (tried on Chromium 156 and Firefox 153, 2026-11-23).
   */
  interception: { timeout: 5 * SECOND, redirect: "follow", mode: "no-cors" },
  /** Sends one report, with the person's consent, to a mirror of the feed. */
  report: { timeout: 10 * SECOND, redirect: "error", method: "POST" },
  /** Reads the public status page of a failing provider or site, at a person's click or by a setting that is off at first. */
  statusPage: { timeout: 15 * SECOND, redirect: "error" },
  /** Asks the front page of a failing site, at a person's click, whether it answers. Many sites redirect theirs, to `www` for example. */
  site: { timeout: 15 * SECOND, redirect: "follow", method: "HEAD" },
} as const satisfies { [purpose: string]: Rules };

export type Purpose = keyof typeof REQUESTS;

/** What a caller adds to the rules of its purpose. */
type Content = { headers?: { [name: string]: string }; body?: string };

/**
 * Makes one request that reveals nothing about the person: without cookies, without a referrer, and past the cache, which would both
 * answer from an earlier time and add conditional headers of its own.
 * @throws what `fetch` throws, also after the timeout
 */
export function fetchWithoutTrace(purpose: Purpose, url: string, content: Content = {}): Promise<Response> {
  const { timeout, ...rules }: Rules = REQUESTS[purpose];
  return fetch(url, {
    ...content,
    ...rules,
    cache: "no-store",
    credentials: "omit",
    referrerPolicy: "no-referrer",
    signal: AbortSignal.timeout(timeout),
  });
}
