import { type Place, placeName } from "./address-plan.ts";
import type { Breakage } from "./browser-errors.ts";
import type { Host, Role, Site } from "./internet.ts";
import type { Random } from "./random.ts";
import type { Browser, Writer } from "./trace-event.ts";

/** One request that a page or a person makes. */
export type Request = { host: Host; type: string; at: number; url: string };

/**
 * How a request goes wrong. `wrote`: who wrote the error page, where its headers say so. `after`: how long the answer takes, ms. `hang`:
 * nothing comes until somebody gives up; `since`: after the connection stood, or after the headers came.
 */
export type Trouble =
  | { status: number; wrote?: Writer; after?: number }
  | { breakage: Breakage }
  | { hang: true; since?: "connected" | "headers" };

/** Decides whether a request goes wrong; null leaves it alone. */
export type Fault = (request: Request) => Trouble | null;

/** Draws the trouble of one failing request. */
export type Harm = (request: Request) => Trouble;

export const always =
  (trouble: Trouble): Harm =>
  () =>
    trouble;

export const anyOf =
  (random: Random, harms: readonly Harm[]): Harm =>
  (request) =>
    random.pick(harms)(request);

export const statusOf =
  (random: Random, statuses: readonly number[]): Harm =>
  () => ({ status: random.pick(statuses) });

export const breaks =
  (breakage: Breakage): Harm =>
  () => ({ breakage });

/** Error pages that name their writer. */
export const writtenBy =
  (wrote: Writer, harm: Harm): Harm =>
  (request) => {
    const trouble = harm(request);
    return "status" in trouble ? { ...trouble, wrote } : trouble;
  };

/** The handshake is never answered. Firefox waits for as long as the person does. */
export const handshakeLost = (browser: Browser): Harm =>
  browser === "chromium" ? breaks("handshake") : always({ hang: true, since: "connected" });

type Share = { random: Random; share: number };

/** All hosts of some sites, or only those in one role, fail; with a share below 1, that share of the requests. */
export function sitesFail(sites: readonly Site[], harm: Harm, options: { roles?: readonly Role[] } & Partial<Share> = {}): Fault {
  const domains = new Set(sites.map((site) => site.domain));
  return (request) => {
    if (!domains.has(request.host.site.domain)) return null;
    if (options.roles && !options.roles.includes(request.host.role)) return null;
    if (options.random && options.share !== undefined && !options.random.chance(options.share)) return null;
    return harm(request);
  };
}

/** Every host in one of the places fails. */
export function placesFail(places: readonly Place[], harm: Harm, options: Partial<Share> = {}): Fault {
  const names = new Set(places.map(placeName));
  return (request) => {
    if (request.host.place === null || !names.has(placeName(request.host.place))) return null;
    if (options.random && options.share !== undefined && !options.random.chance(options.share)) return null;
    return harm(request);
  };
}

/** Every request of the machine fails; with `https` only the encrypted ones. */
export function everythingFails(harm: Harm, options: { https?: true } = {}): Fault {
  return (request) => (options.https && !request.url.startsWith("https:") ? null : harm(request));
}

/** What goes wrong with some hosts only, by their names. */
export function hostsFail(names: Iterable<string>, harm: Harm): Fault {
  const failing = new Set(names);
  return (request) => (failing.has(request.host.name) ? harm(request) : null);
}
