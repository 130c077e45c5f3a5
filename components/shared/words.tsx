import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { MessageKey } from "../../utils/browser/message-key.ts";
import { type Message, type Translator, textParts, type Values } from "../../utils/core/view/translator.ts";

export type Words = Translator<MessageKey>;

const WordsContext = createContext<Words | null>(null);
export const WordsProvider = WordsContext.Provider;

/** The translator of the person's language, which every page provides at its root. */
export function useWords(): Words {
  const words = useContext(WordsContext);
  if (words === null) throw new Error("A component was drawn outside WordsProvider.");
  return words;
}

/** Translated text as markup: names and codes, which plain text wraps in Unicode isolates, become `bdi`. */
export function Text({ text }: { text: string }) {
  return <>{textParts(text).map((part) => (part.direction === null ? part.text : <bdi dir={part.direction}>{part.text}</bdi>))}</>;
}

/** One message of `locales/`, by key. */
export function Say({ text: key, values }: { text: MessageKey; values?: Values | undefined }) {
  return <Text text={useWords().text(key, values)} />;
}

/** One message that the core has made. */
export function Sentence({ message }: { message: Message<MessageKey> }) {
  return <Text text={useWords().text(message.key, message.values)} />;
}
