import { browser } from "#imports";
import { hostPattern } from "../core/net/match-pattern.ts";
import { ALL_SITES } from "./permissions.ts";

/** Asks for full access. Call it first in a click handler: browsers allow the question only directly after a click. */
export function requestFullAccess(): Promise<boolean> {
  return browser.permissions.request(ALL_SITES);
}

export function withdrawFullAccess(): Promise<boolean> {
  return browser.permissions.remove(ALL_SITES);
}

/** Asks for what `isAnonymousAt` needs. Call it first in a click handler. */
export async function requestAnonymity(addresses: string[]): Promise<boolean> {
  return !import.meta.env.FIREFOX || (await browser.permissions.request({ origins: [...new Set(addresses.map(hostPattern))] }));
}

/** Asks for access to single hosts, by https. Call it first in a click handler; without a click it says whether the access is there. */
export function requestHosts(hosts: readonly string[]): Promise<boolean> {
  const origins = hosts.map((host) => `https://${host}/*`);
  return browser.permissions.request({ origins }).catch(() => browser.permissions.contains({ origins }));
}
