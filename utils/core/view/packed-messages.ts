/**
 * The messages of all languages as a browser gets them. Keys are kept once, in the English file, on which the browser falls back, and the
 * words of a language are lines in the order of the keys. A key beside each message would be two fifths of a language in the zip: 15.6 kB
 * compressed, of which 9.8 kB are words (measured 2026-11-30).
 */
export type PackedMessages = {
  /** One key a line; a dot for each of its first parts that the line before has too. Only in English. */
  keys: string;
  /** English words for what some language has no words for, such as names of providers, in the same order. Only in English. */
  fallback: string;
  /** One message a line, empty where there is none. The forms of a plural are separated by tabs. */
  words: string;
  /** The plural forms of the language in the order in which they stand, separated by spaces. */
  forms: string;
};

const FORMS = ["zero", "one", "two", "few", "many", "other"];
const PLURAL = /^(.+)\.(zero|one|two|few|many|other)$/;

/** Flat keys (`evidence.othersWork.few`) and their messages. */
type Messages = ReadonlyMap<string, string>;

/**
 * Packs the messages of one language.
 * @param english all messages of English
 * @param isEverywhere whether every language has words for a key; for the others English keeps a fallback
 */
export function packMessages(messages: Messages, english: Messages, isEverywhere: (key: string) => boolean): PackedMessages {
  const keys = groupsOf(english);
  const forms = FORMS.filter((form) => [...messages.keys()].some((key) => PLURAL.exec(key)?.[2] === form));
  const lineOf = (from: Messages, key: string) =>
    from.get(key) ?? (from.has(`${key}.other`) ? forms.map((form) => from.get(`${key}.${form}`) ?? "").join("\t") : "");
  return {
    keys: shortened(keys).join("\n"),
    fallback: keys.map((key) => (isEverywhere(key) ? "" : lineOf(english, key))).join("\n"),
    words: keys.map((key) => (messages === english && !isEverywhere(key) ? "" : lineOf(messages, key))).join("\n"),
    forms: forms.join(" "),
  };
}

/** The keys of messages in their order, the forms of a plural as one. */
export function groupsOf(messages: Messages): string[] {
  return [...new Set([...messages.keys()].map((key) => PLURAL.exec(key)?.[1] ?? key))];
}

/** Replaces the parts with which a key begins like the one before it by dots. */
function shortened(keys: string[]): string[] {
  let before: string[] = [];
  return keys.map((key) => {
    const parts = key.split(".");
    const differs = parts.findIndex((part, index) => part !== before[index]);
    before = parts;
    return ".".repeat(differs) + parts.slice(differs).join(".");
  });
}

/** The messages by flat key; what is packed in no order that fits is left out. */
export function unpackMessages({ keys, fallback, words, forms }: PackedMessages): Map<string, string> {
  const messages = new Map<string, string>();
  const own = words.split("\n");
  const others = fallback.split("\n");
  const names = forms.split(" ");
  let parts: string[] = [];
  for (const [index, short] of keys.split("\n").entries()) {
    const shared = short.search(/[^.]/);
    parts = [...parts.slice(0, shared), ...short.slice(shared).split(".")];
    const line = own[index] || others[index];
    if (!line) continue;
    const key = parts.join(".");
    const pieces = line.split("\t");
    if (pieces.length === 1) messages.set(key, line);
    else for (const [position, piece] of pieces.entries()) messages.set(`${key}.${names[position]}`, piece);
  }
  return messages;
}
