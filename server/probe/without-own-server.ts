import { MINUTE, SECOND } from "../../utils/core/time.ts";
import { plainAddress } from "../net/public-address.ts";
import type { Internet } from "./internet.ts";

/** The own name is looked up again after this. Judged. */
const GOOD_FOR = 5 * MINUTE;
/** The own name gets this long, while a person waits for what was asked. Judged. */
const PATIENCE = 2 * SECOND;

export type OwnServer = {
  /** The name by which the internet finds this server; null where it has none. */
  name: string | null;
  /** Whether an address is of an edge, at which the sites of many others answer as well. */
  isShared(address: string): boolean;
};

/**
 * The internet without this very server. Behind address translation its public address is on none of its interfaces, but its public name
 * leads there; what answers at that address is its own machine, which may trust itself more than others. In front of it an edge may stand,
 * whose addresses are not its own.
 */
export function withoutOwnServer(internet: Internet, { name, isShared }: OwnServer): Internet {
  if (name === null) return internet;
  let own: ReadonlySet<string> = new Set();
  let read = Number.NEGATIVE_INFINITY;

  /** Where the own name cannot be looked up, what it led to before still counts. */
  async function readOwn(signal: AbortSignal): Promise<void> {
    if (performance.now() - read < GOOD_FOR) return;
    const found = await internet.lookUp(name as string, AbortSignal.any([signal, AbortSignal.timeout(PATIENCE)])).catch(() => null);
    if (found === null) return;
    read = performance.now();
    own = new Set(found.map(plainAddress));
  }

  return {
    ...internet,
    async lookUp(host, signal) {
      const [addresses] = await Promise.all([internet.lookUp(host, signal), readOwn(signal)]);
      return addresses;
    },
    isOpen: (address) => internet.isOpen(address) && (!own.has(plainAddress(address)) || isShared(address)),
  };
}
