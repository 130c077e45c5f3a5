import { isIP } from "node:net";

/**
 * The address that a request comes from. Used in memory for the length of the request; it is written nowhere.
 * @param peer the address at the other end of the connection
 * @param forwarded the `X-Forwarded-For` header
 * @param proxies how many proxies of the operator's own stand in front: each adds one entry on the right, and what stands further
 *   left was written by the sender
 */
export function clientAddress(peer: string | undefined, forwarded: string | undefined, proxies: number): string | null {
  if (proxies > 0 && forwarded !== undefined) {
    const entry = forwarded.split(",").at(-proxies)?.trim() ?? "";
    if (isIP(entry) !== 0) return entry;
  }
  return peer !== undefined && isIP(peer) !== 0 ? peer : null;
}
