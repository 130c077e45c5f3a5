import type { Incident } from "../../utils/core/feed/incident.ts";
import { parseAddress } from "../../utils/core/net/address.ts";
import type { Service } from "../../utils/core/providers/catalogue.ts";
import type { Locator } from "../../utils/core/providers/locator.ts";
import type { Placement } from "../../utils/core/providers/placement.ts";
import { isSameComponent } from "../../utils/core/providers/same-component.ts";
import type { Subject } from "./subject.ts";

/** What an outage has to hit, to hit the one who asks. */
export type Involved = {
  service: Service | null;
  /** Where it is, and how that is known. */
  placement: Placement | null;
  /** Somebody asks about a provider itself, also as a service: what hits one of its regions is about it. */
  isWholeProvider: boolean;
};

/** `about`: it hits what is asked about. `perhaps`: it hits where that is known to be in part, or somewhere at its provider. */
export type Relation = "about" | "perhaps";

export function involvedIn(subject: Subject, locator: Locator): Involved {
  switch (subject.kind) {
    case "service":
      return { service: subject.service, placement: null, isWholeProvider: true };
    case "place":
      return {
        service: null,
        placement: { ...subject.place, service: null, by: "host" },
        isWholeProvider: subject.place.region === null,
      };
    case "host":
      return involvedWithHost(subject.host, locator);
    default:
      return subject satisfies never;
  }
}

export function involvedWithHost(host: string, locator: Locator): Involved {
  const isAddress = parseAddress(host) !== null;
  const placement = isAddress ? locator.byAddress(host) : (locator.byHost(host) ?? locator.byCatalogue(host));
  return { service: isAddress ? null : locator.serviceOf(host), placement, isWholeProvider: false };
}

/** How an incident concerns what is asked about; null where it does not. */
export function relationOf(incident: Incident, { service, placement, isWholeProvider }: Involved): Relation | null {
  const { site, affects, provider, region } = incident;
  if (service !== null && (site === service.id || affects.includes(service.id))) return "about";
  if (site !== null) return null;
  // A platform is a service too: Cloudflare, Heroku.
  if (service?.id === provider && (region === null || isWholeProvider)) return "about";
  if (placement?.provider === provider && placement.by !== "catalogue") {
    const isThere = region === null || isWholeProvider || region === placement.region;
    if (isThere) return isOfOthers(incident, placement) || isOfOneCountry(incident) ? "perhaps" : "about";
    return placement.region === null ? "perhaps" : null;
  }
  return service?.id === provider || service?.on.includes(provider) ? "perhaps" : null;
}

/** Whether an incident names parts of the provider, and the one that the host belongs to is not among them. */
function isOfOthers({ services }: Incident, { service }: Placement): boolean {
  return service !== null && services.length > 0 && !services.some((named) => isSameComponent(named, service));
}

/** What only the people of one country report may be the way from there, as in `core/diagnosis/weighing/match-incident.ts`. */
function isOfOneCountry({ official, areas }: Incident): boolean {
  return official === null && areas.length === 1;
}
