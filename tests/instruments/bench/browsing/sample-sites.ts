import { siteOf } from "../../../../utils/core/net/site-name.ts";
import { catalogue } from "../../../../utils/core/providers/catalogue.ts";
import type { Random } from "../../scenarios/random.ts";

export type SampleHost = { name: string; ip: string };

/** A site as a browser meets it. `fails`: some of its calls are answered with 503. */
export type SampleSite = { name: string; hosts: SampleHost[]; fails: boolean };

/** Where sites stand: beginnings of addresses of the large clouds and CDNs, and of hosters that publish no list. */
const CLOUDS = ["3.80", "52.4", "54.144", "34.120", "35.190", "20.42", "40.76", "129.146", "159.89"];
const CDNS = ["104.16.132", "172.67.12", "151.101.1", "23.32.5", "142.250.80"];
const HOSTERS = ["193.99.144", "185.60.112", "91.198.174", "62.138.116"];
const NETWORKS = ["2600:1f18:22", "2606:4700:10", "2a04:4e42:200", "2a00:1450:4001"];
const LABELS = ["www", "api", "static", "images", "login", "events"];
const ENDINGS = ["com", "com", "com", "co.uk", "de", "fr", "com.au", "io", "org"];
const WORDS = ["garden", "harbour", "copper", "letter", "mountain", "daily", "corner", "river", "paper", "orchard", "signal", "winter"];

/** How many of a hundred sites have trouble. */
const TROUBLED = 0.08;

/** Makes up that many sites: two in five are known to the catalogue, the others are the long tail; one to six hosts each. */
export function sampleSites(count: number, random: Random): SampleSite[] {
  const domains = new Set(catalogue().flatMap((service) => service.domains.map(siteOf)));
  // Below a name such as amazonaws.com everybody has a site of their own.
  const known = random.shuffle([...domains].filter((name) => LABELS.every((label) => siteOf(`${label}.${name}`) === name)));
  const names = new Set(known.slice(0, Math.floor(count * 0.4)));
  while (names.size < count) {
    names.add(`${random.pick(WORDS)}-${random.pick(WORDS)}-${random.integer(1, 999)}.${random.pick(ENDINGS)}`);
  }
  return [...names].map((name) => {
    const labels = LABELS.slice(0, Number(random.weighted({ 1: 40, 2: 27, 3: 18, 4: 10, 6: 5 })));
    const hosts = labels.map((label) => ({ name: `${label}.${name}`, ip: sampleAddress(random) }));
    return { name, hosts, fails: random.chance(TROUBLED) };
  });
}

function sampleAddress(random: Random): string {
  const byte = () => random.integer(1, 254);
  switch (random.weighted({ cloud: 40, cdn: 25, hoster: 15, network: 20 })) {
    case "cloud":
      return `${random.pick(CLOUDS)}.${byte()}.${byte()}`;
    // Few addresses for many sites, as anycast has it.
    case "cdn":
      return `${random.pick(CDNS)}.${random.integer(1, 12)}`;
    case "hoster":
      return `${random.pick(HOSTERS)}.${byte()}`;
    case "network":
      return `${random.pick(NETWORKS)}:${byte().toString(16)}::${byte().toString(16)}`;
  }
}
