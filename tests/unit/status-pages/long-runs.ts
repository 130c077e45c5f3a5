import { MAX_TEXT_LENGTH } from "../../../utils/core/status-pages/parsing/fields.ts";
import type { PayloadFile } from "./payload-files.ts";

/** Runs that patterns with more than linear work fail on: each can be the middle of a match, or its end that comes to nothing. */
const UNITS = ["/", " ", ".", "-", "<", "&", '"', "a", "A", "1", "(", "[", "*", "\\", "_", ":", "\n"];
const LONGER_UNITS = ["we ", "a-", "(a ", "[a](", "<a ", "&amp;", "https://", "status "];

/**
 * UTF-16 code units of a run: with what stands around it just below what is read of one text (`MAX_TEXT_LENGTH`). The pattern `/\/+$/`
 * takes 2 s for it, and what is linear some milliseconds (Node 24, 2026-11-30).
 */
const LENGTH = MAX_TEXT_LENGTH - 1000;
/** UTF-16 code units of the text that are kept before the run. */
const KEPT = 500;

const RUNS: readonly string[] = [...UNITS, ...LONGER_UNITS].map((unit) => unit.repeat(Math.ceil(LENGTH / unit.length)));

/** Where a text stands in a payload. */
type Spot = { path: string; start: number; end: number; text: string };

/** A payload with one of its texts lengthened. */
export type LongPayload = { path: string; run: string; text: string };

/**
 * One payload for each text of another and each run: the text's beginning, the run, and something after it, in its line and in the next,
 * since most patterns come to an end where nothing follows. Texts at the same place of a list count once.
 */
export function* withLongRuns({ bytes }: PayloadFile, seen: Set<string>): Generator<LongPayload> {
  const whole = decoded(bytes);
  for (const { path, start, end, text } of spotsOf(whole)) {
    if (seen.has(path)) continue;
    seen.add(path);
    for (const run of RUNS) {
      const long = `${text.slice(0, KEPT)}${run}x\nx`;
      yield {
        path,
        run,
        text: whole.slice(0, start) + (whole.startsWith("<") ? long : JSON.stringify(long).slice(1, -1)) + whole.slice(end),
      };
    }
  }
}

function decoded(bytes: Uint8Array): string {
  return bytes[0] === 0xfe ? new TextDecoder("utf-16be").decode(bytes) : new TextDecoder().decode(bytes);
}

/** The texts of JSON (between quotes, keys too) or XML (between tags). */
function spotsOf(whole: string): Spot[] {
  return whole.trimStart().startsWith("<") ? textsOfXml(whole) : textsOfJson(whole);
}

function textsOfJson(whole: string): Spot[] {
  const spots: Spot[] = [];
  // Keys of the objects that are open here; the path of a text is made of them, so that the items of a list count once.
  const open: string[] = [];
  let key = "";
  for (const { 0: token, index, groups = {} } of whole.matchAll(/"(?<text>(?:[^"\\]|\\.)*)"(?<colon>\s*:)?|[{}[\]]/g)) {
    if (token === "{" || token === "[") open.push(key);
    else if (token === "}" || token === "]") open.pop();
    else if (groups.colon !== undefined) key = groups.text ?? "";
    else {
      const start = index + 1;
      const end = start + (groups.text?.length ?? 0);
      spots.push({ path: [...open, key].join("/"), start, end, text: JSON.parse(token) as string });
    }
  }
  return spots;
}

function textsOfXml(whole: string): Spot[] {
  const spots: Spot[] = [];
  for (const { 1: tag = "", 2: text = "", index } of whole.matchAll(/<([A-Za-z:]+)[^<>]*>(?:<!\[CDATA\[)?([^<>\]]+)/g)) {
    const start = whole.indexOf(text, index + tag.length + 1);
    spots.push({ path: tag, start, end: start + text.length, text });
  }
  for (const { 1: name = "", 2: text = "", index } of whole.matchAll(/ (href|id|term|label|url)="([^"]*)"/g)) {
    const start = index + name.length + 3;
    spots.push({ path: `@${name}`, start, end: start + text.length, text });
  }
  return spots;
}
