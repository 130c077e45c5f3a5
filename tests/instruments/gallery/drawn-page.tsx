import messages from "virtual:messages";
import { type ComponentChild, render } from "preact";
import { WordsProvider } from "../../../components/shared/words.tsx";
import type { MessageKey } from "../../../utils/browser/message-key.ts";
import { createTranslator } from "../../../utils/core/view/translator.ts";

const query = new URLSearchParams(location.search);

/** Which sample the address asks for: `popup.html?state=clear&language=ar`. */
export const askedState = query.get("state") ?? "clear";

/** Draws one state in the language of the address, as the extension's own pages draw theirs. */
export function drawPage(content: ComponentChild): void {
  const language = query.get("language") ?? "en";
  const known = messages[language] ?? {};
  const words = createTranslator<MessageKey>({ lookup: (key) => known[key], uiLocale: query.get("locale") ?? language });
  document.documentElement.lang = words.locale;
  document.documentElement.dir = words.direction;
  document.title = words.text("extensionName");
  const root = document.getElementById("root");
  if (root !== null) render(<WordsProvider value={words}>{content}</WordsProvider>, root);
  document.documentElement.dataset.drawn = "yes";
}
