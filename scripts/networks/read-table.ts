import { positionOf } from "../../server/reports/address-position.ts";
import { type Claims, type Family, lastPosition } from "./claim.ts";

/** A table that cannot be read; the message says where and what is wrong. */
export class UnreadableTable extends Error {}

/**
 * Reads one published table, in one of three forms that are told apart by their first line:
 * - of a registry: `ripencc|ES|ipv4|192.0.2.0|256|20100101|allocated|…` (its "extended" file, or the one without that word)
 * - prefixes and the networks that announce them: `192.0.2.0 24 64500`, as in CAIDA's pfx2as; of `64500_64501` and `64500,64501`, which are
 *   several at once, the first
 * - ranges and their networks: `192.0.2.0 192.0.2.255 64500 ES EXAMPLE`, as in IPtoASN; network 0 is none
 * @throws UnreadableTable
 */
export function readTable(name: string, text: string): Claims {
  const claims: Claims = { countries: [], networks: [] };
  let read: ((line: string, claims: Claims) => boolean) | null = null;
  let number = 0;
  for (const line of linesOf(text)) {
    number++;
    if (line.trim() === "" || line.startsWith("#")) continue;
    read ??= formOf(line);
    if (read === null || !read(line, claims))
      throw new UnreadableTable(`${name}: line ${number} is ${FORMS}: ${JSON.stringify(line.slice(0, 80))}`);
  }
  if (claims.countries.length + claims.networks.length === 0) throw new UnreadableTable(`${name} holds no address`);
  return claims;
}

const FORMS =
  'neither a registry\'s ("ripencc|ES|ipv4|192.0.2.0|256|20100101|allocated"), nor "prefix length network", nor "first last network"';

function* linesOf(text: string): Generator<string> {
  for (let start = 0; start < text.length; ) {
    const end = text.indexOf("\n", start);
    yield text.slice(start, end < 0 ? undefined : end).replace(/\r$/, "");
    if (end < 0) return;
    start = end + 1;
  }
}

function formOf(line: string): ((line: string, claims: Claims) => boolean) | null {
  if (line.includes("|")) return readRegistryLine;
  const [, second = "", third] = line.split(/\s+/);
  if (third === undefined) return null;
  return /^\d{1,3}$/.test(second) ? readPrefixLine : readRangeLine;
}

/** @returns whether the line has this form; lines about other things than addresses have it too */
function readRegistryLine(line: string, { countries }: Claims): boolean {
  const [, country = "", kind = "", start = "", size = "", , status = ""] = line.split("|");
  // The head begins with a version, sums end with "summary", and numbers of networks are handed out too.
  if (/^\d/.test(line) || line.endsWith("|summary") || kind === "asn") return true;
  if (!/^ipv[46]$/.test(kind) || !/^\d+$/.test(size)) return false;
  const first = positionIn(start);
  if (first === null || `ipv${first.family}` !== kind) return false;
  if (!/^(allocated|assigned)$/.test(status) || !/^[A-Z]{2}$/.test(country) || country === "ZZ") return true;
  const { family, position } = first;
  // Of IPv4 the number of addresses, which need not be a power of two; of IPv6 the length of the prefix.
  const last = family === 4 ? position + BigInt(size) - 1n : endOf(position, Number(size), 6);
  if (last === null || last < position || last > lastPosition(family)) return false;
  countries.push({ family, first: position, last, value: country });
  return true;
}

function readPrefixLine(line: string, { networks }: Claims): boolean {
  const [prefix = "", length = "", origins = ""] = line.trim().split(/\s+/);
  const first = positionIn(prefix);
  const network = networkIn(origins);
  if (first === null || network === null || !/^\d{1,3}$/.test(length) || Number(length) > (first.family === 4 ? 32 : 128)) return false;
  const { family, position } = first;
  const last = endOf(position, Number(length), family);
  // A prefix longer than /64 is within one position: the rest of that is another's.
  if (last !== null && network > 0) networks.push({ family, first: position, last, value: network });
  return true;
}

function readRangeLine(line: string, { networks }: Claims): boolean {
  const [start = "", end = "", origin = ""] = line.trim().split(/\s+/);
  const [first, last] = [positionIn(start), positionIn(end)];
  const network = networkIn(origin);
  if (first === null || last === null || network === null || first.family !== last.family || last.position < first.position) return false;
  if (network > 0) networks.push({ family: first.family, first: first.position, last: last.position, value: network });
  return true;
}

function positionIn(text: string): { family: Family; position: bigint } | null {
  const found = positionOf(text);
  return found === null ? null : { family: found.family, position: BigInt(found.value) };
}

/** The last position of a prefix; null where that is less than one position, or the prefix has bits beyond its length. */
function endOf(position: bigint, length: number, family: Family): bigint | null {
  const bits = (family === 4 ? 32 : 64) - length;
  if (bits < 0) return null;
  const size = 1n << BigInt(bits);
  return position - (position % size) + size - 1n;
}

/** `64500`, `AS64500`; the first of `64500_64501`, `64500,64501` and `{64500,64501}`. */
function networkIn(text: string): number | null {
  const number = Number(/^\{?(?:AS)?(\d{1,10})(?:[_,][\d_,]*)?\}?$/i.exec(text)?.[1] ?? Number.NaN);
  return number < 2 ** 32 ? number : null;
}
