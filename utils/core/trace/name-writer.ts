import { hostAndPort, type Origin } from "../net/origin.ts";
import type { Knowledge } from "../providers/knowledge.ts";
import type { Place } from "../providers/place.ts";
import type { Pseudonyms } from "./pseudonyms.ts";

/**
 * Writes the URLs and addresses of a trace, and collects what its start line has to say about them: the provider of each address and
 * host, so that a replay needs no address table.
 * @param names real names, or the pseudonyms for them
 * @param isPseudonymous whether `names` are pseudonyms, whose form alone says less about the provider
 */
export function createNameWriter(knowledge: Knowledge, names: Pseudonyms, isPseudonymous: boolean) {
  const ranges = new Map<string, Place>();
  const learned = new Map<string, Place>();

  function addLearned(host: string, name: string): void {
    if (learned.has(name)) return;
    const known = knowledge.learned(host) ?? (host === name ? null : knowledge.byHost(host));
    if (known !== null) learned.set(name, known);
  }

  const placeOf = ({ provider, region }: Place) => ({ provider: names.provider(provider), ...(region === null ? {} : { region }) });

  return {
    /** `https://example.com/`. A scheme without hosts on the network keeps only itself: the id of an extension may be unique. */
    url({ scheme, host, port }: Origin): string {
      if (host === null) return `${scheme === "" ? "about" : scheme}://other/`;
      const name = names.host(host);
      addLearned(host, name);
      return `${scheme}://${hostAndPort({ scheme, host: name, port })}/`;
    },

    /** The address that answered for a host. */
    address(ip: string, host: string): string {
      const on = knowledge.byAddress(ip) ?? (isPseudonymous ? knowledge.byHost(host) : null);
      const name = names.address(ip, on);
      if (on !== null) ranges.set(name, on);
      return name;
    },

    /** What the start line says about all that was written so far. @param seen ISO time of the learned hosts */
    startFields(seen: string): object {
      const services = names.services();
      return {
        ranges: [...ranges].map(([ip, on]) => ({ cidr: `${ip}/${ip.includes(":") ? 128 : 32}`, ...placeOf(on) })),
        learned: [...learned].map(([host, on]) => ({ host, ...placeOf(on), seen })),
        ...(services.length === 0 ? {} : { services }),
      };
    },
  };
}
