import { catalogue, readServices, type Service } from "./catalogue.ts";
import { FURTHER_SERVICES } from "./further-services-table.ts";

/** A service beyond the built-in catalogue, with what the table says of its status page. */
export type FurtherService = {
  service: Service;
  /** Page, format and address as the table has them; "" where no page is known. */
  status: string;
  answered: string;
  second: string;
};

let read: FurtherService[] | undefined;

/** The services beyond the built-in catalogue. Read on the first call. */
export function furtherServices(): readonly FurtherService[] {
  read ??= readServices(FURTHER_SERVICES).map(({ service, rest: [status = "", answered = "", second = ""] }) => ({
    ...{ service, status, answered, second },
  }));
  return read;
}

/** All services that the feed server knows: the built-in catalogue and those beyond it. */
export function wholeCatalogue(): Service[] {
  return [...catalogue(), ...furtherServices().map(({ service }) => service)];
}
