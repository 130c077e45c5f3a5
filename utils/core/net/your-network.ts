/** A network number, where it is known, and its ISO country. */
export type Network = { asn: number | null; country: string };

/** The header in which a mirror tells whoever asks their own network, in the answers of head and reachability check. */
export const YOUR_NETWORK = "X-Your-Network";

/**
 * Reads that header: `3352 ES`, a network number and an ISO country.
 * @returns undefined for anything else
 */
export function readYourNetwork(text: string | null): Network | undefined {
  const [, number = "", country = ""] = /^([1-9]\d{0,9}) ([A-Z]{2})$/.exec(text ?? "") ?? [];
  const asn = Number(number);
  return country === "" || asn > 0xffff_ffff ? undefined : { asn, country };
}
