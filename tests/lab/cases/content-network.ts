import type { LabEnvironment } from "../lab-environment.ts";
import type { LabHost } from "../lab-host.ts";

/** What stands for a content network in the lab (its addresses are in `neighbours.ts`). */
export const CONTENT_NETWORK = "cloudflare";

/** Four sites of different owners at addresses of one content network. */
export function shelf(name: string, block: number): { hosts: LabHost[]; sites: string[]; urls: string[] } {
  const sites = ["amber", "birch", "cedar", "dahlia"].map((part) => `${part}-${name}.example`);
  const hosts = sites.map((domain, index) => ({ host: `www.${domain}`, address: `127.30.${block}.${index + 1}`, title: domain }));
  return { sites, hosts, urls: hosts.map(({ host }) => `https://${host}/`) };
}

/** Opens each address in a tab of its own. */
export async function openAll(lab: LabEnvironment, urls: string[]) {
  const tabs = [];
  for (const url of urls) {
    const page = await lab.newTab();
    await lab.go(page, url);
    tabs.push({ page, url });
  }
  return tabs;
}
