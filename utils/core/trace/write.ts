import { diagnoseInFull, type Question } from "../diagnosis/diagnose.ts";
import type { Snapshot } from "../diagnosis/health/snapshot.ts";
import type { Knowledge } from "../providers/knowledge.ts";
import type { LoggedEvent } from "./logged-event.ts";
import { createNameWriter } from "./name-writer.ts";
import { createPseudonyms, type Pseudonyms } from "./pseudonyms.ts";
import { feedLine, lineOf, targetsLine, type Writing, type Written } from "./write-line.ts";

/** What a trace is written from. */
export type TraceSource = {
  name: string;
  /** In the order in which they came. */
  events: LoggedEvent[];
  /** The moment in which the trace is saved. Tabs and feed that are older than the events come from it. */
  snapshot: Snapshot;
  knowledge: Knowledge;
  /** Real names and addresses are replaced. */
  pseudonyms: boolean;
};

/**
 * Writes the events of the browser as a trace (JSON Lines, version 1) that ends by asking for the verdict of every tab and of the
 * toolbar, each with what this browser answered and the rule that decided, so that a replay by other code shows what it changed. The
 * start line says which provider each address belongs to, so that a replay needs no address table.
 * @returns the text of the file
 */
export function writeTrace({ name, events: logged, snapshot, knowledge, pseudonyms }: TraceSource): string {
  const events = sinceAccessChanged(logged);
  const epoch = events[0]?.at ?? snapshot.now;
  const names = pseudonyms ? createPseudonyms(knowledge) : realNames();
  const { url, address, startFields } = createNameWriter(knowledge, names, pseudonyms);
  const writing: Writing = { names, url, address, feed: snapshot.feed };
  // All names get their pseudonyms before the first line is written: what is kept of a feed depends on them.
  for (const event of events) if ("target" in event) url(event.target);
  const written = timed(linesOf(events, writing), epoch);
  const before = linesBefore(events, snapshot, writing).map((line) => ({ t: 0, ...line }));
  const end = Math.max(written.at(-1)?.t ?? 0, snapshot.now - epoch);
  const start = { t: 0, event: "start", trace: 1, name, browser: snapshot.browser, epoch: isoTime(epoch), mode: snapshot.mode };
  const lines = [{ ...start, ...startFields(isoTime(epoch)) }, ...before, ...written, ...asks(snapshot, end)];
  return `${lines.map((line) => JSON.stringify(line)).join("\n")}\n`;
}

function isoTime(instant: number): string {
  return new Date(instant).toISOString();
}

/** The lines of the events. The document of a feed is not in the log, so only the last feed, which the snapshot has, gets a line. */
function linesOf(events: LoggedEvent[], writing: Writing): Written[] {
  const lastFeed = events.findLast(({ event }) => event === "feed");
  return events.flatMap((event) => (event.event === "feed" && event !== lastFeed ? [] : lineOf(event, writing)));
}

/** Lines with times since the epoch. Browsers stamp events where they happen, so some come out of order; a trace never goes back. */
function timed(lines: Written[], epoch: number): { t: number }[] {
  let t = 0;
  return lines.map(({ at, line }) => {
    t = Math.max(t, at - epoch);
    return { t, ...line };
  });
}

/** The tabs and the feed from before the first event that is kept, and what vantages ask. */
function linesBefore(events: LoggedEvent[], snapshot: Snapshot, { names, url, feed }: Writing): object[] {
  const tabs = tabsBefore(snapshot, events).map(({ tabId, host }) => ({
    event: "navigation-completed",
    tabId,
    url: url({ scheme: "https", host, port: null }),
  }));
  const isFeedOlder = feed !== null && !events.some(({ event }) => event === "feed");
  const hosts = new Set(events.flatMap((event) => ("target" in event ? (event.target.host ?? []) : [])));
  const targets = targetsLine(snapshot, hosts, names);
  return [...tabs, ...(isFeedOlder ? [feedLine(feed, names, snapshot.feedAt === 0)] : []), ...(targets === null ? [] : [targets])];
}

/** The questions at the end, each with what this browser answers: about every tab that shows a site or waits for one, then about everything at once. */
function asks(snapshot: Snapshot, t: number): object[] {
  const tabs = Object.entries(snapshot.tabs).flatMap(([id, { site, loading }]) =>
    site === null && loading === null ? [] : [{ tabId: Number(id) }],
  );
  return [
    ...tabs.map((tab) => ({ t, event: "ask", ...tab, answered: answered(snapshot, tab) })),
    { t, event: "ask", answered: answered(snapshot, "everything") },
  ];
}

/** A verdict without its names, and the rule that decided; null where no rule had to: nothing fails, or the browser states the cause. */
function answered(snapshot: Snapshot, question: Question): object {
  const { verdict, judgement } = diagnoseInFull(snapshot, question);
  return { scope: verdict.scope, cause: verdict.cause, rule: judgement?.rule ?? null };
}

/** With and without full access a browser reports different events, and a trace has one level of access. */
function sinceAccessChanged(events: LoggedEvent[]): LoggedEvent[] {
  return events.slice(events.findLastIndex(({ event }) => event === "access") + 1);
}

/** What tabs showed before the first event that is kept. Without it the trace would not say whose page makes the calls. */
function tabsBefore({ tabs }: Snapshot, events: LoggedEvent[]): { tabId: number; host: string }[] {
  const reported = new Set<number>();
  for (const event of events) {
    const isPage = event.event.startsWith("navigation-") || ("type" in event && event.type === "main_frame");
    if (isPage && "tabId" in event) reported.add(event.tabId);
  }
  return Object.entries(tabs).flatMap(([id, tab]) =>
    tab.host === null || tab.state !== "shown" || reported.has(Number(id)) ? [] : [{ tabId: Number(id), host: tab.host }],
  );
}

function realNames(): Pseudonyms {
  const same = (name: string) => name;
  return { host: same, address: same, provider: same, service: same, services: () => [], text: same };
}
