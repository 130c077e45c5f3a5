/** `chrome` returns promises in every Chromium that we support, so its build does without the 10 kB that wrap it. Firefox keeps the package. */
export default (globalThis as unknown as { chrome: unknown }).chrome;
