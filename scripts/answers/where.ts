import type { Feed } from "../../utils/core/feed/feed.ts";
import { parseAddress } from "../../utils/core/net/address.ts";
import { isPrivateHost } from "../../utils/core/net/site-name.ts";
import type { Service } from "../../utils/core/providers/catalogue.ts";
import { placementName } from "../../utils/core/providers/known-places.ts";
import type { Locator } from "../../utils/core/providers/locator.ts";
import { involvedWithHost, relationOf } from "./involved.ts";
import { describeOutage, type KnownOutage, outagesIn } from "./known-outage.ts";

/** Where a host is, as far as that is known without asking anybody, and what is known to fail there. */
export type WhereAnswer = {
  host: string;
  isPrivate: boolean;
  /** The service of the catalogue that it belongs to. */
  service: { id: string; name: string } | null;
  provider: string | null;
  region: string | null;
  /** "AWS Europe (Ireland)"; null where the provider is not known. */
  placeName: string | null;
  /** The provider's own service: `s3`. */
  component: string | null;
  /** `address`: by the vendors' lists. `host`: by a rule on the name. `catalogue`: general knowledge, which is a guess for one host. */
  by: "address" | "host" | "catalogue" | null;
  outages: KnownOutage[];
  perhaps: KnownOutage[];
};

export function answerWhere(host: string, feed: Feed | null, services: readonly Service[], locator: Locator): WhereAnswer {
  const nothing = { provider: null, region: null, placeName: null, component: null, by: null, outages: [], perhaps: [] };
  if (isPrivateHost(host)) return { host, isPrivate: true, service: null, ...nothing };
  const involved = involvedWithHost(host, locator);
  const { service, placement } = involved;
  const related = (relation: "about" | "perhaps") =>
    feed === null
      ? []
      : outagesIn(feed)
          .filter((incident) => relationOf(incident, involved) === relation)
          .map((incident) => describeOutage(incident, services));
  return {
    ...nothing,
    ...{ host, isPrivate: false, service: service === null ? null : { id: service.id, name: service.name } },
    ...(placement === null
      ? {}
      : {
          provider: placement.provider,
          region: placement.region,
          placeName: placementName(placement.provider, placement.region),
          component: placement.service,
          by: placement.by,
        }),
    outages: related("about"),
    perhaps: related("perhaps"),
  };
}

/** Whether the table of address ranges is needed. */
export function hasAddress(hosts: readonly string[]): boolean {
  return hosts.some((host) => parseAddress(host) !== null);
}
