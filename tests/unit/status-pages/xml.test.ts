import { describe, expect, test } from "vitest";
import { childText, parseXml } from "../../../utils/core/status-pages/parsing/feeds/xml.ts";

describe("the reader of XML", () => {
  test("reads elements, attributes, entities, CDATA and comments", () => {
    const root = parseXml(
      '<?xml version="1.0"?><!-- a --><a:r x="1 &amp; 2"><b>c &lt;d&gt; &#x41;</b><e><![CDATA[<f>&amp;]]></e><g/></a:r>',
    );
    expect(root?.name).toBe("r");
    expect(root?.attributes.get("x")).toBe("1 & 2");
    expect(root?.children.map(({ name, text }) => [name, text])).toEqual([
      ["b", "c <d> A"],
      ["e", "<f>&amp;"],
      ["g", ""],
    ]);
  });

  test("gives the source of what holds elements", () => {
    const root = parseXml('<r><content type="xhtml"><p>Hello <b>you</b></p></content></r>');
    expect(root === null ? "" : childText(root, "content")).toBe("<p>Hello <b>you</b></p>");
  });

  test("leaves an & that begins no entity, and entities that only HTML knows", () => {
    expect(parseXml("<r>Q & A &nbsp; &bogus;</r>")?.text).toBe("Q & A &nbsp; &bogus;");
  });

  test.each([
    ["a document that is cut", "<r><a>"],
    ["tags closed out of order", "<r><a><b></a></b></r>"],
    ["two roots", "<r></r><r></r>"],
    ["text outside of the root", "<r></r>x"],
    ["an attribute without quotes", "<r a=1></r>"],
    ["an end without a beginning", "</r>"],
    ["a comment without an end", "<r><!-- </r>"],
    ["CDATA without an end", "<r><![CDATA[ </r>"],
    ["nesting without an end in sight", `${"<a>".repeat(200)}${"</a>".repeat(200)}`],
    ["nothing", ""],
  ])("refuses %s", (_, text) => expect(parseXml(text)).toBeNull());
});
