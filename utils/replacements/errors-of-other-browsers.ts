import type { ErrorRow } from "../core/net/failure.ts";
import type { FirefoxErrorName } from "../core/net/firefox-error-numbers.ts";

/* The tables of browsers for which a build is not made: they are empty there. */

export const CHROMIUM_ERRORS: readonly ErrorRow[] = [];
export const FIREFOX_ERRORS: readonly ErrorRow[] = [];

export function nameFirefoxError(_text: string): FirefoxErrorName | null {
  return null;
}
