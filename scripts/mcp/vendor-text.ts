/*
 * Titles come from status pages, and their readers here are language models, which may take a text for an instruction. So a text of
 * somebody else is short, stands in quotes that it cannot close, and has no markup. Summaries and advice are not passed on at all.
 */

/** Characters of a title: enough to tell what fails. Judged. */
const LONGEST_TITLE = 100;
/** Characters of a name or an id. Judged. */
const LONGEST_NAME = 40;

/** A text of somebody else in quotes. @param text without control and invisible characters, as feeds are read */
export function quoted(text: string, longest = LONGEST_TITLE): string {
  const plain = text
    .replaceAll(/["“”„«»`<>[\]{}\\|*#_]+/g, " ")
    .replaceAll(/\s+/g, " ")
    .trim();
  return `"${cut(plain, longest)}"`;
}

export function quotedName(text: string): string {
  return quoted(text, LONGEST_NAME);
}

/** An id of the feed: letters, digits and `_ . : / -` only, as feeds are read. */
export function shortId(id: string): string {
  return cut(id, LONGEST_NAME);
}

function cut(text: string, longest: number): string {
  const characters = [...text];
  return characters.length > longest ? `${characters.slice(0, longest - 1).join("")}…` : text;
}
