import type { Snapshot } from "../diagnosis/health/snapshot.ts";
import type { Feed } from "../feed/feed.ts";
import { isTarget } from "../feed/target-list.ts";
import type { Views } from "../feed/views.ts";
import type { Origin } from "../net/origin.ts";
import { siteOf } from "../net/site-name.ts";
import { parsePlaceId, placeId } from "../providers/place.ts";
import type { LoggedEvent } from "./logged-event.ts";
import type { Pseudonyms } from "./pseudonyms.ts";

/** In Chromium the presence of the field marks a load that the browser made unasked. */
const SOME_DOCUMENT = "document";

/** What a line is written with: how names and addresses are written, and the feed, which the log only names. */
export type Writing = {
  names: Pseudonyms;
  url(origin: Origin): string;
  address(ip: string, host: string): string;
  feed: Feed | null;
};

/** A line without its time, and the time of its event in milliseconds of the epoch. */
export type Written = { at: number; line: object };

/** The line of an event, without its time; none for an event that a trace has no line for. */
export function lineOf(event: LoggedEvent, { names, url, address, feed }: Writing): Written[] {
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
      if ("error" in line) return [{ at, line: { ...line, error: names.text(line.error) } }];
      return [{ at, line: line.front === undefined ? line : { ...line, front: names.provider(line.front) } }];
    }
    case "navigation-error": {
      const { event: name, tabId, target, error, ...facts } = rest;
      return [{ at, line: { event: name, tabId, url: url(target), error: names.text(error), ...facts } }];
    }
    case "navigation-started":
    case "navigation-committed":
    case "navigation-completed": {
      const { event: name, tabId, target, ...facts } = rest;
      return [{ at, line: { event: name, tabId, url: url(target), ...facts } }];
    }
    case "connectivity": {
      // The number of the network would name the access provider.
      const { network, ...facts } = rest;
      return [{ at, line: network === undefined ? facts : { ...facts, network: { asn: null, country: network.country } } }];
    }
    case "elsewhere": {
      // Where vantages stand says something of the feed, and nothing of the person.
      const { event: name, host } = rest;
      const views = rest.views.map(({ id: from, ...view }) => ({ from, ...view }));
      return [{ at, line: { event: name, host: names.host(host), views } }];
    }
    case "feed":
      return feed === null ? [] : [{ at, line: feedLine(feed, names, rest.local === true) }];
    case "feed-failed":
      return [{ at, line: { ...rest, mirror: url(rest.mirror) } }];
    case "access":
      return [];
    default:
      return [{ at, line: rest }];
  }
}

/** The line of a feed. It would show which services the person uses, so all other services are dropped and these get pseudonyms. */
export function feedLine(feed: Feed, names: Pseudonyms, local: boolean): object {
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
  const views = feed.views === null ? null : viewsWith(feed.views, (id) => names.service(id) ?? aliasOf(id, names));
  // Whose status page this browser asked itself would show what the person uses.
  const sources = { ...feed.sources, named: [] };
  const kept = { ...feed, incidents, services, sources, views, catalogue: null, ranges: null };
  return { event: "feed", feed: kept, ...(local ? { local } : {}) };
}

/** What vantages see is the same for everybody, so nothing is dropped: only what this person uses goes by its pseudonym. */
function viewsWith(views: Views, alias: (id: string) => string): Views {
  return {
    ...views,
    from: views.from.map((vantage) => ({ ...vantage, except: vantage.except === "most" ? "most" : vantage.except?.map(alias) })),
    fail: views.fail.map((failing) => ({ ...failing, target: alias(failing.target) })),
    blind: views.blind.map(alias),
  };
}

/** The line of what vantages ask, as far as it is about these hosts and the places under them; null where there is nothing to say. */
export function targetsLine({ targets, sites }: Snapshot, hosts: ReadonlySet<string>, names: Pseudonyms): object | null {
  if (targets === null) return null;
  const known = new Set<string>();
  for (const host of hosts) {
    if (isTarget(targets, host)) known.add(names.host(host));
    const { on, platform } = sites[siteOf(host)]?.hosts[host] ?? {};
    for (const place of [on, platform]) if (place != null && isTarget(targets, place)) known.add(aliasOf(place, names));
  }
  return known.size === 0 ? null : { event: "targets", sha256: targets.sha256, names: [...known] };
}

function aliasOf(place: string, names: Pseudonyms): string {
  const { provider, region } = parsePlaceId(place);
  return placeId(names.provider(provider), region);
}
