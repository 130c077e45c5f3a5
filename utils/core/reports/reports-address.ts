/**
 * Whether a text is an address that may take reports: https, because over http the network in between would read the report, or http on
 * this machine, for trying a feed out. Without a user name, a query and a fragment: an address is the same for everybody.
 */
export function isReportsAddress(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, username, password, search, hash } = new URL(text);
  if (username !== "" || password !== "" || search !== "" || hash !== "") return false;
  return protocol === "https:" || (protocol === "http:" && isLoopback(hostname));
}

/**
 * Reads the address of reports that a feed names. Reports go to this one address, on the host of one of the feed's own mirrors: whoever
 * steals the key of a feed cannot lead them elsewhere, and browsers have permission for these hosts.
 * @param text what the signed head says
 * @param mirrors the base addresses of that feed
 * @returns the address as the browser writes it; null where reports may not go there
 */
export function readReportsAddress(text: string, mirrors: readonly string[]): string | null {
  if (!isReportsAddress(text)) return null;
  const { hostname, href } = new URL(text);
  return mirrors.some((mirror) => URL.canParse(mirror) && new URL(mirror).hostname === hostname) ? href : null;
}

/** @param hostname as `URL` writes it: an IPv4 address in four decimal numbers, IPv6 in brackets */
function isLoopback(hostname: string): boolean {
  return hostname === "localhost" || hostname === "[::1]" || /^127\.\d+\.\d+\.\d+$/.test(hostname);
}
