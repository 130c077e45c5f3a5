import { Tokenizer } from "htmlparser2";

export type HtmlVisitor = {
  /** A piece of text, with entities decoded. */
  text(piece: string): void;
  /** An opening tag in lower case, with its `id` or "". */
  open(tag: string, id: string): void;
  close(tag: string): void;
};

/**
 * Walks through the text and tags of HTML. Uses the library's tokenizer and not its parser, whose stack of open tags makes 200,000
 * nested tags take half a minute (htmlparser2 12.0.0, November 2026). The extension's build replaces this file by
 * `utils/replacements/html-tokens.ts`.
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
