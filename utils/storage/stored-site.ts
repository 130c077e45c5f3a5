import type { ServiceName } from "../core/providers/service-name.ts";
import type { Host, Site } from "../core/world/world.ts";

/*
 * A site as it lies in session storage: by position instead of by name, since names would be most of it. Nothing is lost.
 */

export type StoredHost = [name: string, on: string | 0, ip: string | 0, okAt: number, trouble: Host["trouble"] | 0, rest?: RestOfHost];
/** What few hosts have, and few sites. */
type RestOfHost = Pick<Host, "service" | "partOkAt" | "platform" | "sockets">;
export type RestOfSite = Pick<Site, "witness" | "refusal" | "pace">;
export type StoredService = [id: string, name: string, names: NonNullable<ServiceName["names"]> | 0, believedOn?: string];
export type StoredSite = [
  owner: string,
  service: StoredService | 0,
  visited: 0 | 1 | 2 | 3,
  pageOkAt: number,
  troubleSince: number,
  rest: RestOfSite | 0,
  ...hosts: StoredHost[],
];

function readService([id, name, names]: StoredService): ServiceName {
  return names === 0 ? { id, name } : { id, name, names };
}

export function readSite([owner, service, visited, pageOkAt, troubleSince, rest, ...stored]: StoredSite): Site {
  const hosts: Site["hosts"] = {};
  for (const [name, on, ip, okAt, trouble, few] of stored)
    hosts[name] = { on: on === 0 ? null : on, ip: ip === 0 ? null : ip, okAt, trouble: trouble === 0 ? null : trouble, ...few };
  const believedOn = service === 0 ? undefined : service[3];
  return {
    owner,
    ...(believedOn === undefined ? {} : { believedOn }),
    service: service === 0 ? null : readService(service),
    visited: (visited & 1) !== 0,
    known: (visited & 2) !== 0,
    pageOkAt,
    troubleSince,
    ...(rest === 0 ? {} : rest),
    hosts,
  };
}
