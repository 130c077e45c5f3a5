/// <reference path="../../utils/build-modules.d.ts" />
import * as data from "tldts/dist/cjs/src/data/trie.js";

type Branch = { rule: "" | "!" | "-"; below: Map<string, Branch> };

/** The public suffix list of tldts as `utils/core/net/suffix-list.ts` reads it. */
export function publicSuffixes(): string {
  const root: Branch = { rule: "-", below: new Map() };
  const offsets = [0];
  for (const length of data.edgeLength) offsets.push((offsets.at(-1) ?? 0) + length);

  function gather(node: number, into: Branch, mark: "" | "!"): void {
    if (data.nodeFlags[node] !== 0) into.rule = mark;
    for (let edge = data.edgeStart[node] ?? 0; edge < (data.edgeStart[node + 1] ?? 0); edge++) {
      const label = data.labelText.slice(offsets[edge], offsets[edge + 1]);
      const below = into.below.get(label) ?? { rule: "-", below: new Map() };
      into.below.set(label, below);
      gather(data.edgeChild[edge] ?? 0, below, mark);
    }
  }

  gather(data.rulesRoot, root, "");
  gather(data.exceptionsRoot, root, "!");
  return [...root.below]
    .filter(([, { below }]) => below.size > 0)
    .sort(byName)
    .map(([top, { below }]) => `${top} ${written(below)}`)
    .join("\n");
}

function written(below: Map<string, Branch>): string {
  let text = "";
  for (const [label, branch] of [...below].sort(byName)) {
    if (text !== "" && !text.endsWith(")")) text += ",";
    text += branch.rule + label + (branch.below.size > 0 ? `(${written(branch.below)})` : "");
  }
  return text;
}

function byName([one]: [string, Branch], [other]: [string, Branch]): number {
  return one < other ? -1 : 1;
}
