import type { Service } from "../../utils/core/providers/catalogue.ts";
import { knownPlaces, placementName } from "../../utils/core/providers/known-places.ts";
import type { Place } from "../../utils/core/providers/place.ts";
import { parsePlaceId, placeId } from "../../utils/core/providers/place.ts";
import { readQuery } from "../where/read-query.ts";
import { nearNames } from "./near-names.ts";

/** What somebody asks about. */
export type Subject =
  | { kind: "service"; name: string; service: Service }
  /** A provider, or one of its regions. */
  | { kind: "place"; name: string; place: Place }
  /** A host that may belong to a service, and may be somewhere. */
  | { kind: "host"; name: string; host: string };

/** `near`: names that were perhaps meant. */
export type SubjectReading = { ok: true; subject: Subject } | { ok: false; reason: string; near: string[] };

/**
 * Reads what somebody asks about: the id or a name of a service, in any language that the catalogue has; a provider or a place
 * (`aws`, `aws/us-east-1`, `AWS US East (N. Virginia)`); a host, a URL or an address.
 */
export function readSubject(words: string, services: readonly Service[]): SubjectReading {
  const asked = plain(words);
  if (asked === "") return { ok: false, reason: "it has no letter or digit", near: [] };
  const id = words.trim().toLowerCase();
  const service = services.find((one) => one.id === id) ?? services.find((one) => namesOf(one).some((name) => plain(name) === asked));
  if (service !== undefined) return { ok: true, subject: { kind: "service", name: service.name, service } };
  const place = findPlace(id, asked);
  if (place !== null) return { ok: true, subject: { kind: "place", name: placementName(place.provider, place.region), place } };
  if (/[.:]/.test(words) && !/\s/.test(words.trim())) {
    const query = readQuery(words);
    if ("error" in query) return { ok: false, reason: query.error, near: [] };
    return { ok: true, subject: { kind: "host", name: query.host, host: query.host } };
  }
  const names = [...services.flatMap((one) => [[one.id, one.id], ...namesOf(one).map((name) => [name, one.id])]), ...placeNames()];
  const near = nearNames(
    asked,
    names.map(([name = "", meant = ""]) => ({ name: plain(name), meant })),
  );
  return { ok: false, reason: "no service, provider or place is known by that name", near };
}

function namesOf({ name, names }: Service): string[] {
  // "Atlassian (Jira, Confluence)" is known as Atlassian, Jira and Confluence.
  return [name, ...name.split(/[(),]/), ...Object.values(names ?? {})].filter((one) => plain(one) !== "");
}

function findPlace(id: string, asked: string): Place | null {
  const places = knownPlaces();
  const byId = parsePlaceId(id);
  return (
    places.find(({ provider, region }) => provider === byId.provider && region === byId.region) ??
    places.find(({ provider, region }) => plain(placementName(provider, region)) === asked) ??
    null
  );
}

function placeNames(): [name: string, meant: string][] {
  return knownPlaces()
    .filter(({ region }) => region === null)
    .flatMap(({ provider }) => [
      [provider, provider],
      [placementName(provider, null), placeId(provider, null)],
    ]);
}

/** A name without what people write in many ways: case, accents, spaces and signs. Letters of all scripts stay. */
function plain(name: string): string {
  return name
    .normalize("NFKD")
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, "");
}
