import { type Place, placeName } from "./address-plan.ts";
import { always, anyOf, breaks, type Fault, type Harm, handshakeLost } from "./fault.ts";
import type { Host, Site } from "./internet.ts";
import type { Random } from "./random.ts";
import type { Browser } from "./trace-event.ts";

/** How a censor, a court order or a middlebox spoils a connection. Small answers pass a body that freezes after some kilobytes. */
export type CutKind = "drop" | "handshake" | "reset" | "refused" | "left" | "frozen" | "garbled";

export function cutHarm(kind: CutKind, random: Random, browser: Browser): Harm {
  if (kind === "drop") return breaks("timeout");
  if (kind === "handshake") return handshakeLost(browser);
  if (kind === "reset") return breaks("reset");
  if (kind === "refused") return breaks("refused");
  if (kind === "left") return always({ hang: true });
  if (kind === "frozen") return always({ hang: true, since: "headers" });
  const garbled = random.pick(["plain-on-tls", "http2", "quic", "truncated", "empty", "cut", "tls"] as const);
  return garbled === "quic" ? anyOf(random, [breaks("quic"), breaks("http2")]) : breaks(garbled);
}

/** Kinds that take the browser's or the person's whole patience. */
export const isSlowCut = (kind: CutKind): boolean => ["drop", "handshake", "left", "frozen"].includes(kind);

type CutPlan = {
  place: Place;
  /** All addresses of these hosts are cut. */
  victims: readonly Site[];
  /** None of theirs is. */
  spared: readonly Site[];
  /** Of the other addresses there, this share. */
  share: number;
  kind: CutKind;
};

/** A way that is cut by address: what is cut always fails, and what is not never does. A host with an address left is reached. */
export function cutWay(sites: readonly Site[], plan: CutPlan, random: Random, harm: Harm): Fault {
  const there = (host: Host) => host.place !== null && placeName(host.place) === placeName(plan.place);
  const addressesOf = (some: readonly Site[]) =>
    some.flatMap((site) =>
      Object.values(site.hosts)
        .filter(there)
        .flatMap((host) => host.addresses),
    );
  const cut = new Set(addressesOf(sites).filter(() => random.chance(plan.share)));
  for (const address of addressesOf(plan.spared)) cut.delete(address);
  for (const address of addressesOf(plan.victims)) cut.add(address);
  return (request) => {
    if (!there(request.host) || !request.host.addresses.every((address) => cut.has(address))) return null;
    if (plan.kind === "frozen" && request.type === "xmlhttprequest") return null;
    return harm(request);
  };
}
