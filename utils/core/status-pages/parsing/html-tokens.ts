import { Tokenizer } from "htmlparser2";

export type HtmlVisitor = {
  /** Text with its entities decoded, piece by piece. */
  text(words: string): void;
  /** A tag that opens, lower case, with its `id`. */
  open(tag: string, id: string): void;
  close(tag: string): void;
};

/**
 * Walks through HTML. With the library's tokenizer, not its parser: that keeps a stack of open tags which 200,000 nested tags
 * make take half a minute (htmlparser2 12.0.0, November 2026).
 */
export function walkHtml(html: string, visitor: HtmlVisitor): void {
  let tag = "";
  let id = "";
  let attribute = "";
  let value = "";
  const opened = () => visitor.open(tag, id);
  const nothing = () => {};
  const tokenizer = new Tokenizer(
    { decodeEntities: true },
    {
      ontext: (start, end) => visitor.text(html.slice(start, end)),
      ontextentity: (codepoint) => visitor.text(String.fromCodePoint(codepoint)),
      oncdata: (start, end, tail) => visitor.text(html.slice(start, end - tail)),
      onopentagname(start, end) {
        tag = html.slice(start, end).toLowerCase();
        id = "";
      },
      onattribname(start, end) {
        attribute = html.slice(start, end).toLowerCase();
        value = "";
      },
      onattribdata(start, end) {
        value += html.slice(start, end);
      },
      onattribentity(codepoint) {
        value += String.fromCodePoint(codepoint);
      },
      onattribend() {
        if (attribute === "id") id = value;
      },
      onopentagend: opened,
      onselfclosingtag: opened,
      onclosetag: (start, end) => visitor.close(html.slice(start, end).toLowerCase()),
      oncomment: nothing,
      ondeclaration: nothing,
      onprocessinginstruction: nothing,
      onend: nothing,
    },
  );
  tokenizer.write(html);
  tokenizer.end();
}
