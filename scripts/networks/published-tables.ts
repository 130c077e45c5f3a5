/** A table that others publish and keep up to date. */
export type PublishedTable = { name: string; url: string };

/**
 * What `npm run networks` downloads: which country each address was handed out to, by the five registries (RFC 7020), and which network
 * announces it. Other tables in the same forms do as well, from a folder.
 */
export const PUBLISHED_TABLES: PublishedTable[] = [
  { name: "AFRINIC", url: "https://ftp.afrinic.net/pub/stats/afrinic/delegated-afrinic-extended-latest" },
  { name: "APNIC", url: "https://ftp.apnic.net/stats/apnic/delegated-apnic-extended-latest" },
  { name: "ARIN", url: "https://ftp.arin.net/pub/stats/arin/delegated-arin-extended-latest" },
  { name: "LACNIC", url: "https://ftp.lacnic.net/pub/stats/lacnic/delegated-lacnic-extended-latest" },
  { name: "RIPE NCC", url: "https://ftp.ripe.net/ripe/stats/delegated-ripencc-extended-latest" },
  { name: "IPtoASN", url: "https://iptoasn.com/data/ip2asn-combined.tsv.gz" },
];
