import { parseJson } from "./decode.ts";
import { walkHtml } from "./html-tokens.ts";

/**
 * The JSON of a payload that is JSON, or of the `<script id="…">` in a page: some status pages have no other endpoint.
 * @returns undefined where there is none
 */
export function embeddedJson(text: string, scriptId: string): unknown {
  return text.startsWith("<") ? parseJson(scriptText(text, scriptId)) : parseJson(text);
}

function scriptText(html: string, wanted: string): string {
  let inside = false;
  let text = "";
  walkHtml(html, {
    text(words) {
      if (inside) text += words;
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
