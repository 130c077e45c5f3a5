import { readAddressLists } from "./address-lists.ts";
import { readAws } from "./aws.ts";
import { readAzure } from "./azure.ts";
import { readGithub } from "./github.ts";
import { readGoogle } from "./google.ts";
import { readLines } from "./lines.ts";
import type { ListedRange } from "./listed-range.ts";
import { readOracle } from "./oracle.ts";

/** The URLs of a vendor's lists and their parsers. */
export type Vendor = {
  /** Also the name of its folder among the saved copies. */
  id: string;
  urls: string[];
  /** For lists whose URL changes: finds it on the page at the given URL. */
  link?: RegExp;
  json(value: unknown): ListedRange[];
  lines(text: string): ListedRange[];
};

type ListKinds = { json?: (value: unknown) => ListedRange[]; linesOf?: string; remainder?: boolean; link?: RegExp };

function vendor(id: string, provider: string, urls: string[], kinds: ListKinds = {}): Vendor {
  return {
    id,
    urls,
    ...(kinds.link === undefined ? {} : { link: kinds.link }),
    json: kinds.json ?? ((value) => readAddressLists(value, provider)),
    lines: (text) => readLines(text, kinds.linesOf ?? provider, kinds.remainder ?? false),
  };
}

/** The prefixes that RIPEstat sees announced by networks: for vendors that publish no list. */
const announced = (...networks: number[]) =>
  networks.map((network) => `https://stat.ripe.net/data/announced-prefixes/data.json?resource=AS${network}`);

/**
 * All vendors in the table. Lists without regions beside the main list of a cloud add newer networks.
 *
 * How to add a vendor: a line here, with a parser of its own where `address-lists.ts` and `lines.ts` do not fit; its name in
 * `provider-table.ts`. Then run `npm run ranges` and `npm run unit`.
 */
export const VENDORS: Vendor[] = [
  vendor("aws", "aws", ["https://ip-ranges.amazonaws.com/ip-ranges.json"], { json: readAws }),
  vendor("azure", "azure", ["https://www.microsoft.com/en-us/download/details.aspx?id=56519"], {
    json: readAzure,
    link: /https:\/\/download\.microsoft\.com\/download\/[^"'\s]+\/ServiceTags_Public_\d+\.json/,
  }),
  vendor("gcp", "gcp", ["https://www.gstatic.com/ipranges/cloud.json", "https://www.gstatic.com/ipranges/goog.json"], {
    json: readGoogle,
    linesOf: "google",
    remainder: true,
  }),
  vendor("oracle", "oracle", ["https://docs.oracle.com/en-us/iaas/tools/public_ip_ranges.json"], { json: readOracle }),
  vendor("cloudflare", "cloudflare", ["https://www.cloudflare.com/ips-v4", "https://www.cloudflare.com/ips-v6"]),
  vendor("fastly", "fastly", ["https://api.fastly.com/public-ip-list"]),
  vendor("akamai", "akamai", [
    "https://techdocs.akamai.com/property-manager/pdfs/akamai_ipv4_CIDRs.txt",
    "https://techdocs.akamai.com/property-manager/pdfs/akamai_ipv6_CIDRs.txt",
  ]),
  // One URL for each family: the addresses of single servers, many of them in networks of others.
  vendor("bunny", "bunny", ["https://api.bunny.net/system/edgeserverlist", "https://api.bunny.net/system/edgeserverlist/ipv6"]),
  vendor("cdn77", "cdn77", ["https://prefixlists.tools.cdn77.com/public_lmax_prefixes.json"]),
  vendor("imperva", "imperva", ["https://my.imperva.com/api/integration/v1/ips"]),
  // KeyCDN publishes the networks of its shields only.
  vendor("keycdn", "keycdn", ["https://www.keycdn.com/shield-prefixes.json"]),
  vendor("digitalocean", "digitalocean", ["https://digitalocean.com/geo/google.csv"]),
  vendor("linode", "akamai-linode", ["https://geoip.linode.com/"]),
  vendor("vultr", "vultr", ["https://geofeed.constant.com/?text"]),
  vendor("github", "github", ["https://api.github.com/meta"], { json: readGithub }),
  vendor("meta", "meta", announced(32934, 63293)),
  vendor("x-twitter", "x", announced(13414)),
  vendor("telegram", "telegram", ["https://core.telegram.org/resources/cidr.txt"]),
  vendor("hetzner", "hetzner", announced(24940, 212317, 213230)),
  vendor("alibaba", "alibaba", announced(45102, 37963, 134963)),
];
