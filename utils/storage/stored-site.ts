import type { ServiceName } from "../core/providers/service-name.ts";
import type { Host, Pace, Refusal, Site } from "../core/world/world.ts";

/*
 * A site as it lies in session storage: by position instead of by name, since names would be most of it. Nothing is lost. 0 stands for
 * what is not there.
 */

type StoredHost = [
  name: string,
  on: string | 0,
  ip: string | 0,
  okAt: number,
  trouble: Host["trouble"] | 0,
  service?: string | 0,
  platform?: string | 0,
  partOkAt?: number,
];
type StoredService = [id: string, name: string, names: NonNullable<ServiceName["names"]> | 0, believedOn?: string];
type StoredPace = [usual: number, spread: number, loads: number, ...last: [at: number, ms: number][]];
export type StoredSite = [
  owner: string,
  service: StoredService | 0,
  visited: 0 | 1,
  known: 0 | 1,
  pageOkAt: number,
  troubleSince: number,
  pagesSince: number,
  refusal: Refusal | 0,
  pace: StoredPace | 0,
  ...hosts: StoredHost[],
];

export function storeSite(site: Site): StoredSite {
  const { owner, service, believedOn, pageOkAt, troubleSince, pagesSince, refusal, pace, hosts } = site;
  return [
    owner,
    service === null ? 0 : storeService(service, believedOn),
    site.visited ? 1 : 0,
    site.known ? 1 : 0,
    pageOkAt,
    troubleSince,
    pagesSince,
    refusal ?? 0,
    pace === undefined ? 0 : storePace(pace),
    ...Object.entries(hosts).map(([name, host]) => storeHost(name, host)),
  ];
}

export function readSite(stored: StoredSite): Site {
  const [owner, service, visited, known, pageOkAt, troubleSince, pagesSince, refusal, pace, ...hosts] = stored;
  const believedOn = service === 0 ? undefined : service[3];
  return {
    owner,
    ...(believedOn === undefined ? {} : { believedOn }),
    service: service === 0 ? null : readService(service),
    visited: visited === 1,
    known: known === 1,
    pageOkAt,
    troubleSince,
    pagesSince,
    ...(refusal === 0 ? {} : { refusal }),
    ...(pace === 0 ? {} : { pace: readPace(pace) }),
    hosts: Object.fromEntries(hosts.map((host) => [host[0], readHost(host)])),
  };
}

function storeHost(name: string, { on, ip, okAt, trouble, service, platform, partOkAt }: Host): StoredHost {
  const most = [name, on ?? 0, ip ?? 0, okAt, trouble ?? 0] as const;
  if (partOkAt !== undefined) return [...most, service ?? 0, platform ?? 0, partOkAt];
  if (platform !== undefined) return [...most, service ?? 0, platform];
  return service === undefined ? [...most] : [...most, service];
}

function readHost([, on, ip, okAt, trouble, service = 0, platform = 0, partOkAt]: StoredHost): Host {
  return {
    on: on === 0 ? null : on,
    ip: ip === 0 ? null : ip,
    ...(platform === 0 ? {} : { platform }),
    ...(service === 0 ? {} : { service }),
    okAt,
    ...(partOkAt === undefined ? {} : { partOkAt }),
    trouble: trouble === 0 ? null : trouble,
  };
}

function storePace({ usual, spread, loads, last }: Pace): StoredPace {
  return [usual, spread, loads, ...last.map(({ at, ms }): [number, number] => [at, ms])];
}

function readPace([usual, spread, loads, ...last]: StoredPace): Pace {
  return { usual, spread, loads, last: last.map(([at, ms]) => ({ at, ms })) };
}

function storeService({ id, name, names }: ServiceName, believedOn: string | undefined): StoredService {
  return believedOn === undefined ? [id, name, names ?? 0] : [id, name, names ?? 0, believedOn];
}

function readService([id, name, names]: StoredService): ServiceName {
  return names === 0 ? { id, name } : { id, name, names };
}
