/** At most this many values, each cut to this many UTF-16 code units: a maintainer reads the first. Judged. */
const MAX_VALUES = 50;
const MAX_VALUE_LENGTH = 80;

/** Collects the values that a parser does not know, so that the maintainer sees a vendor's new word, and it never counts as "fine". */
export type UnknownValues = { add(value: unknown): void; list(): string[] };

/** Makes an empty collection. */
export function collectUnknown(): UnknownValues {
  const values = new Set<string>();
  return {
    add(value) {
      if (values.size >= MAX_VALUES) return;
      const text = typeof value === "string" ? value : (JSON.stringify(value) ?? String(value));
      values.add(text.toWellFormed().slice(0, MAX_VALUE_LENGTH));
    },
    list: () => [...values],
  };
}

/** For look-ups where an unknown word is expected. */
export const IGNORE_UNKNOWN: UnknownValues = { add() {}, list: () => [] };

/** The words that a vendor uses in one field, in lower case, and the meaning of each. */
export type Vocabulary<Meaning> = ReadonlyMap<string, Meaning>;

/** Makes a vocabulary. @param words in lower case */
export function vocabulary<Meaning>(words: { [word: string]: Meaning }): Vocabulary<Meaning> {
  return new Map(Object.entries(words));
}

/**
 * Looks up the meaning of a word, in any case.
 * @returns null where the value is missing, or not known; an unknown value goes to `unknown`
 */
export function meaningOf<Meaning>(words: Vocabulary<Meaning>, value: unknown, unknown: UnknownValues): Meaning | null {
  if (value === undefined || value === null || value === "" || value === "$undefined") return null;
  const word = typeof value === "string" || typeof value === "number" ? String(value).trim().toLowerCase() : null;
  const meaning = word === null ? undefined : words.get(word);
  if (meaning !== undefined) return meaning;
  unknown.add(value);
  return null;
}
