/// <reference path="../../utils/build-modules.d.ts" />
import * as data from "tldts/dist/cjs/src/data/trie.js";

/** A label of the list, with what it is for `utils/core/net/suffix-list.ts` and the labels to its left. */
type Branch = { rule: "" | "!" | "."; below: Map<string, Branch> };

/** Host names are ASCII when we see them, and the list has each such rule with `xn--` too. */
const NOT_ASCII = /[^\0-\x7f]/;
const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";

/** The public suffix list of tldts as `utils/core/net/suffix-list.ts` reads it. */
export function publicSuffixes(): string {
  return (
    [...suffixRules()]
      .filter(([, { below }]) => below.size > 0)
      .map(([top, { below }]) => ({ top, rules: written(below) }))
      // Similar lines beside each other compress better.
      .sort((a, b) => (a.rules < b.rules ? -1 : 1))
      .map(({ top, rules }) => `${top} ${rules}`)
      .join("\n")
  );
}

/** The rules of the list by their labels, from the right. */
export function suffixRules(): Map<string, Branch> {
  const root: Branch = { rule: ".", below: new Map() };
  const offsets = [0];
  for (const length of data.edgeLength) offsets.push((offsets.at(-1) ?? 0) + length);

  function gather(node: number, into: Branch, mark: "" | "!"): void {
    if (data.nodeFlags[node] !== 0) into.rule = mark;
    for (let edge = data.edgeStart[node] ?? 0; edge < (data.edgeStart[node + 1] ?? 0); edge++) {
      const label = data.labelText.slice(offsets[edge], offsets[edge + 1]);
      if (NOT_ASCII.test(label)) continue;
      const below = into.below.get(label) ?? { rule: ".", below: new Map() };
      into.below.set(label, below);
      gather(data.edgeChild[edge] ?? 0, below, mark);
    }
  }

  gather(data.rulesRoot, root, "");
  gather(data.exceptionsRoot, root, "!");
  return root.below;
}

function written(below: Map<string, Branch>): string {
  let text = "";
  let before = "";
  for (const [label, branch] of [...below].sort(byName)) {
    const shared = sharedLength(before, label);
    text += branch.rule + LETTERS[shared] + label.slice(shared) + (branch.below.size > 0 ? `(${written(branch.below)})` : "");
    before = label;
  }
  return text;
}

function sharedLength(one: string, other: string): number {
  let length = 0;
  while (length < LETTERS.length - 1 && length < one.length && one[length] === other[length]) length++;
  return length;
}

function byName([one]: [string, Branch], [other]: [string, Branch]): number {
  return one < other ? -1 : 1;
}
