import type { Service } from "./catalogue.ts";
import type { Place } from "./place.ts";
import type { Placement } from "./placement.ts";

/**
 * What is known about hosts and addresses besides the events themselves: the address table and host rules, the catalogue, and the
 * learned map. The reducer and the diagnosis query it and never change it.
 */
export type Knowledge = {
  byAddress(ip: string): Placement | null;
  byHost(host: string): Placement | null;
  serviceOf(host: string): Service | null;
  /** Where the learned map has this exact host. */
  learned(host: string): Place | null;
};
