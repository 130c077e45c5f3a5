import type { ServiceName } from "../core/providers/service-name.ts";
import type { Host, Site } from "../core/world/world.ts";

/*
 * A site as it lies in session storage: by position instead of by name, since names would be most of it. Nothing is lost.
 */

type StoredHost = [name: string, on: string | 0, ip: string | 0, okAt: number, trouble: Host["trouble"] | 0, service?: string];
type StoredService = [id: string, name: string, names: NonNullable<ServiceName["names"]> | 0, believedOn?: string];
export type StoredSite = [
  owner: string,
  service: StoredService | 0,
  visited: 0 | 1,
  pageOkAt: number,
  troubleSince: number,
  ...hosts: StoredHost[],
];

export function storeSite({ owner, service, believedOn, visited, pageOkAt, troubleSince, hosts }: Site): StoredSite {
  return [
    owner,
    service === null ? 0 : storeService(service, believedOn),
    visited ? 1 : 0,
    pageOkAt,
    troubleSince,
    ...Object.entries(hosts).map(([name, host]): StoredHost => {
      const { on, ip, okAt, trouble, service: named } = host;
      const stored: StoredHost = [name, on ?? 0, ip ?? 0, okAt, trouble ?? 0];
      if (named !== undefined) stored.push(named);
      return stored;
    }),
  ];
}

function storeService({ id, name, names }: ServiceName, believedOn: string | undefined): StoredService {
  return believedOn === undefined ? [id, name, names ?? 0] : [id, name, names ?? 0, believedOn];
}

function readService([id, name, names]: StoredService): ServiceName {
  return names === 0 ? { id, name } : { id, name, names };
}

export function readSite([owner, service, visited, pageOkAt, troubleSince, ...stored]: StoredSite): Site {
  const hosts: Site["hosts"] = {};
  for (const [name, on, ip, okAt, trouble, hostService] of stored) {
    const host: Host = { on: on === 0 ? null : on, ip: ip === 0 ? null : ip, okAt, trouble: trouble === 0 ? null : trouble };
    hosts[name] = hostService === undefined ? host : { ...host, service: hostService };
  }
  const believedOn = service === 0 ? undefined : service[3];
  return {
    owner,
    ...(believedOn === undefined ? {} : { believedOn }),
    service: service === 0 ? null : readService(service),
    visited: visited === 1,
    pageOkAt,
    troubleSince,
    hosts,
  };
}
