import { messageOf } from "../../utils/core/message-of.ts";
import { UnreadableList } from "./list-network.ts";
import type { ListDocument } from "./read-documents.ts";
import type { Vendor } from "./vendors.ts";

const TIMEOUT = 60_000;
/** In bytes. Azure's list, the largest, has 5 MB. */
const MAX_SIZE = 64 * 1024 * 1024;

/** Downloads one file. @throws UnreadableList */
export async function fetchList(url: string): Promise<Uint8Array> {
  try {
    return await fetchWhole(url);
  } catch (error) {
    throw new UnreadableList(`${url}: ${messageOf(error instanceof Error ? (error.cause ?? error) : error)}`);
  }
}

async function fetchWhole(url: string): Promise<Uint8Array> {
  const response = await fetch(url, { signal: AbortSignal.timeout(TIMEOUT), headers: { "user-agent": "not-just-me-ranges/1" } });
  if (!response.ok) throw new Error(`HTTP ${response.status}`);
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.length;
    if (size > MAX_SIZE) throw new Error(`larger than ${MAX_SIZE} bytes`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

async function followLink(page: string, link: RegExp): Promise<string> {
  const found = link.exec(new TextDecoder().decode(await fetchList(page)))?.[0];
  if (found === undefined) throw new UnreadableList(`${page}: the link to the list is not on the page`);
  return found;
}

/**
 * Downloads the lists that a vendor publishes.
 * @throws UnreadableList where one of them cannot be downloaded
 */
export async function download(vendor: Vendor): Promise<ListDocument[]> {
  const { link } = vendor;
  const urls = link === undefined ? vendor.urls : await Promise.all(vendor.urls.map((page) => followLink(page, link)));
  return Promise.all(urls.map(async (url) => ({ name: url, bytes: await fetchList(url) })));
}
