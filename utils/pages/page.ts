import { browser } from "#imports";
import type { Translator } from "../core/view/translator.ts";

/** Gives a page its language, direction and title. @returns the element to draw into */
export function preparePage(words: { locale: string; direction: Translator["direction"] }, title: string): HTMLElement {
  document.documentElement.lang = words.locale;
  document.documentElement.dir = words.direction;
  document.title = title;
  const root = document.getElementById("root");
  if (root === null) throw new Error("The page has no #root.");
  return root;
}

/** Whether this page was opened as the popup of the toolbar button. In a tab, and on Firefox for Android, it was not. */
export function isPopup(): boolean {
  return browser.extension.getViews({ type: "popup" }).includes(window);
}

type ButtonSettings = { isOnToolbar?: boolean };
/** In Chrome since 91 and 130; the polyfill's types lack them. */
type Action = {
  getUserSettings?: () => Promise<ButtonSettings>;
  onUserSettingsChanged?: { addListener: (listener: () => void) => void };
};

/** Whether the browser hides the toolbar button until it is pinned. A browser that does not say so shows it. */
export async function isButtonHidden(): Promise<boolean> {
  const settings = await (browser.action as Action).getUserSettings?.();
  return settings?.isOnToolbar === false;
}

/** Calls back when the button is pinned or unpinned. */
export function watchButton(onChange: () => void): void {
  (browser.action as Action).onUserSettingsChanged?.addListener(onChange);
}
