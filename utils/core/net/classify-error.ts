import { CHROMIUM_ERRORS } from "./chromium-errors.ts";
import { type ErrorClass, type ErrorRow, type FaultKind, IGNORED_KINDS, type NelType } from "./failure.ts";
import { nameFirefoxError } from "./firefox-error-numbers.ts";
import { FIREFOX_ERRORS } from "./firefox-errors.ts";

export type BrowserFamily = "chromium" | "firefox";

/** A code that is not in the table: its cause is not known. */
const UNKNOWN = errorClass("ambiguous", "unknown");
/** A TLS error without a known name: Firefox passes translated sentences only. */
const UNNAMED_TLS = errorClass("tls", "tls.failed");

function errorClass(kind: FaultKind, failure: NelType): ErrorClass {
  return { kind, failure, evidence: IGNORED_KINDS.has(kind) ? "ignore" : "counts" };
}

function indexByCode(rows: readonly ErrorRow[]): Map<string, ErrorClass> {
  const index = new Map<string, ErrorClass>();
  for (const [kind, failure, codes] of rows) {
    const found = errorClass(kind, failure);
    for (const code of codes.split(/\s+/)) if (code !== "") index.set(code, found);
  }
  return index;
}

const chromium = indexByCode(CHROMIUM_ERRORS);
const firefox = indexByCode(FIREFOX_ERRORS);

/**
 * Classifies the error string of a request or a navigation.
 * @param text `net::ERR_…`, `NS_ERROR_…`, `Error code N`, or a sentence in any language (Firefox, TLS)
 * @returns the class; for an unknown string `ambiguous`, which counts as evidence
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
  // Older releases put a number behind NS_ERROR_NET_UNKNOWN_; any other NS_ name is missing from the table.
  if (/^[A-Z][A-Z0-9_]+$/.test(text)) return UNKNOWN;
  return UNNAMED_TLS;
}

/** Whether an error says nothing specific, so that a second event about the same load may classify it better. */
export function isVague({ kind, failure }: { kind: string; failure: NelType }): boolean {
  return kind === "ambiguous" || failure === "tls.failed";
}

/**
 * Classifies an HTTP status.
 * @returns null for a response that shows a healthy site: below 500, but for 402, with which hosting platforms answer for a site that
 *   they have switched off (seen at Vercel). Statuses that turn a person away are such responses too: see `isRefusal`
 */
export function classifyStatus(status: number): ErrorClass | null {
  if (status === 407) return errorClass("proxy", "http.error");
  if (status === 511) return errorClass("portal", "http.error");
  if (status === 402 || (status >= 500 && status <= 599)) return errorClass("http", "http.error");
  return null;
}

const REFUSALS: ReadonlySet<number> = new Set([403, 429, 451]);

/** True for a status by which a site that works turns this person away: forbidden, too many requests, unavailable for legal reasons. */
export function isRefusal(status: number): boolean {
  return REFUSALS.has(status);
}
