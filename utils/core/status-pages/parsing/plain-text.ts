import { walkHtml } from "./html-tokens.ts";

/** The longest post seen (a Google incident report) has 9,000 characters. */
const LONGEST_POST = 40_000;
/** Posts arrive escaped once, twice (AWS RSS: `&lt;br&gt;` inside CDATA) or not at all. */
const ROUNDS = 3;

const BLOCKS = new Set("p br div li ul ol h1 h2 h3 h4 h5 h6 tr td th table blockquote pre hr small section article dt dd".split(" "));
const SILENT = new Set(["script", "style", "template", "noscript", "iframe", "title", "head"]);

/**
 * A vendor's post as lines of plain text: no markup, no Markdown signs, entities decoded, and nothing a reader cannot see
 * (control, bidirectional, zero-width characters), which could make words read other than they are.
 */
export function textLines(post: string): string[] {
  let text = post.slice(0, LONGEST_POST).toWellFormed();
  for (let round = 0; round < ROUNDS && /[<&]/.test(text); round++) {
    const bare = withoutTags(text);
    if (bare === text) break;
    text = bare;
  }
  return text
    .replace(/[\p{Cf}\p{Default_Ignorable_Code_Point}]/gu, "")
    .split(/[\r\n\u2028\u2029\u0085\v\f]/)
    .map((line) => withoutMarkdown(line.replace(/[\p{Cc}\s]+/gu, " ").trim()))
    .filter((line) => line !== "");
}

/** A vendor's post as one line of plain text, cut to so many characters. */
export function plainText(post: string, limit: number): string {
  return truncate(textLines(post).join(" "), limit);
}

/** Cuts at a word where there is one near, and says so with an ellipsis. */
export function truncate(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const head = text.slice(0, limit - 1);
  const space = head.lastIndexOf(" ");
  return `${(space > limit * 0.8 ? head.slice(0, space) : head)
    .trimEnd()
    .toWellFormed()
    .replace(/\uFFFD$/, "")}…`;
}

function withoutTags(html: string): string {
  let text = "";
  let silent = 0;
  walkHtml(html, {
    text(words) {
      if (silent === 0) text += words;
    },
    open(tag) {
      if (SILENT.has(tag)) silent++;
      else if (BLOCKS.has(tag)) text += "\n";
    },
    close(tag) {
      if (SILENT.has(tag)) silent = Math.max(0, silent - 1);
      else if (BLOCKS.has(tag)) text += "\n";
    },
  });
  return text;
}

/** `**Title**`, `## Heading`, `[words](address)`, `\#`: what Google, Better Stack and FireHydrant write. */
function withoutMarkdown(line: string): string {
  const unquoted = line.replace(/\\([\\`*_{}[\]()#+\-.!<>~|])/g, "$1").replace(/^(?:#{1,6} ?)+|^[*+-] (?=\S)/, "");
  const plain = unquoted.replaceAll("**", "").replaceAll("`", "");
  return plain.includes("](") ? withoutLinks(plain).trim() : plain.trim();
}

function withoutLinks(line: string): string {
  return line.replace(/\[([^[\]]{1,200})\]\((https?:[^()\s]{1,500})\)/g, (_, words: string, address: string) =>
    words === address ? address : `${words} (${address})`,
  );
}
