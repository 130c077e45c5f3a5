import type { SourceAddress } from "./source.ts";

/** The path of the payload below the page, for formats where all pages use the same. */
const USUAL_PATHS = new Map([
  ["statuspage", "/api/v2/summary.json"],
  ["incident-io", "/api/v2/summary.json"],
  ["instatus", "/v3/summary.json"],
  ["better-stack", "/index.json"],
  ["statuspage-atom", "/history.atom"],
  ["firehydrant", "/data/payload.json"],
]);

/**
 * Where the payload of a page is.
 * @param page without `https://`
 * @param address without it too; "" for the usual one of the format
 */
export function addressIn(format: string, page: string, address = ""): SourceAddress {
  return { format, url: `https://${address || page + (USUAL_PATHS.get(format) ?? "")}` };
}
