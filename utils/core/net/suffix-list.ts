/**
 * The public suffix list as a tree in text form: one line per top-level domain with its rules, `uk AacAco(Ablogspot)Bnn.Aedu(Ax)`. A
 * capital letter begins a label and says how many characters it shares with the label before it: A none, B one (front coding). Brackets
 * hold the labels to the left. `*` is any label, `!` an exception to it, `.` a label that is not a suffix but has rules to its left.
 * Top-level domains without rules are left out, since the last label is always a suffix (publicsuffix.org: "if no rules match, the
 * prevailing rule is *"). Labels are as in host names, with `xn--` for what is not ASCII.
 */

type Branch = { rule: "suffix" | "exception" | "none"; below: Map<string, Branch> };

const TOKENS = /([!.]?)([A-Z])([^A-Z!.()]*)|[()]/g;
/** The capital letter of a label that shares nothing. */
const NOTHING_SHARED = "A".charCodeAt(0);

/**
 * Makes a function that returns the public suffix of a host name. The rules of a top-level domain are parsed when they are first needed.
 * @param list as `scripts/build/public-suffixes.ts` writes it
 */
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
  const path = [{ below: root, label: "" }];
  let last: Branch | undefined;
  for (const [token, mark, shared = "", rest = ""] of text.matchAll(TOKENS)) {
    const level = path.at(-1);
    if (token === ")") path.pop();
    else if (token === "(") path.push({ below: last?.below ?? new Map(), label: "" });
    else if (level !== undefined) {
      last = { rule: mark === "!" ? "exception" : mark === "." ? "none" : "suffix", below: new Map() };
      level.label = level.label.slice(0, shared.charCodeAt(0) - NOTHING_SHARED) + rest;
      level.below.set(level.label, last);
    }
  }
  return root;
}
