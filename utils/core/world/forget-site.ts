import type { World } from "./world.ts";

/** Erases one site as if it had never been seen: its hosts, their addresses, its answers, and which tabs show it. */
export function forgetSite(world: World, site: string): World {
  const { [site]: gone, ...sites } = world.sites;
  const hosts = new Set(Object.keys(gone?.hosts ?? {}));
  const tabs = Object.entries(world.tabs).map(([id, tab]) =>
    tab.site === site ? [id, { ...tab, site: null, host: null, state: "shown", pending: null }] : [id, tab],
  );
  const addresses = Object.entries(world.addresses).filter(([, seen]) => !seen.hosts.some((host) => hosts.has(host)));
  return {
    ...world,
    sites,
    tabs: Object.fromEntries(tabs),
    addresses: Object.fromEntries(addresses),
    answers: world.answers.filter((answer) => answer.site !== site),
    silentOwners: world.silentOwners.filter((owner) => owner !== gone?.owner),
  };
}
