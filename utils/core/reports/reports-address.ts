/**
 * Reads the address of reports that a feed names. Reports go to this one address, and to no mirror: mirrors may be static, and some are
 * reached over plain http. A query or a fragment is refused, because an address is the same for everybody.
 * @param text what the signed feed says
 * @param mirrors the base addresses of that feed. Plain http to this machine is allowed where one of them is on this machine too, so that
 *   a feed can be tried out; no feed from elsewhere can send reports to a program on this machine
 * @returns the address as the browser writes it; null where reports may not go there
 */
export function readReportsAddress(text: string, mirrors: readonly string[]): string | null {
  if (!URL.canParse(text)) return null;
  const { protocol, hostname, username, password, search, hash, href } = new URL(text);
  if (username !== "" || password !== "" || search !== "" || hash !== "") return null;
  if (protocol === "https:") return href;
  return protocol === "http:" && isLoopback(hostname) && mirrors.some(isOnLoopback) ? href : null;
}

function isOnLoopback(mirror: string): boolean {
  return URL.canParse(mirror) && isLoopback(new URL(mirror).hostname);
}

/** @param hostname as `URL` writes it: an IPv4 address in four decimal numbers, IPv6 in brackets */
function isLoopback(hostname: string): boolean {
  return hostname === "localhost" || hostname === "[::1]" || /^127\.\d+\.\d+\.\d+$/.test(hostname);
}
