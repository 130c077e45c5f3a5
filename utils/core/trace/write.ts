import type { Feed } from "../feed/feed.ts";
import type { Origin } from "../net/origin.ts";
import type { Knowledge } from "../providers/knowledge.ts";
import type { Placement } from "../providers/placement.ts";
import type { World } from "../world/world.ts";
import type { LoggedEvent } from "./logged-event.ts";
import { createPseudonyms, type Pseudonyms } from "./pseudonyms.ts";

/** In Chromium the presence of the field marks a load that nobody asked for. */
const SOME_DOCUMENT = "document";

export type TraceOrder = {
  name: string;
  /** In the order in which they came. */
  events: LoggedEvent[];
  /** The world as it is now: tabs and feed that are older than the events come from it. */
  world: World;
  knowledge: Knowledge;
  /** Real names and addresses are replaced. */
  pseudonyms: boolean;
  /** Milliseconds of the epoch. */
  now: number;
};

/**
 * Writes what the browser reported as a trace (JSON Lines, version 1) that ends by asking for the verdict of every tab and of the
 * toolbar. The start line says which provider each address belongs to, so that a replay needs no address table.
 * @returns the text of the file
 */
export function writeTrace(order: TraceOrder): string {
  const { world, knowledge, now } = order;
  const events = sinceAccessChanged(order.events);
  const epoch = events[0]?.at ?? now;
  const names = order.pseudonyms ? createPseudonyms(knowledge) : realNames();
  const places = new Map<string, Placement>();
  const learned = new Map<string, Pick<Placement, "provider" | "region">>();

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
    const on = knowledge.byAddress(ip) ?? (order.pseudonyms ? knowledge.byHost(host) : null);
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

  const placeOf = ({ provider, region }: Pick<Placement, "provider" | "region">) => ({
    provider: names.provider(provider),
    ...(region === null ? {} : { region }),
  });
  const start = {
    t: 0,
    event: "start",
    trace: 1,
    name: order.name,
    browser: world.browser,
    epoch: new Date(epoch).toISOString(),
    mode: world.mode,
    ranges: [...places].map(([ip, on]) => ({ cidr: `${ip}/${ip.includes(":") ? 128 : 32}`, ...placeOf(on) })),
    learned: [...learned].map(([host, on]) => ({ host, ...placeOf(on), seen: new Date(epoch).toISOString() })),
    ...(names.services().length === 0 ? {} : { services: names.services() }),
  };
  const asks = Object.entries(world.tabs).flatMap(([id, tab]) => (tab.site === null ? [] : [{ event: "ask", tabId: Number(id) }]));
  const lines: object[] = [start, ...[...before, ...feedBefore].map((line) => ({ t: 0, ...line }))];
  // Browsers stamp events where they happen, so some arrive with the time of an earlier one; a trace never goes back.
  let t = 0;
  for (const { at, line } of written) {
    t = Math.max(t, at - epoch);
    lines.push({ t, ...line });
  }
  const end = Math.max(t, now - epoch);
  for (const ask of [...asks, { event: "ask" }]) lines.push({ t: end, ...ask });
  return `${lines.map((line) => JSON.stringify(line)).join("\n")}\n`;
}

type Writing = {
  names: Pseudonyms;
  url(origin: Pick<Origin, "scheme" | "host">): string;
  address(ip: string, host: string): string;
  world: World;
};
type Written = { at: number; line: object };

function lineOf(event: LoggedEvent, { names, url, address, world }: Writing): Written[] {
  const { at, ...rest } = event;
  switch (rest.event) {
    case "completed":
    case "error": {
      const { event: name, tabId, target, initiator, ip, speculative, ...facts } = rest;
      const line = {
        event: name,
        tabId,
        url: url(target),
        ...facts,
        ...(ip === undefined ? {} : { ip: address(ip, target.host ?? "") }),
        ...(initiator === undefined ? {} : { initiator: url(initiator) }),
        ...(speculative === true ? { documentId: SOME_DOCUMENT } : {}),
      };
      return [{ at, line: "error" in line ? { ...line, error: names.text(line.error) } : line }];
    }
    case "navigation-error": {
      const { event: name, tabId, target, error, ...facts } = rest;
      return [{ at, line: { event: name, tabId, url: url(target), error: names.text(error), ...facts } }];
    }
    case "navigation-completed": {
      const { event: name, tabId, target, ...facts } = rest;
      return [{ at, line: { event: name, tabId, url: url(target), ...facts } }];
    }
    case "feed":
      return world.feed === null ? [] : [{ at, line: feedLine(world.feed, names) }];
    case "feed-failed":
      return [{ at, line: { ...rest, mirror: url(rest.mirror) } }];
    case "access":
      return [];
    default:
      return [{ at, line: rest }];
  }
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

/** The services that somebody uses would show in what is kept of a feed. So all others are dropped, and these get other names. */
function feedLine(feed: Feed, names: Pseudonyms): object {
  const incidents = feed.incidents.flatMap((incident) => {
    const affects = incident.affects.flatMap((id) => names.service(id) ?? []);
    const site = incident.site === null ? null : names.service(incident.site);
    if (incident.site !== null && site === null) return [];
    const provider = names.provider(incident.provider);
    if (site === incident.site && provider === incident.provider) return [{ ...incident, affects }];
    const alias = site ?? provider;
    return [
      { ...incident, id: alias, provider: alias, site, affects, services: [], title: "Incident", summary: "", advice: [], official: null },
    ];
  });
  const services = feed.services.flatMap((service) => {
    const id = names.service(service.id);
    return id === null ? [] : [{ ...service, id }];
  });
  return { event: "feed", feed: { ...feed, incidents, services, catalogue: null, ranges: null } };
}

function realNames(): Pseudonyms {
  const same = (name: string) => name;
  return { host: same, address: same, provider: same, service: same, services: () => [], text: same };
}
