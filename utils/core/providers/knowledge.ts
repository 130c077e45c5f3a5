import type { Service } from "./catalogue.ts";
import type { Place } from "./place.ts";
import type { Placement } from "./placement.ts";

/**
 * How long the pages of a site usually take to answer, and how far single loads are from that, both as the logarithm of milliseconds.
 * `loads`: how many loads they rest on.
 */
export type UsualTime = { usual: number; spread: number; loads: number };

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
  /** From earlier sessions of the browser. Absent, or null, where nothing is known. */
  usualOf?: (site: string) => UsualTime | null;
};
