import { fetchDocument } from "./fetch-document.ts";
import { sha256Of } from "./sha256.ts";

/**
 * Downloads a document that the feed names by its hash, from the first mirror that has it.
 * @param named its address below the mirror, and its SHA-256 in base64url
 * @param limit bytes
 * @returns null where no mirror has it, or only another one
 */
export async function fetchByHash(
  named: { url: string; sha256: string },
  mirrors: readonly string[],
  limit: number,
): Promise<Uint8Array<ArrayBuffer> | null> {
  for (const mirror of mirrors) {
    const bytes = await fetchDocument("byHash", new URL(named.url, `${mirror}/`).href, limit);
    if (bytes !== null && (await sha256Of(bytes)) === named.sha256) return bytes;
  }
  return null;
}
