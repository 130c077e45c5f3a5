/**
 * Any RSS or Atom feed of incidents, for pages without a better format.
 *
 * Only the times in it are machine-readable. Status and severity come from the words of the title, the categories and the beginning of
 * the newest post.
 * Traps: feeds keep old items, so an item that states no status counts as open only for three days; the time of an item can be that of
 * any post.
 */

import type { IncidentSeverity, IncidentStatus } from "../../feed/incident.ts";
import { DAY } from "../../time.ts";
import type { SourceContext, SourceIncident } from "../parsing/adapter.ts";
import type { FeedItem } from "../parsing/feed-items.ts";
import { feedAdapter } from "../parsing/make-adapter.ts";
import { textLines } from "../parsing/plain-text.ts";
import { saysResolved, statusFromText } from "../parsing/status-from-text.ts";
import { toIncidents } from "../parsing/to-incident.ts";

export const rss = feedAdapter("rss", (feed, source) => {
  if (feed.items.length === 0 && feed.title === "" && feed.link === "") return null;
  const newest = Math.max(feed.updated ?? 0, ...feed.items.map(({ updated, published }) => updated ?? published ?? 0));
  return feed.items.flatMap((item) => readItem(item, newest || source.now, source));
});

/** Judged: an item without a status is open for this long after its last change. */
const OPEN_WITHOUT_STATUS = 3 * DAY;

const RESOLVED = /\b(?:resolved|completed|closed|fixed|restored|post-?mortem)\b/i;
const PLANNED = /\b(?:maintenance|planned|scheduled)\b/i;
const NOT_BEGUN = /\b(?:upcoming|scheduled|planned|announced)\b/i;
const BEGUN = /\b(?:in progress|started|ongoing|under ?way|begun|verifying)\b/i;
const GRAVE = /\b(?:major|critical|outage|down|unavailable)\b/i;
/** How posts of status feeds begin: "Resolved - …", "Status: Resolved", "[Investigating] …". */
const HEAD =
  /^\W{0,4}(?:status|state)?\W{0,4}(resolved|completed|closed|investigating|identified|monitoring|update|in progress|verifying|scheduled)\b/i;

function readItem(item: FeedItem, now: number, source: SourceContext): SourceIncident[] {
  const lines = textLines(item.body);
  const head =
    lines
      .slice(0, 4)
      .map((line) => HEAD.exec(line)?.[1])
      .find((keyword) => keyword !== undefined) ?? "";
  const statement = `${item.title} ${item.categories.join(" ")} ${head}`;
  const text = lines.join(" ");
  const planned = PLANNED.test(`${item.title} ${item.categories.join(" ")}`) || /^scheduled$/i.test(head);
  const isResolved = RESOLVED.test(statement) || (!/\b(?:not|un)[ -]?resolved\b/i.test(text) && saysResolved(lines[0] ?? ""));
  if (planned && !isResolved && NOT_BEGUN.test(statement) && !BEGUN.test(statement)) return [];
  const at = item.updated ?? item.published;
  const isStated = isResolved || head !== "" || /\b(?:investigating|identified|monitoring|ongoing|in progress|active)\b/i.test(statement);
  if (!isStated && at !== null && now - at > OPEN_WITHOUT_STATUS) return [];
  const severity: IncidentSeverity = planned ? "maintenance" : GRAVE.test(item.title) ? "major" : "minor";
  const status: IncidentStatus = isResolved ? "resolved" : statusFromText([head, text]);
  return toIncidents(source, {
    id: item.id,
    severity,
    status,
    started: item.published,
    updated: at,
    resolved: isResolved ? at : null,
    title: item.title,
    posts: [item.body],
    links: [item.link],
  });
}
