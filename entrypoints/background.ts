import { browser, defineBackground } from "#imports";
import { startBackground } from "../utils/background/background.ts";
import { logProblem } from "../utils/browser/log-problem.ts";
import { pageAddress } from "../utils/browser/own-files.ts";

export default defineBackground({
  type: "module",
  main() {
    browser.runtime.onInstalled.addListener(({ reason }) => {
      if (reason !== "install") return;
      browser.tabs.create({ url: pageAddress("welcome") }).catch(logProblem("the welcome page cannot be opened"));
    });
    startBackground();
  },
});
