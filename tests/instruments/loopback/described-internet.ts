import type { MeasuredTarget } from "../../../server/measure/targets.ts";
import { INTERNET, type Internet } from "../../../server/probe/internet.ts";
import { lookUpBy } from "../../../server/probe/resolver.ts";
import type { Scheme } from "../../../server/probe/target.ts";

/** Servers on loopback that stand for the internet. */
export type Described = {
  /** What its name server answers: addresses, or the code of an error. `*.example.com` stands for all names just below. */
  names: { [name: string]: string[] | string };
  /** A name server that is asked in place of `names`. */
  nameServer?: string;
  /** What stands for 443 and 80. */
  ports: { [scheme in Scheme]: number };
  /** The one authority that is trusted, in PEM. */
  authority: string;
  /** The addresses that count as public begin so. */
  open: string;
  /** Whether the guard of the real internet judges all other addresses, which else are simply not open. */
  isGuarded?: boolean;
  /** What a server measures by itself, in rounds of a second; without it, nothing. */
  measured?: readonly MeasuredTarget[];
  /** Those of them that show whether its own connection works; without them, it never doubts it. */
  anchors?: readonly string[];
};

/** A probe asks these servers and no others. Reads `names` anew each time. */
export function internetOf({ names, nameServer, ports, authority, open, isGuarded = false }: Described): Internet {
  async function lookUp(host: string): Promise<string[]> {
    const found = names[host] ?? names[host.replace(/^[^.]+/, "*")] ?? "ENOTFOUND";
    if (typeof found === "string") throw Object.assign(new Error("the name server says no"), { code: found });
    return found;
  }
  return {
    lookUp: nameServer === undefined ? lookUp : lookUpBy([nameServer]),
    isOpen: (address) => address.startsWith(open) || (isGuarded && INTERNET.isOpen(address)),
    portOf: (scheme) => ports[scheme],
    authorities: authority,
  };
}
