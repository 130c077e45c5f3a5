/** A word, also one with dots in it: "U.S." */
const WORD = /\p{L}[\p{L}’']*(?:\.\p{L}\b\.?)*/gu;
/** Of scripts without blanks every character may begin a name. */
const WITHOUT_BLANKS = /[\p{Script=Han}\p{Script=Katakana}\p{Script=Hiragana}]/u;
const IN_WORD = /[\p{L}\d-]/u;

/** Names and what each stands for, ready to be looked for in texts. */
export type NameIndex = ReadonlyMap<string, readonly { name: string; stands: string }[]>;

/** Makes an index: names by their first word, the longest first. */
export function indexNames(names: Iterable<readonly [name: string, stands: string]>): NameIndex {
  const index = new Map<string, { name: string; stands: string }[]>();
  for (const [name, stands] of names) {
    const first = WITHOUT_BLANKS.test(name) ? name.charAt(0) : (name.match(WORD)?.[0] ?? name);
    const same = index.get(first) ?? [];
    same.push({ name, stands });
    index.set(first, same);
  }
  for (const same of index.values()) same.sort((one, other) => other.name.length - one.name.length);
  return index;
}

/**
 * The names of an index that a text holds as whole words, in the text's order, and where each begins. The work is linear in the text,
 * whatever the number of names: patterns of a thousand names took a hundred times as long.
 */
export function* namesIn(text: string, index: NameIndex): Generator<{ name: string; stands: string; at: number }> {
  let end = 0;
  for (const { 0: word, index: at } of text.matchAll(WORD)) {
    if (WITHOUT_BLANKS.test(word)) {
      for (let inside = 0; inside < word.length; inside++) {
        const found = index.get(word.charAt(inside))?.find(({ name }) => text.startsWith(name, at + inside));
        if (found !== undefined) yield { ...found, at: at + inside };
      }
      continue;
    }
    if (at < end || IN_WORD.test(text.charAt(at - 1))) continue;
    const found = index.get(word)?.find(({ name }) => text.startsWith(name, at) && !IN_WORD.test(text.charAt(at + name.length)));
    if (found === undefined) continue;
    end = at + found.name.length;
    yield { ...found, at };
  }
}
