/** An element of an XML document. Names are without their namespace prefix; `inner` is the source between its tags. */
export type XmlElement = {
  name: string;
  attributes: ReadonlyMap<string, string>;
  children: XmlElement[];
  /** The text directly in it, with entities decoded. */
  text: string;
  inner: string;
};

/** Status documents reach 8 (Xbox). Deeper nesting could exhaust the stack of code that walks the tree. Judged. */
const MAX_DEPTH = 100;

const NAME = /[A-Za-z_][\w.:-]{0,100}/y;
const ATTRIBUTE = /\s+([A-Za-z_][\w.:-]{0,100})\s{0,20}=\s{0,20}(?:"([^"<]*)"|'([^'<]*)')/y;
const TAG_END = /\s*(\/?)>/y;

type Open = XmlElement & { tag: string; from: number };

/**
 * Parses an XML document. Feed server and extension use this one reader, so both read the same of every document. It is strict where
 * leniency could make half a document look whole: every tag has to be closed in order. It is lenient where feeds are sloppy: an `&` that
 * begins no entity is text. Its work grows linearly with the text.
 * @returns the root; null for what is not well-formed, and for a document type, which could declare entities that expand without limit
 */
export function parseXml(text: string): XmlElement | null {
  const stack: Open[] = [];
  let root: XmlElement | null = null;
  let at = 0;
  while (at < text.length) {
    const next = text.indexOf("<", at);
    const end = next < 0 ? text.length : next;
    const open = stack.at(-1);
    if (open !== undefined) open.text += decodeEntities(text.slice(at, end));
    else if (text.slice(at, end).trim() !== "") return null;
    if (next < 0) break;
    if (text.startsWith("<![CDATA[", next)) {
      const close = text.indexOf("]]>", next);
      if (close < 0 || open === undefined) return null;
      open.text += text.slice(next + 9, close);
      at = close + 3;
    } else if (text.startsWith("<!--", next)) {
      const close = text.indexOf("-->", next + 4);
      if (close < 0) return null;
      at = close + 3;
    } else if (text.startsWith("<?", next)) {
      const close = text.indexOf("?>", next);
      if (close < 0) return null;
      at = close + 2;
    } else if (text.startsWith("</", next)) {
      const close = text.indexOf(">", next);
      const closed = stack.pop();
      if (close < 0 || closed === undefined || text.slice(next + 2, close).trimEnd() !== closed.tag) return null;
      closed.inner = text.slice(closed.from, next);
      at = close + 1;
    } else {
      const tag = openingTag(text, next);
      if (tag === null || (open === undefined && root !== null) || stack.length >= MAX_DEPTH) return null;
      open?.children.push(tag.element);
      root ??= tag.element;
      if (!tag.isEmpty) stack.push(tag.element);
      at = tag.end;
    }
  }
  return stack.length === 0 ? root : null;
}

function openingTag(text: string, start: number): { element: Open; isEmpty: boolean; end: number } | null {
  NAME.lastIndex = start + 1;
  const tag = NAME.exec(text)?.[0];
  if (tag === undefined) return null;
  const attributes = new Map<string, string>();
  ATTRIBUTE.lastIndex = start + 1 + tag.length;
  let end = ATTRIBUTE.lastIndex;
  for (let match = ATTRIBUTE.exec(text); match !== null; match = ATTRIBUTE.exec(text)) {
    attributes.set(localName(match[1] ?? ""), decodeEntities(match[2] ?? match[3] ?? ""));
    end = ATTRIBUTE.lastIndex;
  }
  TAG_END.lastIndex = end;
  const close = TAG_END.exec(text);
  if (close === null) return null;
  const from = TAG_END.lastIndex;
  return {
    element: { name: localName(tag), tag, attributes, children: [], text: "", inner: "", from },
    isEmpty: close[1] === "/",
    end: from,
  };
}

function localName(name: string): string {
  return name.slice(name.indexOf(":") + 1);
}

const ENTITIES: ReadonlyMap<string, string> = new Map([
  ["amp", "&"],
  ["lt", "<"],
  ["gt", ">"],
  ["quot", '"'],
  ["apos", "'"],
]);

/** Decodes XML's own entities and numbers. Others, which only HTML knows, stay as they are: `textLines` decodes them. */
function decodeEntities(text: string): string {
  if (!text.includes("&")) return text;
  return text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,4}));/gi, (whole, decimal, hexadecimal, name) => {
    if (name !== undefined) return ENTITIES.get(name) ?? whole;
    const point = decimal === undefined ? Number.parseInt(hexadecimal, 16) : Number(decimal);
    return point > 0 && point <= 0x10ffff && !(point >= 0xd800 && point < 0xe000) ? String.fromCodePoint(point) : "";
  });
}

/** The first child of an element with this local name. */
export function childOf(parent: XmlElement, name: string): XmlElement | null {
  return parent.children.find((child) => child.name === name) ?? null;
}

/** The children of an element with this local name. */
export function childrenOf(parent: XmlElement, name: string): XmlElement[] {
  return parent.children.filter((child) => child.name === name);
}

/** The text of the first child with this local name: its source where it holds elements (Atom's `type="xhtml"`); "" where there is none. */
export function childText(parent: XmlElement, name: string): string {
  const child = childOf(parent, name);
  return child === null ? "" : (child.children.length === 0 ? child.text : child.inner).trim();
}
