import type { ServiceName } from "../core/providers/service-name.ts";
import type { Site } from "../core/world/world.ts";
import type { RestOfSite, StoredHost, StoredService, StoredSite } from "./stored-site.ts";

/** A site as `readSite` reads it. */
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
