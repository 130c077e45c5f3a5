import { Resolver } from "node:dns/promises";
import { SECOND } from "../../utils/core/time.ts";

/** A name server gets this long for each of two tries. */
const TIMEOUT = 2 * SECOND;
const TRIES = 2;
/** IPv6 addresses that come later than this after the IPv4 ones are not waited for (RFC 8305 has 50 ms, for a person who waits). */
const LATE = 300;

type Found = { addresses: string[]; problem: unknown };

/**
 * Makes what asks name servers for the addresses of a name, IPv4 and IPv6 in turn.
 * @param servers in place of those of this machine, as `Resolver.setServers` takes them
 *
 * By `Resolver` and not by `lookup`: the latter holds one of Node's four threads until the name servers have answered, so a few names
 * whose servers are silent would stop the reading of files, and it asks the hosts file, which names places of this network.
 */
export function lookUpBy(servers: readonly string[] | null): (host: string, signal: AbortSignal) => Promise<string[]> {
  return async (host, signal) => {
    const resolver = new Resolver({ timeout: TIMEOUT, tries: TRIES });
    if (servers !== null) resolver.setServers(servers);
    return await addressesOf(host, resolver, signal);
  };
}

async function addressesOf(host: string, resolver: Resolver, signal: AbortSignal): Promise<string[]> {
  const cancel = () => resolver.cancel();
  signal.addEventListener("abort", cancel, { once: true });
  try {
    const asked6 = settle(resolver.resolve6(host));
    const four = await settle(resolver.resolve4(host));
    const six = await (four.addresses.length === 0 ? asked6 : Promise.race([asked6, nothingAfter(LATE)]));
    const addresses = inTurn(four.addresses, six.addresses);
    if (addresses.length === 0) throw graver(four.problem, six.problem);
    return addresses;
  } finally {
    signal.removeEventListener("abort", cancel);
    resolver.cancel();
  }
}

async function settle(asked: Promise<string[]>): Promise<Found> {
  try {
    return { addresses: await asked, problem: null };
  } catch (problem) {
    return { addresses: [], problem };
  }
}

async function nothingAfter(ms: number): Promise<Found> {
  await new Promise((resolve) => setTimeout(resolve, ms));
  return { addresses: [], problem: null };
}

function inTurn(one: string[], other: string[]): string[] {
  return Array.from({ length: Math.max(one.length, other.length) }, (_, index) => [one[index], other[index]])
    .flat()
    .filter((address) => address !== undefined);
}

/** "No address of this kind" says less than any other problem. */
function graver(one: unknown, other: unknown): unknown {
  return (one as NodeJS.ErrnoException | null)?.code === "ENODATA" ? (other ?? one) : one;
}
