import { browser } from "#imports";
import { logProblem } from "../browser/log-problem.ts";
import { pageAddress } from "../browser/own-files.ts";
import { searchServices } from "../providers/catalogue-search.ts";

/** Chromium parses a suggestion as XML, Firefox takes it as plain text. */
function escaped(text: string): string {
  return import.meta.env.FIREFOX ? text : text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}

/**
 * Opens the dashboard for `down netflix` in the address bar. Firefox for Android has no such keyword. Call it in the first turn.
 * @param prepare what a search waits for
 */
export function answerAddressBar(language: string, prepare: () => Promise<void>): void {
  const { omnibox } = browser;
  if (omnibox === undefined) return;
  omnibox.onInputChanged.addListener((query, suggest) => {
    const search = () =>
      suggest(
        searchServices(query, language).map(({ name, site }) => ({
          content: site,
          description: escaped(name === site ? site : `${name} (${site})`),
        })),
      );
    prepare().then(search).catch(logProblem("the address bar has no suggestions"));
  });
  omnibox.onInputEntered.addListener((query, where) => {
    const url = pageAddress("dashboard", query);
    // Enter uses the current tab, Alt or Ctrl with Enter opens another: as for any address that is typed there.
    const isCurrentTab = where === "currentTab";
    const opened = isCurrentTab ? browser.tabs.update({ url }) : browser.tabs.create({ url, active: where === "newForegroundTab" });
    opened.catch(logProblem("the dashboard cannot be opened"));
  });
}
