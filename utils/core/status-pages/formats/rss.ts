import type { IncidentSeverity, IncidentStatus } from "../../feed/feed.ts";
import type { SourceContext, SourceIncident } from "../parsing/adapter.ts";
import { feedAdapter } from "../parsing/feed-document.ts";
import type { FeedItem } from "../parsing/feed-items.ts";
import { textLines } from "../parsing/plain-text.ts";
import { saysResolved, statusFromText } from "../parsing/status-from-text.ts";
import { toIncidents } from "../parsing/to-incident.ts";

/**
 * Any RSS or Atom of incidents. Nothing in it is machine-readable but the times, so words decide: in the title, then at the
 * head of the newest post. An item that says nothing of its state counts as open only while it is news.
 */
export const rss = feedAdapter("rss", (feed, source) => {
  if (feed.items.length === 0 && feed.title === "" && feed.link === "") return null;
  const newest = Math.max(feed.updated ?? 0, ...feed.items.map(({ updated, published }) => updated ?? published ?? 0));
  return feed.items.flatMap((item) => readItem(item, newest || source.now, source));
});

const THREE_DAYS = 3 * 24 * 60 * 60 * 1000;

const OVER = /\b(?:resolved|completed|closed|fixed|restored|post-?mortem)\b/i;
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
      .find((word) => word !== undefined) ?? "";
  const said = `${item.title} ${item.categories.join(" ")} ${head}`;
  const text = lines.join(" ");
  const planned = PLANNED.test(`${item.title} ${item.categories.join(" ")}`) || /^scheduled$/i.test(head);
  const over = OVER.test(said) || (!/\b(?:not|un)[ -]?resolved\b/i.test(text) && saysResolved(lines[0] ?? ""));
  if (planned && !over && NOT_BEGUN.test(said) && !BEGUN.test(said)) return [];
  const at = item.updated ?? item.published;
  const isStated = over || head !== "" || /\b(?:investigating|identified|monitoring|ongoing|in progress|active)\b/i.test(said);
  if (!isStated && at !== null && now - at > THREE_DAYS) return [];
  const severity: IncidentSeverity = planned ? "maintenance" : GRAVE.test(item.title) ? "major" : "minor";
  const status: IncidentStatus = over ? "resolved" : statusFromText([head, text]);
  return toIncidents(source, {
    id: item.id,
    severity,
    status,
    started: item.published,
    updated: at,
    resolved: over ? at : null,
    title: item.title,
    posts: [item.body],
    url: item.link,
  });
}
