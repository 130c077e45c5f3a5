import type { IncomingMessage } from "node:http";
import { isIP } from "node:net";
import { headerOf } from "./header-of.ts";

/**
 * The address that a request comes from. It is used in memory for the length of the request and stored nowhere.
 * @param peer the address at the other end of the connection
 * @param forwarded the `X-Forwarded-For` header
 * @param proxies number of the operator's own proxies in front: each adds one entry on the right, and all entries further left were
 *   written by the sender
 */
export function clientAddress(peer: string | undefined, forwarded: string | undefined, proxies: number): string | null {
  if (proxies > 0 && forwarded !== undefined) {
    const entry = forwarded.split(",").at(-proxies)?.trim() ?? "";
    if (isIP(entry) !== 0) return entry;
  }
  return peer !== undefined && isIP(peer) !== 0 ? peer : null;
}

/** The address that a request on an open connection comes from. */
export function addressOf(request: IncomingMessage, proxies: number): string | null {
  return clientAddress(request.socket.remoteAddress, headerOf(request, "x-forwarded-for"), proxies);
}
