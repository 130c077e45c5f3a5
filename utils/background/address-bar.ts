import { browser } from "#imports";
import { pageAddress } from "../browser/own-files.ts";
import { searchServices } from "../providers/catalogue-search.ts";

/** Chromium reads a suggestion as XML, Firefox as plain text. */
function written(text: string): string {
  return import.meta.env.FIREFOX ? text : text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}

/** `down netflix` in the address bar asks the dashboard. Firefox for Android has no such keyword. */
export function answerAddressBar(language: string): void {
  const { omnibox } = browser;
  if (omnibox === undefined) return;
  omnibox.onInputChanged.addListener((asked, suggest) => {
    suggest(
      searchServices(asked, language).map(({ name, site }) => ({
        content: site,
        description: written(name === site ? site : `${name} (${site})`),
      })),
    );
  });
  omnibox.onInputEntered.addListener((asked, where) => {
    const url = pageAddress("dashboard", asked);
    // Enter stays in the tab, with Alt or Ctrl held it opens another: as for any address that is typed there.
    if (where === "currentTab") void browser.tabs.update({ url });
    else void browser.tabs.create({ url, active: where === "newForegroundTab" });
  });
}
