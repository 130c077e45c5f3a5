import type { Service } from "./catalogue.ts";
import type { Placement } from "./placement.ts";

/**
 * What is known about hosts and addresses besides what was just seen: the provider map, the catalogue and the learned map.
 * The reducer and the diagnosis ask it; they never change it.
 */
export type Knowledge = {
  byAddress(ip: string): Placement | null;
  byHost(host: string): Placement | null;
  /** General knowledge, a prior only. */
  byCatalogue(host: string): Placement | null;
  serviceOf(host: string): Service | null;
  /** What the learned map says of this exact host. */
  learned(host: string): { provider: string; region: string | null } | null;
};
