import { browser } from "#imports";
import type { Translator } from "../core/view/translator.ts";

/** Gives a page the language, direction and title of the words drawn on it, and the element to draw into. */
export function preparePage(words: { locale: string; direction: Translator["direction"] }, title: string): HTMLElement {
  document.documentElement.lang = words.locale;
  document.documentElement.dir = words.direction;
  document.title = title;
  const root = document.getElementById("root");
  if (root === null) throw new Error("The page has no #root.");
  return root;
}

/** Whether this page hangs from the toolbar's button. In a tab, and on Firefox for Android, it is a page like any other. */
export function isPopup(): boolean {
  return browser.extension.getViews({ type: "popup" }).includes(window);
}

type ButtonSettings = { isOnToolbar?: boolean };
/** Part of Chrome since 91 and 130; the polyfill's types do not know them. */
type Action = {
  getUserSettings?: () => Promise<ButtonSettings>;
  onUserSettingsChanged?: { addListener: (listener: () => void) => void };
};

/** Whether the browser keeps our button out of sight until somebody pins it. A browser that does not say shows it. */
export async function isButtonHidden(): Promise<boolean> {
  const settings = await (browser.action as Action).getUserSettings?.();
  return settings?.isOnToolbar === false;
}

/** Calls back when somebody pins the button, or takes it away. */
export function watchButton(onChange: () => void): void {
  (browser.action as Action).onUserSettingsChanged?.addListener(onChange);
}
