/**
 * `history.atom` and `history.rss` of an Atlassian Statuspage, for pages whose JSON cannot be read. Seen 9 July and 22 August 2026 (GitHub).
 *
 * Holds one entry per incident. The body is HTML: the posts, newest first, each with time, status and text.
 * Traps: no severity; the times of an entry are those of its last post; the time of a post has no year and no seconds; "Update" sets no
 * status.
 */

import type { IncidentSeverity } from "../../../feed/incident.ts";
import { DAY } from "../../../time.ts";
import type { SourceContext, SourceIncident } from "../../parsing/adapter.ts";
import { feedAdapter } from "../../parsing/feeds/feed-adapter.ts";
import type { FeedItem } from "../../parsing/feeds/feed-items.ts";
import { fromParts } from "../../parsing/parse-time.ts";
import { textLines } from "../../parsing/plain-text.ts";
import type { Stage } from "../../parsing/stage.ts";
import { toIncidents } from "../../parsing/to-incident.ts";
import { meaningOf, type UnknownValues } from "../../parsing/unknown-values.ts";
import { STATUSPAGE_ATOM } from "../word-table.ts";

export const statuspageAtom = feedAdapter("statuspage-atom", (feed, source, unknown) => {
  const entries = feed.items.map((item) => ({ item, posts: postsOf(item, unknown) }));
  const readable = entries.filter(({ posts }) => posts.length > 0);
  if (readable.length === 0 && (entries.length > 0 || !/incident history/i.test(feed.title))) return null;
  for (const { item, posts } of entries) if (posts.length === 0) unknown.add(item.title);
  return readable.flatMap(({ item, posts }) => readEntry(item, posts, source));
});

type PostStage = Stage | "update";

const MAINTENANCE_WORDS = new Set(["scheduled", "in progress", "verifying", "completed"]);

type Post = { at: number | null; word: string; stage: PostStage | null; text: string };

const STAMP = /^([A-Z][a-z]{2}) (\d{1,2}), (?:(\d{4}), )?(\d{1,2}):(\d\d)(?: ?- ?\d{1,2}:\d\d)? ([A-Z]{1,5})$/;
const STATE = /^([A-Za-z][A-Za-z ]{2,20}) - ?/;
const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
/** Judged: a post may be later than its entry by this much, as clocks and zones differ. */
const TOLERANCE = 2 * DAY;

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
      posts.push({
        at: stampedAt(stamp, item.published),
        word,
        stage: meaningOf(STATUSPAGE_ATOM.stage, word, unknown),
        text: line.replace(STATE, ""),
      });
      stamp = null;
    } else if (last !== undefined) last.text += `\n${line}`;
  }
  return posts;
}

/** The time of a post. Its year is that of the entry, or the one before. */
function stampedAt(stamp: RegExpExecArray, published: number | null): number | null {
  const [, month = "", day, year, hour, minute, zone] = stamp;
  const inYear = (full: number) => fromParts(full, MONTHS.indexOf(month), Number(day), Number(hour), Number(minute), 0, zone);
  if (MONTHS.indexOf(month) < 0) return null;
  if (year !== undefined) return inYear(Number(year));
  if (published === null) return null;
  const thisYear = inYear(new Date(published).getUTCFullYear());
  return thisYear !== null && thisYear > published + TOLERANCE ? inYear(new Date(published).getUTCFullYear() - 1) : thisYear;
}

function readEntry(item: FeedItem, posts: Post[], source: SourceContext): SourceIncident[] {
  // "Update" sets no status: the newest other post decides.
  const decisive = newestStated(posts);
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
    resolved: stage === "resolved" ? endOf(posts, item.published) : null,
    title: item.title,
    posts: posts.map(({ text }) => text),
    links: [item.link],
  });
}

/**
 * The newest post that sets a status. Statuspage has no seconds and sorts the posts of one minute in any order (GitHub, 28 May 2024), so of
 * the newest minute a post with the end decides.
 */
function newestStated(posts: Post[]): Post | undefined {
  const first = posts.find(({ stage }) => stage !== "update");
  const sameMinute = posts.filter(({ at, stage }) => at !== null && at === posts[0]?.at && stage === "resolved");
  return sameMinute[0] ?? first;
}

/** The time of the first post that states the end; the time of the entry, which has seconds, where it is in the same minute. */
function endOf(posts: Post[], published: number | null): number | null {
  const end = posts.findLast(({ word }) => word === "resolved" || word === "completed")?.at ?? posts[0]?.at ?? null;
  if (end === null || published === null) return end ?? published;
  return published >= end && published - end < 60_000 ? published : end;
}
