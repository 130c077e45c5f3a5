import { Parser } from "htmlparser2";
import { parseJson } from "./decode.ts";

/**
 * The JSON of a payload that is JSON, or of the `<script id="…">` in a page: some status pages have no other endpoint.
 * @returns undefined where there is none
 */
export function embeddedJson(text: string, scriptId: string): unknown {
  return text.startsWith("<") ? parseJson(scriptText(text, scriptId)) : parseJson(text);
}

function scriptText(html: string, id: string): string {
  let inside = false;
  let text = "";
  const parser = new Parser({
    onopentag(name, attributes) {
      if (name === "script" && attributes.id === id) inside = true;
    },
    ontext(chunk) {
      if (inside) text += chunk;
    },
    onclosetag(name) {
      if (name === "script") inside = false;
    },
  });
  parser.write(html);
  parser.end();
  return text;
}
