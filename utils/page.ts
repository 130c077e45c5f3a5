import { browser } from "#imports";
import type { Translator } from "./core/translator.ts";

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
