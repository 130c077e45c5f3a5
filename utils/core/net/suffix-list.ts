/**
 * The public suffix list as a tree in text: a line for each top-level name with rules below it, `uk ac,co(blogspot),-edu(x)`. Labels
 * stand from right to left, `*` is any label, `!` an exception to it, `-` a label that only leads to others. Top-level names without
 * rules below are left out: the last label is a suffix anyway (publicsuffix.org, "if no rules match, the prevailing rule is *").
 */

type Branch = { rule: "suffix" | "exception" | "none"; below: Map<string, Branch> };

const TOKENS = /([!-]?)([^,()]+)|[()]/g;

/** Makes the reader of such a list. A top-level name is taken apart when it is first asked for. */
export function createSuffixes(list: string): (host: string) => string {
  const texts = new Map(list.split("\n").map((line) => [line.slice(0, line.indexOf(" ")), line.slice(line.indexOf(" ") + 1)]));
  const trees = new Map<string, Map<string, Branch>>();

  function treeOf(top: string): Map<string, Branch> {
    let tree = trees.get(top);
    if (tree === undefined) {
      tree = readTree(texts.get(top) ?? "");
      trees.set(top, tree);
    }
    return tree;
  }

  return (host) => {
    const labels = host.split(".");
    let size = 1;
    let below = treeOf(labels.at(-1) ?? "");
    for (let depth = 2; depth <= labels.length; depth++) {
      const branch = below.get(labels.at(-depth) ?? "") ?? below.get("*");
      if (branch === undefined) break;
      if (branch.rule === "exception") return labels.slice(-(depth - 1)).join(".");
      if (branch.rule === "suffix") size = depth;
      below = branch.below;
    }
    return labels.slice(-size).join(".");
  };
}

function readTree(text: string): Map<string, Branch> {
  const root = new Map<string, Branch>();
  const path = [root];
  let last: Branch | undefined;
  for (const [token, mark, label = ""] of text.matchAll(TOKENS)) {
    if (token === ")") path.pop();
    else if (token === "(") path.push(last?.below ?? new Map());
    else {
      last = { rule: mark === "!" ? "exception" : mark === "-" ? "none" : "suffix", below: new Map() };
      path.at(-1)?.set(label, last);
    }
  }
  return root;
}
