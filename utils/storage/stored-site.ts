import type { ServiceName } from "../core/providers/service-name.ts";
import type { Host, Site } from "../core/world/world.ts";

/*
 * A site as it lies in session storage: by position instead of by name, since names would be most of it. Nothing is lost.
 */

type StoredHost = [name: string, on: string | 0, ip: string | 0, okAt: number, trouble: Host["trouble"] | 0, rest?: RestOfHost];
/** What few hosts have, and few sites. */
type RestOfHost = Pick<Host, "service" | "partOkAt" | "platform" | "sockets">;
type RestOfSite = Pick<Site, "witness" | "refusal" | "pace">;
type StoredService = [id: string, name: string, names: NonNullable<ServiceName["names"]> | 0, believedOn?: string];
export type StoredSite = [
  owner: string,
  service: StoredService | 0,
  visited: 0 | 1 | 2 | 3,
  pageOkAt: number,
  troubleSince: number,
  rest: RestOfSite | 0,
  ...hosts: StoredHost[],
];

export function storeSite({
  owner,
  witness,
  service,
  believedOn,
  visited,
  known,
  pageOkAt,
  troubleSince,
  refusal,
  pace,
  hosts,
}: Site): StoredSite {
  const rest: RestOfSite = {
    ...(witness === undefined ? {} : { witness }),
    ...(refusal === undefined ? {} : { refusal }),
    ...(pace === undefined ? {} : { pace }),
  };
  return [
    owner,
    service === null ? 0 : storeService(service, believedOn),
    visited ? (known ? 3 : 1) : known ? 2 : 0,
    pageOkAt,
    troubleSince,
    isEmpty(rest) ? 0 : rest,
    ...Object.entries(hosts).map(([name, { on, ip, okAt, trouble, ...few }]): StoredHost => {
      const stored: StoredHost = [name, on ?? 0, ip ?? 0, okAt, trouble ?? 0];
      if (!isEmpty(few)) stored.push(few);
      return stored;
    }),
  ];
}

function isEmpty(object: object): boolean {
  return Object.keys(object).length === 0;
}

function storeService({ id, name, names }: ServiceName, believedOn: string | undefined): StoredService {
  return believedOn === undefined ? [id, name, names ?? 0] : [id, name, names ?? 0, believedOn];
}

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
