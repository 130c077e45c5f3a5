/**
 * Any RSS or Atom feed of incidents, for pages without a better format.
 *
 * An item is one incident. Its state and its times stand in its title, in its categories, in lines of its body ("Status: resolved",
 * "Resolved: 10:05 UTC") or in the posts there, the newest first or last.
 * Traps: feeds keep old items, so an item that states no status counts as open only for three days; the time of an item can be that of
 * any post.
 */

import type { IncidentSeverity } from "../../../feed/incident.ts";
import { DAY } from "../../../time.ts";
import type { SourceContext, SourceIncident } from "../../parsing/adapter.ts";
import { feedAdapter } from "../../parsing/feeds/feed-adapter.ts";
import type { FeedItem } from "../../parsing/feeds/feed-items.ts";
import { endOfPosts, type FeedBody, leadingStage, POST_WORDS, readFeedBody, stageOfPosts } from "../../parsing/feeds/feed-posts.ts";
import { stampOf } from "../../parsing/feeds/post-stamp.ts";
import { earliest, latest, parseTime } from "../../parsing/parse-time.ts";
import { textLines } from "../../parsing/plain-text.ts";
import { saysResolved } from "../../parsing/says-resolved.ts";
import type { Stage } from "../../parsing/stage.ts";
import { statusFromText } from "../../parsing/status-from-text.ts";
import { toIncidents } from "../../parsing/to-incident.ts";

export const rss = feedAdapter("rss", (feed, source) => {
  if (feed.items.length === 0 && feed.title === "" && feed.link === "") return null;
  return feed.items.flatMap((item) => readItem(item, source));
});

/** Judged: an item without a status is open for this long after its last change, and one with a status for a month. */
const OPEN_WITHOUT_STATUS = 3 * DAY;
const OPEN_WITH_STATUS = 30 * DAY;

const PLANNED = /\b(?:maintenance|planned|scheduled|wartung\w*|mantenimiento|manutenção|manutenzione)\b|メンテナンス|维护/i;
const NOT_BEGUN = /\b(?:upcoming|scheduled|planned|announced|geplante?r?|programado|agendada|planifiée?)\b|予定|计划/i;
const BEGUN = /\b(?:in progress|started|ongoing|under ?way|begun|verifying|en cours|läuft)\b|実施中/i;
const CRITICAL = /\b(?:critical|complete outage|full outage|total outage)\b/i;
const GRAVE =
  /\b(?:major|outage|down|unavailable|high|ausfall|nicht (?:verfügbar|erreichbar)|caíd[ao]|indisponibl?e?|indisponível|interrupción|panne|hors service)\b|利用できない|停止|不可用|中断/i;
/** "[Resolved] …", "RESOLVED: …", "Incident resolved - …"; "Closed captions" and "Fixed wireless" are products. */
const OVER_FIRST =
  /^\W{0,3}(?:incident |issue )?(?:resolved|completed|closed|fixed|restored|post-?mortem|behoben|gelöst|resuelto|resolvido|résolu|解決済み|復旧|已解决|已恢复)\s{0,2}[\])}】:：|–—-]/i;
const OVER_LAST =
  /(?:^|[\s(（[【:：–—-])(?:is |has been |now )?(?:resolved|completed|closed|fixed|restored|behoben|gelöst|resuelto|resolvido|résolu|解決済み|復旧済み|已解决|已恢复)\s{0,2}[\])}】）.!]{0,2}$/i;
const STATED = /\b(?:investigating|identified|monitoring|ongoing|in progress|active)\b/i;
/** "[API (us-east-1)] Elevated errors": a service before the title. */
const BRACKETS = /^\[([^[\]]{2,60})\]\s{0,3}(?=\S)/;

function readItem(item: FeedItem, source: SourceContext): SourceIncident[] {
  const lines = textLines(item.body);
  const near = item.updated ?? item.published;
  const body = readFeedBody(lines, near);
  const planned = PLANNED.test(`${item.title} ${item.categories.join(" ")}`) || body.posts.some(({ stage }) => stage === "planned");
  const stage = stageOf(item, body, lines);
  const begins = fieldTime(body, near, "started", "start", "start time", "begin", "began", "detected");
  const ends = fieldTime(body, near, "resolved", "ended", "end", "end time");
  if (planned && isAhead(item, stage, begins, source.now)) return [];
  const times = body.posts.map(({ at }) => at);
  const at = latest([item.updated, item.published, ...times]);
  const isPast = planned && ends !== null && ends <= source.now && stage !== "resolved";
  const isResolved = stage === "resolved" || isPast || (!planned && ends !== null && ends <= source.now);
  const isStated = stage !== null || STATED.test(`${item.title} ${item.categories.join(" ")}`);
  if (!isResolved && at !== null && source.now - at > (isStated ? OPEN_WITH_STATUS : OPEN_WITHOUT_STATUS)) return [];
  const texts = body.posts.map(({ text }) => text).filter((text) => text !== "");
  const name = BRACKETS.exec(item.title);
  const service = name === null || leadingStage(`${name[1]}:`) !== null || OVER_FIRST.test(item.title) ? null : (name[1] ?? null);
  return toIncidents(source, {
    id: item.id,
    places: [{ region: null, services: [...(service === null ? [] : [service]), ...servicesOf(body)] }],
    named: `${item.title} ${body.fields.get("region") ?? ""} ${body.fields.get("location") ?? ""}`,
    severity: planned ? "maintenance" : severityOf(item.title, body),
    status: isResolved ? "resolved" : stage === null || stage === "planned" ? statusFromText([lines.join(" ")]) : stage,
    started: begins ?? earliest(times) ?? item.published,
    updated: at,
    resolved: isResolved ? (ends ?? endOfPosts(body.posts) ?? at) : null,
    title: service === null ? item.title : item.title.slice(name?.[0].length ?? 0),
    posts: texts.length > 0 ? texts : [item.body],
    links: [item.link],
  });
}

/** The stage that the item states, the most reliable first: a field, the posts, the title, a category, the newest words. */
function stageOf(item: FeedItem, { posts, fields }: FeedBody, lines: string[]): Stage | null {
  if (OVER_FIRST.test(item.title) || OVER_LAST.test(item.title)) return "resolved";
  const stated = [item.status, fields.get("status") ?? "", ...item.categories].map((word) => POST_WORDS.get(word.trim().toLowerCase()));
  const field = stated.find((word) => word !== undefined && word !== "update");
  const posted = stageOfPosts(posts);
  if (posted === "resolved" && fields.get("status") === undefined) return "resolved";
  if (field !== undefined) return field;
  const newest = posts[0]?.text || lines.slice(0, 6).join("\n");
  if (posted === null && saysResolved(newest)) return "resolved";
  const titled = leadingStage(item.title);
  return posted ?? (titled === "update" ? null : titled);
}

/** Planned work that has not begun. */
function isAhead(item: FeedItem, stage: Stage | null, begins: number | null, now: number): boolean {
  if (stage === "resolved") return false;
  if (begins !== null) return begins > now;
  return stage === "planned" || (stage === null && NOT_BEGUN.test(item.title) && !BEGUN.test(item.title));
}

function severityOf(title: string, { fields }: FeedBody): IncidentSeverity {
  const stated = fields.get("severity") ?? fields.get("impact") ?? "";
  const words = stated === "" ? title : stated;
  if (stated !== "" && CRITICAL.test(stated)) return "critical";
  return GRAVE.test(words) || CRITICAL.test(words) ? "major" : "minor";
}

function servicesOf({ fields }: FeedBody): string[] {
  const list = fields.get("component") ?? fields.get("service") ?? fields.get("product") ?? "";
  return list
    .split(/[,;、]\s{0,3}(?![^()]{0,80}\))/)
    .map((name) => name.trim())
    .filter((name) => name !== "");
}

function fieldTime({ fields }: FeedBody, near: number | null, ...names: string[]): number | null {
  for (const name of names) {
    const text = fields.get(name) ?? "";
    const at = text === "" ? null : (parseTime(text) ?? stampOf(text, near)?.at ?? null);
    if (at !== null) return at;
  }
  return null;
}
