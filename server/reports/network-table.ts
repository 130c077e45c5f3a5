/** Who runs the network of an address, and where: the number of the operator's network, and the ISO code of the country. */
export type Origin = { asn: number | null; country: string | null };

/** Finds networks and countries in a table that the operator of this server provides. */
export type NetworkTable = {
  /** Both are null where the table does not tell them. */
  find(address: string): Origin;
};

/** An origin as `X-Your-Network` tells it: `3352 ES`. Null where either part is not known. */
export function originText({ asn, country }: Origin): string | null {
  return asn === null || country === null ? null : `${asn} ${country}`;
}

export const NOWHERE: Origin = { asn: null, country: null };
