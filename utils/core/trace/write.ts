import { diagnoseInFull, type Question } from "../diagnosis/diagnose.ts";
import type { Snapshot } from "../diagnosis/health/snapshot.ts";
import type { Origin } from "../net/origin.ts";
import type { Knowledge } from "../providers/knowledge.ts";
import type { Place } from "../providers/place.ts";
import type { Placement } from "../providers/placement.ts";
import type { World } from "../world/world.ts";
import type { LoggedEvent } from "./logged-event.ts";
import { createPseudonyms, type Pseudonyms } from "./pseudonyms.ts";
import { feedLine, lineOf } from "./write-line.ts";

/** What a trace is written from. */
export type TraceSource = {
  name: string;
  /** In the order in which they came. */
  events: LoggedEvent[];
  /** The world as it is now: tabs and feed that are older than the events come from it. */
  world: World;
  /** That world at the moment in which the trace is saved. */
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
export function writeTrace(source: TraceSource): string {
  const { world, knowledge, snapshot } = source;
  const { now } = snapshot;
  const events = sinceAccessChanged(source.events);
  const epoch = events[0]?.at ?? now;
  const names = source.pseudonyms ? createPseudonyms(knowledge) : realNames();
  const places = new Map<string, Placement>();
  const learned = new Map<string, Place>();

  /** `https://example.com/`. A scheme without hosts on the network keeps only itself: the id of an extension may be unique. */
  const url = ({ scheme, host }: Pick<Origin, "scheme" | "host">): string => {
    if (host === null) return `${scheme === "" ? "about" : scheme}://other/`;
    const name = names.host(host);
    addLearned(host, name);
    return `${scheme}://${name.includes(":") ? `[${name}]` : name}/`;
  };

  function addLearned(host: string, name: string): void {
    if (learned.has(name)) return;
    const known = knowledge.learned(host) ?? (host === name ? null : knowledge.byHost(host));
    if (known !== null) learned.set(name, known);
  }

  const address = (ip: string, host: string): string => {
    const on = knowledge.byAddress(ip) ?? (source.pseudonyms ? knowledge.byHost(host) : null);
    const name = names.address(ip, on);
    if (on !== null) places.set(name, on);
    return name;
  };

  // All names get their pseudonyms before the first line is written: what is kept of a feed depends on them.
  for (const event of events) if ("target" in event) url(event.target);
  const lastFeed = events.findLast(({ event }) => event === "feed");
  const written = events.flatMap((event) =>
    event.event === "feed" && event !== lastFeed ? [] : lineOf(event, { names, url, address, world }),
  );
  const before = tabsBefore(world, events).map(({ tabId, host }) => ({
    event: "navigation-completed",
    tabId,
    url: url({ scheme: "https", host }),
  }));
  const feedBefore = world.feed !== null && lastFeed === undefined ? [feedLine(world.feed, names)] : [];

  const placeOf = ({ provider, region }: Place) => ({
    provider: names.provider(provider),
    ...(region === null ? {} : { region }),
  });
  const start = {
    t: 0,
    event: "start",
    trace: 1,
    name: source.name,
    browser: world.browser,
    epoch: new Date(epoch).toISOString(),
    mode: world.mode,
    ranges: [...places].map(([ip, on]) => ({ cidr: `${ip}/${ip.includes(":") ? 128 : 32}`, ...placeOf(on) })),
    learned: [...learned].map(([host, on]) => ({ host, ...placeOf(on), seen: new Date(epoch).toISOString() })),
    ...(names.services().length === 0 ? {} : { services: names.services() }),
  };
  const tabs = Object.entries(world.tabs).flatMap(([id, tab]) => (tab.site === null ? [] : [{ tabId: Number(id) }]));
  const lines: object[] = [start, ...[...before, ...feedBefore].map((line) => ({ t: 0, ...line }))];
  // Browsers stamp events where they happen, so some arrive with the time of an earlier one; a trace never goes back.
  let t = 0;
  for (const { at, line } of written) {
    t = Math.max(t, at - epoch);
    lines.push({ t, ...line });
  }
  const end = Math.max(t, now - epoch);
  for (const tab of tabs) lines.push({ t: end, event: "ask", ...tab, answered: answered(snapshot, tab) });
  lines.push({ t: end, event: "ask", answered: answered(snapshot, "everything") });
  return `${lines.map((line) => JSON.stringify(line)).join("\n")}\n`;
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
function tabsBefore(world: World, events: LoggedEvent[]): { tabId: number; host: string }[] {
  const reported = new Set<number>();
  for (const event of events) {
    const isPage = event.event.startsWith("navigation-") || ("type" in event && event.type === "main_frame");
    if (isPage && "tabId" in event) reported.add(event.tabId);
  }
  return Object.entries(world.tabs).flatMap(([id, tab]) =>
    tab.host === null || tab.state !== "shown" || reported.has(Number(id)) ? [] : [{ tabId: Number(id), host: tab.host }],
  );
}

function realNames(): Pseudonyms {
  const same = (name: string) => name;
  return { host: same, address: same, provider: same, service: same, services: () => [], text: same };
}
