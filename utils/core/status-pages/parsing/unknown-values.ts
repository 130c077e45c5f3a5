const MOST = 50;
const LONGEST = 80;

/** Collects what a parser met and does not know, so that a vendor's new word is seen by the maintainer and never taken for "fine". */
export type UnknownValues = { add(value: unknown): void; list(): string[] };

export function collectUnknown(): UnknownValues {
  const values = new Set<string>();
  return {
    add(value) {
      if (values.size >= MOST) return;
      const text = typeof value === "string" ? value : (JSON.stringify(value) ?? String(value));
      values.add(text.toWellFormed().slice(0, LONGEST));
    },
    list: () => [...values],
  };
}

/** For words that are looked up on the chance, where not knowing them matters to nobody. */
export const IGNORE_UNKNOWN: UnknownValues = { add() {}, list: () => [] };

/** A vendor's vocabulary: its words, lower case, and what each means here. */
export type Vocabulary<Meaning> = ReadonlyMap<string, Meaning>;

export function vocabulary<Meaning>(words: { [word: string]: Meaning }): Vocabulary<Meaning> {
  return new Map(Object.entries(words));
}

/**
 * Looks a word up, whatever its case.
 * @returns null where it is missing, or not known: then it is noted
 */
export function meaningOf<Meaning>(words: Vocabulary<Meaning>, value: unknown, unknown: UnknownValues): Meaning | null {
  if (value === undefined || value === null || value === "" || value === "$undefined") return null;
  const word = typeof value === "string" || typeof value === "number" ? String(value).trim().toLowerCase() : null;
  const meaning = word === null ? undefined : words.get(word);
  if (meaning !== undefined) return meaning;
  unknown.add(value);
  return null;
}
