import { CHROMIUM_ERRORS, FIREFOX_ERRORS } from "./error-table.ts";
import type { ErrorClass } from "./failure.ts";
import { nameFirefoxError } from "./firefox-error-numbers.ts";

export type BrowserFamily = "chromium" | "firefox";

/** What is not in the table may be anybody's fault. */
const UNKNOWN: ErrorClass = { kind: "ambiguous", failure: "unknown", evidence: "ambiguous" };
/** A TLS error whose name is not known: Firefox hands over translated sentences only. */
const UNNAMED_TLS: ErrorClass = { kind: "tls", failure: "tls.failed", evidence: "ambiguous" };

function indexByCode(rows: typeof CHROMIUM_ERRORS): Map<string, ErrorClass> {
  const index = new Map<string, ErrorClass>();
  for (const [kind, failure, evidence, codes] of rows) {
    for (const code of codes.split(/\s+/)) if (code !== "") index.set(code, { kind, failure, evidence });
  }
  return index;
}

const chromium = indexByCode(CHROMIUM_ERRORS);
const firefox = indexByCode(FIREFOX_ERRORS);

/**
 * Classifies the error string of a request or a navigation.
 * @param text `net::ERR_…`, `NS_ERROR_…`, `Error code N`, or a sentence in any language (Firefox, TLS).
 * @returns the class; for a string that nobody knows, `ambiguous`, never `ignore`.
 */
export function classifyError(browser: BrowserFamily, text: string): ErrorClass {
  if (browser === "chromium") return chromium.get(text.replace(/^net::ERR_/, "")) ?? UNKNOWN;
  const named = firefox.get(text);
  if (named !== undefined) return named;
  const number = nameFirefoxError(text);
  if (number !== null) {
    if ("name" in number) return firefox.get(number.name) ?? UNKNOWN;
    return number.module === "security" ? UNNAMED_TLS : UNKNOWN;
  }
  // Older releases put a number behind NS_ERROR_NET_UNKNOWN_; any other NS_ name is simply not in the table yet.
  if (/^[A-Z][A-Z0-9_]+$/.test(text)) return UNKNOWN;
  return UNNAMED_TLS;
}

/** True for an error that names neither its kind nor its side, so that a second report of the same load may know better. */
export function isVague(error: ErrorClass): boolean {
  return error.kind === "ambiguous" || error.failure === "tls.failed";
}

/**
 * Classifies an HTTP status.
 * @returns null for an answer that speaks for the site's health: below 500, and also 401, 403, 404 and 451, which are about
 * the person, the page or the law. 429 is an answer too ("not so fast"), kept apart because a storm of retries draws it.
 */
export function classifyStatus(status: number): ErrorClass | null {
  if (status === 407) return { kind: "proxy", failure: "http.error", evidence: "local" };
  if (status === 511) return { kind: "portal", failure: "http.error", evidence: "local" };
  if (status === 429) return { kind: "throttled", failure: "http.error", evidence: "ignore" };
  if (status >= 500 && status <= 599) return { kind: "http", failure: "http.error", evidence: "remote" };
  return null;
}
