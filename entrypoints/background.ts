import { browser, defineBackground } from "#imports";
import { startBackground } from "../utils/background/background.ts";

export default defineBackground({
  type: "module",
  main() {
    browser.runtime.onInstalled.addListener(({ reason }) => {
      if (reason === "install") void browser.tabs.create({ url: browser.runtime.getURL("/welcome.html" as never) });
    });
    startBackground();
  },
});
