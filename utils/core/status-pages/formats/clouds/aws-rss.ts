/**
 * AWS's feeds `status.aws.amazon.com/rss/…`, one per service and region, and `all.rss`. Undocumented; seen 1 March 2022 (EC2 in us-east-1).
 *
 * Holds one item per post, not per event. A title begins with the state that the post set; the guid ends in service and time.
 * Traps: when an event is resolved, AWS rewrites the titles of all its posts to carry [RESOLVED], whatever state they set, so only the
 * newest post of an event decides. Posts have no event id. Times have zone names (PST, PDT).
 */

import type { SourceContext, SourceIncident } from "../../parsing/adapter.ts";
import { feedAdapter } from "../../parsing/feeds/feed-adapter.ts";
import type { FeedDocument, FeedItem } from "../../parsing/feeds/feed-items.ts";
import { textLines } from "../../parsing/plain-text.ts";
import { regionId, splitAwsService } from "../../parsing/region-ids.ts";
import { saysResolved } from "../../parsing/says-resolved.ts";
import { statusFromText } from "../../parsing/status-from-text.ts";
import { toIncidents } from "../../parsing/to-incident.ts";
import type { UnknownValues } from "../../parsing/unknown-values.ts";
import { type AwsCode, awsServices, awsSeverity, isMarkedResolved, withoutMark } from "./aws-event.ts";

export const awsRss = feedAdapter("aws-rss", (feed, source, unknown) => {
  if (!isFromAws(feed)) return null;
  const services = Map.groupBy(
    feed.items.map((item) => readPost(item, feed, unknown)),
    ({ service }) => service,
  );
  return [...services.values()].flatMap(runsOf).flatMap((run) => readRun(run, source));
});

/** Whether the feed is AWS's. An empty feed of another vendor must not read as AWS without incidents. */
function isFromAws(feed: FeedDocument): boolean {
  return [feed.link, feed.generator, feed.title, feed.items[0]?.id ?? ""].some((text) => /\baws\b|\bamazon\b/i.test(text));
}

type Post = {
  /** As AWS writes it: `ec2-us-east-1`. */
  service: string;
  epoch: string;
  at: number | null;
  code: AwsCode | null;
  resolved: boolean;
  title: string;
  text: string;
};

const STATES: [prefix: string, code: AwsCode][] = [
  ["service is operating normally", 0],
  ["informational message", 1],
  ["service impact", 1],
  ["performance issues", 2],
  ["service degradation", 2],
  ["service disruption", 3],
];

function readPost(item: FeedItem, feed: FeedDocument, unknown: UnknownValues): Post {
  // No service id contains an underscore, so the last one is the separator.
  const anchor = item.id.slice(item.id.lastIndexOf("#") + 1);
  const separator = anchor.lastIndexOf("_");
  const epoch = anchor.slice(separator + 1);
  const isAnchor = item.id.includes("#") && separator > 0 && /^\d{9,13}$/.test(epoch);
  const colon = item.title.indexOf(":");
  const state = item.title.slice(0, Math.max(colon, 0)).trim();
  const known = STATES.find(([prefix]) => prefix === state.toLowerCase());
  if (known === undefined) unknown.add(state || item.title);
  const title = known === undefined ? item.title : item.title.slice(colon + 1);
  const isMarked = isMarkedResolved(title);
  return {
    service: isAnchor ? anchor.slice(0, separator) : serviceOfChannel(feed.title),
    epoch: isAnchor ? epoch : String(Math.round((item.published ?? 0) / 1000)),
    at: item.published ?? (isAnchor ? Number(epoch) * 1000 : null),
    // Not every last post changes the title (EC2 in us-east-1, 22 September 2026): then only its words tell the end.
    code: !isMarked && saysResolved(textLines(item.body).join("\n")) ? 0 : (known?.[1] ?? null),
    resolved: known?.[1] === 0 || isMarked,
    title: withoutMark(title).trim(),
    text: item.body,
  };
}

/** The region of a title such as "Amazon Elastic Compute Cloud (N. Virginia) Service Status", where the guid has no service id. */
function serviceOfChannel(title: string): string {
  const displayed = /\(([^()]{2,40})\)/.exec(title)?.[1];
  return (displayed === undefined ? null : regionId("aws", displayed)) ?? "";
}

/** The posts about one event, the oldest first. */
type Run = Post[];

/**
 * Groups a service's posts by event. A post joins the event with its title, or else the latest event that accepts it. After the end of an
 * event, a post that is not about the end begins a new one. A post without the mark [RESOLVED] never joins posts with it.
 */
function runsOf(posts: Post[]): Run[] {
  const runs: Run[] = [];
  for (const post of posts.toSorted((a, b) => (a.at ?? 0) - (b.at ?? 0))) {
    const open = runs.filter((run) => accepts(run, post));
    const run = open.findLast((candidate) => candidate.some((other) => sameTitle(other, post))) ?? open.at(-1);
    if (run === undefined) runs.push([post]);
    else run.push(post);
  }
  return runs;
}

function accepts(run: Run, post: Post): boolean {
  const last = run.at(-1);
  if (last === undefined) return false;
  if (last.code === 0) return post.code === 0 && sameTitle(last, post);
  return last.resolved === post.resolved || (post.code === 0 && !last.resolved);
}

function sameTitle(one: Post, other: Post): boolean {
  return one.title.toLowerCase() === other.title.toLowerCase();
}

function readRun(run: Run, source: SourceContext): SourceIncident[] {
  const first = run[0];
  const newest = run.at(-1);
  if (first === undefined || newest === undefined) return [];
  const { service, region } = splitAwsService(newest.service);
  const isResolved = newest.resolved || newest.code === 0;
  const end = isResolved ? (run.find((_, index) => run.slice(index).every((later) => later.code === 0)) ?? newest) : null;
  const codes = run.map((post) => post.code ?? 1);
  const code = isResolved ? (Math.max(...codes) as AwsCode) : (newest.code ?? 1);
  return toIncidents(source, {
    id: `${newest.service}-${first.epoch}`,
    places: [{ region, services: awsServices(service) }],
    severity: awsSeverity(code === 0 ? 1 : code, service),
    status: isResolved ? "resolved" : statusFromText(run.map((post) => post.text).toReversed()),
    started: first.at,
    updated: newest.at,
    resolved: end?.at ?? null,
    title: newest.title,
    posts: run.map((post) => post.text).toReversed(),
  });
}
