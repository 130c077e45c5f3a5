import { MAX_TEXT_LENGTH } from "./fields.ts";
import { walkHtml } from "./html-tokens.ts";

/** Posts are escaped once, twice (AWS RSS: `&lt;br&gt;` inside CDATA) or not at all. */
const MAX_ESCAPES = 3;

const BLOCKS = new Set("p br div li ul ol h1 h2 h3 h4 h5 h6 tr td th table blockquote pre hr small section article dt dd".split(" "));
/** Elements whose text is not shown. */
const HIDDEN = new Set(["script", "style", "template", "noscript", "iframe", "title", "head"]);

/**
 * A vendor's post as lines of plain text: without HTML and Markdown, entities decoded, and without invisible characters (control,
 * bidirectional, zero-width), which could make a text read differently from what it says.
 */
export function textLines(post: string): string[] {
  let text = post.slice(0, MAX_TEXT_LENGTH).toWellFormed();
  for (let round = 0; round < MAX_ESCAPES && /[<&]/.test(text); round++) {
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

/** A vendor's post as one line of plain text, cut to at most `limit` characters. */
export function plainText(post: string, limit: number): string {
  return truncate(textLines(post).join(" "), limit);
}

/** Cuts a text to at most `limit` characters, at the end of a word where one is near, with an ellipsis at the end. */
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
  let hidden = 0;
  walkHtml(html, {
    text(piece) {
      if (hidden === 0) text += piece;
    },
    open(tag) {
      if (HIDDEN.has(tag)) hidden++;
      else if (BLOCKS.has(tag)) text += "\n";
    },
    close(tag) {
      if (HIDDEN.has(tag)) hidden = Math.max(0, hidden - 1);
      else if (BLOCKS.has(tag)) text += "\n";
    },
  });
  return text;
}

/** Removes `**Title**`, `## Heading`, `[text](url)` and `\#`, which Google, Better Stack and FireHydrant write. */
function withoutMarkdown(line: string): string {
  const unquoted = line.replace(/\\([\\`*_{}[\]()#+\-.!<>~|])/g, "$1").replace(/^(?:#{1,6} ?)+|^[*+-] (?=\S)/, "");
  const plain = unquoted.replaceAll("**", "").replaceAll("`", "");
  return plain.includes("](") ? withoutLinks(plain).trim() : plain.trim();
}

/** Of `[text](url "title")` the text and the address; of `mailto:` and of pictures the text alone. */
function withoutLinks(line: string): string {
  return line.replace(
    /!?\[([^[\]]{0,200})\]\(<?([a-z]{2,6}:[^()\s<>"]{1,500}(?:\([^()\s<>"]{0,100}\)[^()\s<>"]{0,100})?|\/[^()\s<>"]{0,300})>?(?:\s{1,5}["'][^"']{0,200}["'])?\s{0,5}\)/g,
    (whole, label: string, url: string) =>
      label === url || whole.startsWith("!") || !/^https?:/.test(url) ? label || url : `${label} (${url})`.trimStart(),
  );
}
