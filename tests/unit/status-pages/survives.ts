import * as fc from "fast-check";
import { readFeed } from "../../../utils/core/feed/feed.ts";
import { adapterFor } from "../../../utils/core/status-pages/formats.ts";
import type { Reading, SourceContext } from "../../../utils/core/status-pages/parsing/adapter.ts";
import { decodeText } from "../../../utils/core/status-pages/parsing/decode.ts";
import { collectUnknown } from "../../../utils/core/status-pages/parsing/unknown-values.ts";
import { type Edit, mutate } from "./mutate.ts";
import type { PayloadFile } from "./payload-files.ts";

const SOURCE: SourceContext = {
  id: "fuzz",
  provider: "fuzz",
  site: null,
  page: "https://status.example.com",
  url: "https://status.example.com/payload",
  now: Date.parse("2026-11-23T00:00:00Z"),
};

const share = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
const some = fc.nat(200);

export const edit: fc.Arbitrary<Edit> = fc.oneof(
  { weight: 1, arbitrary: fc.record({ edit: fc.constant("cut" as const), at: share }) },
  { weight: 2, arbitrary: fc.record({ edit: fc.constant("remove" as const), at: share, length: some }) },
  { weight: 1, arbitrary: fc.record({ edit: fc.constant("repeat" as const), at: share, length: some, times: fc.nat(20) }) },
  { weight: 3, arbitrary: fc.record({ edit: fc.constant("insert" as const), at: share, text: some }) },
  { weight: 2, arbitrary: fc.record({ edit: fc.constant("byte" as const), at: share, value: fc.nat(255) }) },
  { weight: 1, arbitrary: fc.record({ edit: fc.constant("encode" as const), as: some }) },
  { weight: 4, arbitrary: fc.record({ edit: fc.constant("drop" as const), at: share }) },
  { weight: 8, arbitrary: fc.record({ edit: fc.constant("put" as const), at: share, value: some }) },
  { weight: 2, arbitrary: fc.record({ edit: fc.constant("wrap" as const), at: share }) },
  { weight: 1, arbitrary: fc.record({ edit: fc.constant("multiply" as const), at: share, times: fc.nat(30) }) },
);

/** Formats whose payload is JSON and nothing else: there what is not JSON is not readable. */
const NOT_ONLY_JSON = new Set([
  "apple",
  "azure-devops",
  "pagerduty",
  "microsoft-365",
  "xbox",
  "nintendo",
  "aws-rss",
  "azure-rss",
  "statuspage-atom",
  "rss",
]);

/** What must hold for a payload, whatever was done to it. Throws with what does not. */
export function survives(file: PayloadFile, edits: readonly Edit[]): void {
  const bytes = mutate(file.bytes, edits);
  const adapter = adapterFor(file.format);
  if (adapter === null) throw new Error(`no adapter for ${file.format}`);
  const reading = adapter.read(bytes, SOURCE);
  const text = decodeText(bytes);
  // `read` hides a parser's exception; here it is a mistake to be found.
  if (text !== null) adapter.parse(text, SOURCE, collectUnknown());
  checkReading(reading);
  if (!NOT_ONLY_JSON.has(file.format) && !isJson(text ?? "") && reading.parsed) throw new Error("reads what is not JSON");
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there
const UNSEEN = /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/;
const MARKUP = /<\/?(?:script|b|p|i|br|a)\b[^>]{0,50}>/i;

function checkReading({ parsed, incidents, unknown }: Reading): void {
  if (!parsed && incidents.length > 0) throw new Error("tells incidents of what it cannot read");
  const document = { version: 1, sequence: 1, issued: "2026-11-23T00:00:00Z", expires: "2026-11-23T00:30:00Z", incidents };
  const feed = readFeed(document);
  if (!feed.ok) throw new Error(`does not fit into the feed: ${feed.reason}`);
  if (unknown.some((value) => value.length > 80)) throw new Error("an endless unknown value");
  for (const { id, region } of incidents) {
    if (!/^[A-Za-z0-9._-]+$/.test(id)) throw new Error(`an id with more than letters: ${JSON.stringify(id)}`);
    if (region !== null && !/^[A-Za-z0-9._-]+$/.test(region)) throw new Error(`a region with more than letters: ${JSON.stringify(region)}`);
  }
  for (const { title, summary, status, resolved, started, updated, services, advice } of incidents) {
    for (const words of [title, summary, ...services, ...advice.map((item) => item.text)]) {
      if (UNSEEN.test(words)) throw new Error(`unseen characters: ${JSON.stringify(words)}`);
      if (MARKUP.test(words)) throw new Error(`markup: ${words}`);
    }
    if ((status === "resolved") !== (resolved !== null)) throw new Error(`${status}, resolved ${resolved}`);
    if (Date.parse(updated) < Date.parse(started)) throw new Error(`updated ${updated} before it started ${started}`);
    if (resolved !== null && Date.parse(resolved) < Date.parse(started))
      throw new Error(`resolved ${resolved} before it started ${started}`);
  }
}
