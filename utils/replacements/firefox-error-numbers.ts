import type { FirefoxErrorName } from "../core/net/firefox-error-numbers.ts";

/** Chromium reports no errors by Firefox's numbers, so its build does without their names. */
export function nameFirefoxError(_text: string): FirefoxErrorName | null {
  return null;
}
