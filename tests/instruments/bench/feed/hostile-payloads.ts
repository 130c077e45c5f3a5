import { FORMATS } from "../../../../utils/core/status-pages/format-names.ts";
import { MAX_PAYLOAD_SIZE } from "../../../../utils/core/status-pages/parsing/decode.ts";
import { MAX_TEXT_LENGTH } from "../../../../utils/core/status-pages/parsing/fields.ts";
import { handMade } from "../../../unit/status-pages/payload-files.ts";

export type HostilePayload = { format: string; how: string; bytes: Uint8Array };

/** Bytes: almost all that a source may send. */
const SIZE = MAX_PAYLOAD_SIZE - 64 * 1024;

/**
 * Payloads that give each format's parser as much work as a payload of its size can: many of everything, long texts, deep nesting.
 * @param size in bytes; as large as a source may send unless given
 */
export function hostilePayloads(size = SIZE): HostilePayload[] {
  return FORMATS.flatMap((format) => {
    const texts = handMade()
      .filter((file) => file.format === format)
      .map(({ bytes }) => (bytes[0] === 0xfe ? new TextDecoder("utf-16be") : new TextDecoder()).decode(bytes))
      .toSorted((one, other) => other.length - one.length);
    const xml = texts.find((text) => text.startsWith("<?xml") || text.startsWith("<rss") || text.startsWith("<feed"));
    const json = texts.map(withoutCallback).find(isJson);
    const made = [...(xml === undefined ? [] : fromXml(xml, size)), ...(json === undefined ? [] : fromJson(JSON.parse(json), size))];
    return made.map(({ how, text }) => ({ format, how, bytes: Buffer.from(text) }));
  });
}

type Made = { how: string; text: string };

function fromXml(text: string, size: number): Made[] {
  const item = /<(item|entry)\b[\s\S]*?<\/\1>/.exec(text)?.[0] ?? "";
  const withItems = (items: string) => text.replace(item, () => items);
  const long = withItems(
    item.replace(/(<(?:description|content|summary)[^>]*>)/, (open) => `${open}${"we would &amp;lt;b&amp;gt; ".repeat(1500)}`),
  );
  return [
    { how: "many items", text: withItems(repeated(item, size / 2)) },
    { how: "long texts", text: text.replace(item, () => repeated(/<(item|entry)\b[\s\S]*?<\/\1>/.exec(long)?.[0] ?? "", size / 2)) },
    { how: "deep nesting", text: withItems(`${"<a>".repeat(size / 8)}`) },
  ];
}

function repeated(item: string, length: number): string {
  let count = 0;
  const copies: string[] = [];
  // Each with ids of its own, or they would count as one.
  for (let filled = 0; filled < length; filled += item.length)
    copies.push(item.replace(/(<(?:guid|id|link)[^>]*>)([^<]+)/g, `$1$2${count++}`));
  return copies.join("");
}

function fromJson(document: unknown, size: number): Made[] {
  const lists = listsOf(document, []);
  return [
    ...lists.map((path) => ({ how: `many of ${path.join(".") || "them"}`, text: fill(document, path, size) })),
    { how: "long texts", text: JSON.stringify(lengthened(document, size)) },
    {
      how: "deep nesting",
      text: JSON.stringify(document).replace(/\{/, () => `{"deep":${"[".repeat(size / 2)}${"]".repeat(size / 2)},`),
    },
  ].filter(({ text }) => text !== "");
}

/** The paths of all lists; of the items of a list only the first counts. */
function listsOf(value: unknown, path: string[]): string[][] {
  if (typeof value !== "object" || value === null) return [];
  if (Array.isArray(value)) return value.length === 0 ? [] : [path, ...listsOf(value[0], [...path, "0"])];
  return Object.entries(value).flatMap(([key, child]) => listsOf(child, [...path, key]));
}

/** The document with the list at a path filled up with copies of its items, whose texts named `id` differ. */
function fill(document: unknown, path: string[], size: number): string {
  const copy = structuredClone(document);
  // biome-ignore lint/suspicious/noExplicitAny: the path was read from the same document
  const list = path.reduce((value: any, key) => value[key], copy) as unknown[];
  const items = list.map((item) => JSON.stringify(item));
  const room = size - JSON.stringify(copy).length;
  for (let length = 0, count = 0; length < room; count++) {
    const text = items[count % items.length]?.replace(/"(id|[a-z]*_?[iI]d|arn|number)":"([^"]*)"/g, `"$1":"$2${count}"`) ?? "0";
    list.push(JSON.parse(text));
    length += text.length + 8;
  }
  return JSON.stringify(copy);
}

/** The document with every text as long as one that is read may be, as far as there is room. */
function lengthened(value: unknown, size: number): unknown {
  let room = size;
  const lengthen = (inner: unknown): unknown => {
    if (typeof inner === "string" && /\s/.test(inner) && room > 2 * MAX_TEXT_LENGTH) {
      room -= 1.2 * MAX_TEXT_LENGTH;
      return `${inner} ${"we would &amp;lt;b> ".repeat(MAX_TEXT_LENGTH / 20)}`;
    }
    if (Array.isArray(inner)) return inner.map(lengthen);
    if (typeof inner === "object" && inner !== null)
      return Object.fromEntries(Object.entries(inner).map(([key, child]) => [key, lengthen(child)]));
    return inner;
  };
  return lengthen(value);
}

/** Apple's JSON is the argument of a call. */
function withoutCallback(text: string): string {
  return text.startsWith("jsonCallback(") ? text.slice(text.indexOf("{"), text.lastIndexOf("}") + 1) : text;
}

function isJson(text: string): boolean {
  try {
    return typeof JSON.parse(text) === "object";
  } catch {
    return false;
  }
}
