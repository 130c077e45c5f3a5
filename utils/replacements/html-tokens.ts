import type { HtmlVisitor } from "../core/status-pages/parsing/html-tokens.ts";

/**
 * Walks through HTML with the page's own parser, in place of the library that the feed server uses (`utils/core/status-pages/parsing/html-tokens.ts`):
 * 20 kB less in the extension. The document is inert: nothing in it runs or is fetched.
 */
export function walkHtml(html: string, visitor: HtmlVisitor): void {
  const { documentElement } = new DOMParser().parseFromString(html, "text/html");
  // A stack instead of recursion: a page may nest deeper than the engine's call stack allows.
  const work: (Node | string)[] = [documentElement];
  for (let next = work.pop(); next !== undefined; next = work.pop()) {
    if (typeof next === "string") visitor.close(next);
    else if (next.nodeType === Node.TEXT_NODE || next.nodeType === Node.CDATA_SECTION_NODE) visitor.text(next.nodeValue ?? "");
    else if (next instanceof Element) {
      const tag = next.localName;
      visitor.open(tag, next.id);
      work.push(tag);
      for (let child = (next instanceof HTMLTemplateElement ? next.content : next).lastChild; child !== null; child = child.previousSibling)
        work.push(child);
    }
  }
}
