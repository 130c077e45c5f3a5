import type { IncidentSeverity } from "../../feed/feed.ts";
import type { SourceContext, SourceIncident } from "../parsing/adapter.ts";
import { feedAdapter } from "../parsing/feed-document.ts";
import type { FeedItem } from "../parsing/feed-items.ts";
import { fromParts } from "../parsing/parse-time.ts";
import { textLines } from "../parsing/plain-text.ts";
import { toIncidents } from "../parsing/to-incident.ts";
import { meaningOf, type UnknownValues, vocabulary } from "../parsing/unknown-values.ts";

/**
 * `history.atom` and `history.rss` of a Statuspage, for pages whose JSON cannot be had. No state, no severity, and the entry's
 * own times are those of its last post: all that is known stands in the HTML, newest post first, as time, state and words.
 */
export const statuspageAtom = feedAdapter("statuspage-atom", (feed, source, unknown) => {
  const told = feed.items.map((item) => ({ item, posts: postsOf(item, unknown) }));
  const readable = told.filter(({ posts }) => posts.length > 0);
  if (readable.length === 0 && (told.length > 0 || !/incident history/i.test(feed.title))) return null;
  for (const { item, posts } of told) if (posts.length === 0) unknown.add(item.title);
  return readable.flatMap(({ item, posts }) => readEntry(item, posts, source));
});

type Stage = "investigating" | "identified" | "monitoring" | "resolved" | "planned" | "update";

const STAGES = vocabulary<Stage>({
  investigating: "investigating",
  identified: "identified",
  monitoring: "monitoring",
  update: "update",
  resolved: "resolved",
  postmortem: "resolved",
  scheduled: "planned",
  "in progress": "identified",
  verifying: "monitoring",
  completed: "resolved",
});

const MAINTENANCE_WORDS = new Set(["scheduled", "in progress", "verifying", "completed"]);

type Post = { at: number | null; word: string; stage: Stage | null; text: string };

const STAMP = /^([A-Z][a-z]{2}) (\d{1,2}), (?:(\d{4}), )?(\d{1,2}):(\d\d)(?: ?- ?\d{1,2}:\d\d)? ([A-Z]{1,5})$/;
const STATE = /^([A-Za-z][A-Za-z ]{2,20}) - ?/;
const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const TWO_DAYS = 2 * 24 * 60 * 60 * 1000;

function postsOf(item: FeedItem, unknown: UnknownValues): Post[] {
  const posts: Post[] = [];
  let stamp: RegExpExecArray | null = null;
  for (const line of textLines(item.body)) {
    const next = STAMP.exec(line);
    if (next !== null) {
      stamp = next;
      continue;
    }
    const word = STATE.exec(line)?.[1]?.trim().toLowerCase();
    const last = posts.at(-1);
    if (stamp !== null && word !== undefined) {
      posts.push({ at: stampedAt(stamp, item.published), word, stage: meaningOf(STAGES, word, unknown), text: line.replace(STATE, "") });
      stamp = null;
    } else if (last !== undefined) last.text += `\n${line}`;
  }
  return posts;
}

/** Stamps have no year and no seconds: the year is that of the entry, or the one before. */
function stampedAt(stamp: RegExpExecArray, published: number | null): number | null {
  const [, month = "", day, year, hour, minute, zone] = stamp;
  const inYear = (full: number) => fromParts(full, MONTHS.indexOf(month), Number(day), Number(hour), Number(minute), 0, zone);
  if (MONTHS.indexOf(month) < 0) return null;
  if (year !== undefined) return inYear(Number(year));
  if (published === null) return null;
  const thisYear = inYear(new Date(published).getUTCFullYear());
  return thisYear !== null && thisYear > published + TWO_DAYS ? inYear(new Date(published).getUTCFullYear() - 1) : thisYear;
}

function readEntry(item: FeedItem, posts: Post[], source: SourceContext): SourceIncident[] {
  // "Update" sets no state: the newest post that does decides.
  const decisive = posts.find(({ stage }) => stage !== "update");
  const stage = decisive?.stage ?? "investigating";
  if (stage === "planned" || stage === "update") return [];
  const maintenance = posts.some(({ word }) => MAINTENANCE_WORDS.has(word));
  const severity: IncidentSeverity = maintenance ? "maintenance" : "minor";
  const first = posts.at(-1)?.at ?? item.published;
  const began = maintenance ? (posts.findLast(({ word }) => word === "in progress")?.at ?? first) : first;
  return toIncidents(source, {
    id: item.link.split("/").at(-1) || item.id,
    severity,
    status: stage,
    started: began,
    acknowledged: first,
    updated: item.updated ?? posts[0]?.at ?? null,
    resolved: stage === "resolved" ? preciseEnd(posts, item.published) : null,
    title: item.title,
    posts: posts.map(({ text }) => text),
    url: item.link,
  });
}

/** The minute of the first post that says it is over; to the second where the entry's own time is that post's. */
function preciseEnd(posts: Post[], published: number | null): number | null {
  const end = posts.findLast(({ word }) => word === "resolved" || word === "completed")?.at ?? posts[0]?.at ?? null;
  if (end === null || published === null) return end ?? published;
  return published >= end && published - end < 60_000 ? published : end;
}
