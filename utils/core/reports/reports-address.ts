import { REPORTS_PATH } from "./report.ts";

/**
 * Whether a text is an address that may take reports: https, because over http the network in between would read the report, or http on
 * this machine, for trying a feed out. Without a user name, a query and a fragment, and with the one path that servers have: an address
 * is the same for everybody.
 */
export function isReportsAddress(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, pathname, username, password, search, hash } = new URL(text);
  if (username !== "" || password !== "" || search !== "" || hash !== "" || !pathname.endsWith(REPORTS_PATH)) return false;
  return protocol === "https:" || (protocol === "http:" && isLoopback(hostname));
}

/**
 * Reads the address of reports that a feed names. Reports go to this one address, on the host of one of the feed's own mirrors: whoever
 * steals the key of a feed cannot lead them elsewhere, and browsers have permission for these hosts. Nothing in it is the signer's to
 * choose: a path or a port of one person's own would come back with each of that person's reports.
 * @param text what the signed head says
 * @param mirrors the base addresses of that feed
 * @returns the address as the browser writes it; null where reports may not go there
 */
export function readReportsAddress(text: string, mirrors: readonly string[]): string | null {
  if (!isReportsAddress(text)) return null;
  const { protocol, hostname, port, pathname, href } = new URL(text);
  const isBeside = (mirror: URL): boolean =>
    mirror.hostname === hostname &&
    (protocol === "http:" || port === "" || port === mirror.port) &&
    (pathname === REPORTS_PATH || pathname === mirror.pathname.replace(/\/$/, "") + REPORTS_PATH);
  return mirrors.some((mirror) => URL.canParse(mirror) && isBeside(new URL(mirror))) ? href : null;
}

/** @param hostname as `URL` writes it: an IPv4 address in four decimal numbers, IPv6 in brackets */
function isLoopback(hostname: string): boolean {
  return hostname === "localhost" || hostname === "[::1]" || /^127\.\d+\.\d+\.\d+$/.test(hostname);
}
