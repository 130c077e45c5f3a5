import { fetchWithoutTrace, type Purpose } from "./fetch-without-trace.ts";
import { readCapped } from "./read-capped.ts";

/**
 * Downloads a document of at most `limit` bytes.
 * @returns null where no answer comes, the answer is no success, or the document is larger
 */
export async function fetchDocument(purpose: Purpose, url: string, limit: number): Promise<Uint8Array<ArrayBuffer> | null> {
  try {
    const reply = await fetchWithoutTrace(purpose, url);
    return reply.ok ? await readCapped(reply, limit) : null;
  } catch {
    return null;
  }
}
