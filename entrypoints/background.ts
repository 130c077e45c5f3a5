import { browser, defineBackground } from "#imports";
import { startBackground } from "../utils/background/background.ts";
import { pageAddress } from "../utils/browser/own-files.ts";

export default defineBackground({
  type: "module",
  main() {
    browser.runtime.onInstalled.addListener(({ reason }) => {
      if (reason === "install") void browser.tabs.create({ url: pageAddress("welcome") });
    });
    startBackground();
  },
});
