/** One thing done to a payload. Positions are shares of its length or of its values, 0 to 1. */
export type Edit =
  | { edit: "cut"; at: number }
  | { edit: "remove"; at: number; length: number }
  | { edit: "repeat"; at: number; length: number; times: number }
  | { edit: "insert"; at: number; text: number }
  | { edit: "byte"; at: number; value: number }
  | { edit: "encode"; as: number }
  | { edit: "drop"; at: number }
  | { edit: "put"; at: number; value: number }
  | { edit: "wrap"; at: number }
  | { edit: "multiply"; at: number; times: number };

/** Texts that have broken parsers. */
const NASTY_TEXTS = [
  "\u0000\u202e\u200b\ufeff\ud800",
  "<![CDATA[",
  "]]>",
  "<!DOCTYPE a [<!ENTITY b 'c'>]>",
  "&b;&#0;&#x110000;&amp;amp;lt;",
  "<script>alert(1)</script>",
  "<b><i><p>",
  "[".repeat(500),
  '{"a":'.repeat(500),
  "<a>".repeat(500),
  "**".repeat(300),
  "[x](https://".repeat(200),
  `${"we would strongly ".repeat(200)}recommend`,
  "- ".repeat(2000),
  `${" ".repeat(5000)}x`,
  "Jul 99, 99:99 XYZ",
  "}",
  '"',
  "\\u",
  // Long enough for a pattern whose work grows with the square of its text to be noticed.
  ...["/", " ", "<", "&amp;", "[a]("].map((unit) => `x${unit.repeat(30_000)}x`),
];

/** Values that a vendor could send instead of what it should. */
const NASTY_VALUES: unknown[] = [
  null,
  "",
  "$undefined",
  "zz_mystery",
  0,
  -1,
  1e308,
  1e-300,
  99999999999999,
  true,
  [],
  {},
  [null],
  [[]],
  [{}],
  { id: {} },
  "2026-99-99T99:99:99Z",
  "__proto__",
  { constructor: { prototype: 1 } },
  "x".repeat(5000),
  ...NASTY_TEXTS,
];

/** Applies edits in order. Those that speak of values do nothing to a payload that is not JSON. */
export function mutate(bytes: Uint8Array, edits: readonly Edit[]): Uint8Array {
  return edits.reduce((current, edit) => mutateOnce(current, edit), bytes);
}

function mutateOnce(bytes: Uint8Array, edit: Edit): Uint8Array {
  const at = "at" in edit ? Math.floor(edit.at * bytes.length) : 0;
  switch (edit.edit) {
    case "cut":
      return bytes.slice(0, at);
    case "remove":
      return Buffer.concat([bytes.slice(0, at), bytes.slice(at + edit.length)]);
    case "repeat":
      return Buffer.concat([
        bytes.slice(0, at),
        ...Array.from({ length: edit.times }, () => bytes.slice(at, at + edit.length)),
        bytes.slice(at),
      ]);
    case "insert":
      return Buffer.concat([bytes.slice(0, at), Buffer.from(NASTY_TEXTS[edit.text % NASTY_TEXTS.length] ?? ""), bytes.slice(at)]);
    case "byte": {
      const copy = Uint8Array.from(bytes);
      copy[at] = edit.value;
      return copy;
    }
    case "encode":
      return Buffer.from(Buffer.from(bytes).toString("utf8"), edit.as % 2 === 0 ? "utf16le" : "latin1");
    default:
      return mutateValue(bytes, edit);
  }
}

type Holder = { parent: { [key: string]: unknown } | unknown[]; key: string };

function mutateValue(bytes: Uint8Array, edit: Extract<Edit, { edit: "drop" | "put" | "wrap" | "multiply" }>): Uint8Array {
  let root: unknown;
  try {
    root = JSON.parse(Buffer.from(bytes).toString(bytes[0] === 0xfe ? "latin1" : "utf8"));
  } catch {
    return bytes;
  }
  const holders: Holder[] = [];
  collect({ root }, holders);
  const holder = holders[Math.floor(edit.at * holders.length)];
  if (holder === undefined) return bytes;
  change(holder, edit);
  return Buffer.from(JSON.stringify(root));
}

function collect(parent: Holder["parent"], holders: Holder[]): void {
  for (const [key, value] of Object.entries(parent)) {
    holders.push({ parent, key });
    if (typeof value === "object" && value !== null) collect(value as Holder["parent"], holders);
  }
}

function change({ parent, key }: Holder, edit: Extract<Edit, { edit: "drop" | "put" | "wrap" | "multiply" }>): void {
  const container = parent as { [key: string]: unknown };
  const value = container[key];
  if (edit.edit === "drop") delete container[key];
  else if (edit.edit === "put") container[key] = NASTY_VALUES[edit.value % NASTY_VALUES.length];
  else if (edit.edit === "wrap") container[key] = [value];
  else container[key] = Array.from({ length: edit.times }, () => value);
}
