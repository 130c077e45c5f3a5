import { type Network as AddressBlock, isInside, parseAddress, parseCidr } from "../../utils/core/net/address.ts";
import type { AddressTable } from "../../utils/core/providers/address-table.ts";
import { readGivenFile } from "../store/read-given-file.ts";
import { unmapped } from "./network-prefix.ts";

/** Networks of machines and of VPNs, not of people: reports from there do not count. */
export type Hosting = {
  /** @param network the operator's number as `AS64500`, or its stand-in */
  includes(address: string, network: string): boolean;
};

/** The list that is used unless the operator provides another one. */
export const HOSTING_FILE = new URL("./hosting-networks.txt", import.meta.url);

/**
 * Reads a list of hosting and VPN networks: numbers (`AS64500`) or blocks of addresses, one a line, `#` begins a comment.
 * Throws, with one readable line, at the first line that is neither.
 * @param clouds the table of the clouds' own addresses; null where there is none
 */
export function readHosting(file: string | URL, clouds: () => AddressTable | null): Hosting {
  const numbers = new Set<string>();
  const blocks: AddressBlock[] = [];
  for (const [index, line] of readGivenFile(file, "the list of hosting networks (--hosting, HOSTING)")
    .toString("utf8")
    .split(/\r?\n/)
    .entries()) {
    const word = line.replace(/#.*/, "").trim();
    if (word === "") continue;
    const block = parseCidr(word);
    if (/^AS\d{1,10}$/i.test(word)) numbers.add(word.toUpperCase());
    else if (block !== null) blocks.push(block);
    else throw new Error(`${file}: line ${index + 1} is no network number (AS64500) and no block of addresses: ${JSON.stringify(word)}`);
  }
  return {
    includes(text, network) {
      if (numbers.has(network)) return true;
      const address = parseAddress(unmapped(text));
      if (address === null) return false;
      return blocks.some((block) => isInside(address, block)) || clouds()?.find(address) != null;
    },
  };
}
