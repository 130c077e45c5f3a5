import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { ExtensionBrowser } from "../../scripts/browsers/extension-browser.ts";
import type { BrowserFamily } from "../../scripts/browsers/find.ts";
import type { Access } from "./access.ts";
import type { LabCase } from "./lab-case.ts";
import { RANGES } from "./neighbours.ts";

export type RecordingName = { family: BrowserFamily; access: Access; labCase: LabCase };

/** What the extension saw during a case, as it would save it itself, asked about what the case is about. */
export async function recordTrace(browser: ExtensionBrowser, name: RecordingName, tabId: number | null): Promise<string> {
  const reply = await browser.inExtension<{ output: string } | { problem: string }>(
    `browser.runtime.sendMessage({ command: "saveTrace", input: { pseudonyms: false } })`,
  );
  if ("problem" in reply) throw new Error(`the trace was not saved: ${reply.problem}`);
  const [start = {}, ...lines] = reply.output
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as Line);
  const end = lines.at(-1)?.t ?? 0;
  const events = lines.filter(({ event }) => event !== "ask").map(withShortFeed);
  const ask = { t: end, event: "ask", ...(tabId === null ? {} : { tabId }) };
  return `${[{ ...start, name: traceName(name) }, ...events, ask].map((line) => JSON.stringify(line)).join("\n")}\n`;
}

type Line = { t: number; event: string; feed?: { sources?: { read: string; except: { id: string }[] } } };

/** The lab's feed has read no source, and lists them all. Of these a recording keeps the ones on which a site of the lab stands. */
function withShortFeed(line: Line): Line {
  if (line.feed?.sources === undefined) return line;
  const except = line.feed.sources.except.filter(({ id }) => RANGES.some(({ provider }) => provider === id));
  return { ...line, feed: { ...line.feed, sources: { ...line.feed.sources, except } } };
}

/** `chromium-full-refused`. */
function traceName({ family, access, labCase }: RecordingName): string {
  return `${family}-${access}-${labCase.name}`;
}

/** Writes `FOLDER/refused/chromium-full.jsonl`: the traces of one fault in all browsers lie in one folder. */
export function keepTrace(folder: string, { family, access, labCase }: RecordingName, trace: string): void {
  mkdirSync(join(folder, labCase.name), { recursive: true });
  writeFileSync(join(folder, labCase.name, `${family}-${access}.jsonl`), trace);
}
