import { launchChromium } from "./chromium.ts";
import type { ExtensionBrowser, LaunchOptions } from "./extension-browser.ts";
import { launchFirefox } from "./firefox.ts";

/** Starts the browser in a fresh profile with the extension in it. */
export function launchBrowser(options: LaunchOptions): Promise<ExtensionBrowser> {
  return options.found.family === "firefox" ? launchFirefox(options) : launchChromium(options);
}
