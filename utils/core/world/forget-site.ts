import { siteOf } from "../net/site-name.ts";
import type { World } from "./world.ts";

/**
 * Erases one site as if it had never been seen: its hosts, also where pages of other sites called them, their addresses, its answers, and
 * which tabs show it.
 * @param owner who runs the site, as the world names owners
 */
export function forgetSite(world: World, site: string, owner: string): World {
  const { [site]: gone, ...others } = world.sites;
  const hosts = new Set(Object.keys(gone?.hosts ?? {}));
  const isOfSite = (host: string | null | undefined): boolean => host != null && (hosts.has(host) || siteOf(host) === site);
  const sites = Object.entries(others).map(([name, other]) => [
    name,
    Object.keys(other.hosts).some(isOfSite)
      ? { ...other, hosts: Object.fromEntries(Object.entries(other.hosts).filter(([host]) => !isOfSite(host))) }
      : other,
  ]);
  const tabs = Object.entries(world.tabs).map(([id, tab]) => {
    if (tab.site === site || isOfSite(tab.host))
      return [id, { ...tab, site: null, host: null, state: "shown", loading: null, pending: null }];
    const pending = isOfSite(tab.pending?.host) ? null : tab.pending;
    const loading = isOfSite(tab.loading?.host) ? null : tab.loading;
    return [id, { ...tab, pending, loading }];
  });
  const addresses = world.addresses.filter((seen) => !seen.owners.includes(owner) && !seen.hosts.some(isOfSite));
  return {
    ...world,
    sites: Object.fromEntries(sites),
    passing: world.passing.filter(({ host }) => !isOfSite(host)),
    tabs: Object.fromEntries(tabs),
    addresses,
    elsewhere: world.elsewhere.filter((one) => !isOfSite(one.host)),
    answers: world.answers.filter((answer) => answer.site !== site),
    silentOwners: world.silentOwners.filter((silent) => silent !== owner),
  };
}
