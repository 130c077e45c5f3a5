import type { Feed } from "../../utils/core/feed/feed.ts";
import { isPrivateHost } from "../../utils/core/net/site-name.ts";
import type { Service } from "../../utils/core/providers/catalogue.ts";
import type { Locator } from "../../utils/core/providers/locator.ts";
import { involvedWithHost, relationOf } from "./involved.ts";
import { describeOutage, isPlannedWork, type KnownOutage, outagesIn } from "./known-outage.ts";

/** An outage and those of one's own hosts that it hits. */
export type OwnOutage = KnownOutage & { hosts: string[]; perhapsHosts: string[] };

export type OutagesAnswer = {
  /** All that go on; with own hosts, those that hit one. */
  outages: OwnOutage[];
  /** With own hosts: outages at their providers, of which nobody says that they hit them. */
  perhaps: OwnOutage[];
  planned: KnownOutage[];
  /** Access networks that cannot reach some providers. No outage of these providers. */
  networks: { asn: number | null; name: string; country: string | null; cannotReach: readonly string[]; since: string }[];
  /** Null where no list was given. `unplaced`: nothing is known of where they are. `private`: nothing is ever known of those. */
  hosts: { count: number; unplaced: string[]; private: string[] } | null;
};

/**
 * @param hosts one's own; null for all outages
 * @param now milliseconds of the epoch
 */
export function answerOutages(
  hosts: readonly string[] | null,
  feed: Feed,
  services: readonly Service[],
  locator: Locator,
  now: number,
): OutagesAnswer {
  const own = (hosts ?? []).filter((host) => !isPrivateHost(host)).map((host) => ({ host, involved: involvedWithHost(host, locator) }));
  const all = outagesIn(feed).map((incident): OwnOutage => {
    const related = (relation: "about" | "perhaps") =>
      own.filter(({ involved }) => relationOf(incident, involved) === relation).map(({ host }) => host);
    return { ...describeOutage(incident, services), hosts: related("about"), perhapsHosts: related("perhaps") };
  });
  const planned = feed.incidents.filter(
    (incident) =>
      isPlannedWork(incident, now) && (hosts === null || own.some(({ involved }) => relationOf(incident, involved) === "about")),
  );
  return {
    outages: hosts === null ? all : all.filter((outage) => outage.hosts.length > 0),
    perhaps: all.filter((outage) => outage.hosts.length === 0 && outage.perhapsHosts.length > 0),
    planned: planned.map((incident) => describeOutage(incident, services)),
    networks: feed.networks.map(({ asn, name, country, cannotReach, since }) => ({ asn, name, country, cannotReach, since })),
    hosts:
      hosts === null
        ? null
        : {
            count: hosts.length,
            unplaced: own.filter(({ involved }) => involved.placement === null && involved.service === null).map(({ host }) => host),
            private: hosts.filter(isPrivateHost),
          },
  };
}
