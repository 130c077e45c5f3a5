import { parseShallowJson } from "./decode.ts";
import { walkHtml } from "./html-tokens.ts";

/**
 * Parses a payload that is JSON, or the JSON in the `<script id="…">` of an HTML page: some status pages have no other endpoint.
 * @returns undefined where there is no such JSON
 */
export function embeddedJson(text: string, scriptId: string): unknown {
  return text.startsWith("<") ? parseShallowJson(scriptText(text, scriptId)) : parseShallowJson(text);
}

function scriptText(html: string, wanted: string): string {
  let inside = false;
  let text = "";
  walkHtml(html, {
    text(piece) {
      if (inside) text += piece;
    },
    open(tag, id) {
      if (tag === "script" && id === wanted) inside = true;
    },
    close(tag) {
      if (tag === "script") inside = false;
    },
  });
  return text;
}
