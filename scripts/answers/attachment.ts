import type { Feed } from "../../utils/core/feed/feed.ts";
import { parseJson } from "../../utils/core/parse-json.ts";
import { type AddressTable, readAddressTable } from "../../utils/core/providers/address-table.ts";
import type { Service } from "../../utils/core/providers/catalogue.ts";
import { wholeCatalogue } from "../../utils/core/providers/further-services.ts";
import { readCatalogue } from "../../utils/core/status-pages/catalogue-document.ts";
import { catalogueDocument } from "../../utils/core/status-pages/published-catalogue.ts";
import { sha256Of } from "../../utils/net/sha256.ts";
import { askMirror } from "./ask-mirror.ts";
import type { Folder } from "./cache-folder.ts";
import type { FeedReading } from "./read-feed.ts";

/** Bytes. Larger than a table of twenty thousand ranges (some 300 kB) or a catalogue of over a thousand services (300 kB) will ever be. Judged. */
const LARGEST = 1024 * 1024;

/**
 * The catalogue that the feed names by its hash, else the one built in. It is the same for everybody: what is downloaded does not depend
 * on what is asked.
 */
export async function services(reading: FeedReading, folder: Folder): Promise<Service[]> {
  const named = reading.feed?.catalogue;
  if (named == null) return wholeCatalogue();
  const builtIn = new TextEncoder().encode(JSON.stringify(catalogueDocument()));
  if (named.sha256 === (await sha256Of(builtIn))) return wholeCatalogue();
  const bytes = await attachment(reading, folder, named, `catalogue-${named.sha256}.json`);
  const read = bytes === null ? null : readCatalogue(parseJson(new TextDecoder().decode(bytes)));
  return read?.ok === true ? read.catalogue.services : wholeCatalogue();
}

/** The table of address ranges that the feed names by its hash; null where there is none. It is downloaded whole. */
export async function addressTable(reading: FeedReading, folder: Folder): Promise<AddressTable | null> {
  const named = reading.feed?.ranges;
  const bytes = named == null ? null : await attachment(reading, folder, named, `ranges-${named.sha256}.bin`);
  return bytes === null ? null : readAddressTable(bytes);
}

/** A file that the feed names by its hash, from the folder or from a mirror; null where nobody has it. */
async function attachment(
  { setting }: FeedReading,
  folder: Folder,
  named: NonNullable<Feed["ranges"]>,
  name: string,
): Promise<Uint8Array<ArrayBuffer> | null> {
  const kept = await folder.read(name);
  if (kept !== null && (await sha256Of(kept)) === named.sha256) return kept;
  for (const mirror of setting?.mirrors ?? []) {
    const answer = await askMirror(mirror, `/${named.url}`, LARGEST);
    if (answer.result !== "here" || (await sha256Of(answer.bytes)) !== named.sha256) continue;
    // It is downloaded again next time where it cannot be kept; that is said where the feed itself is kept.
    await folder.write(name, answer.bytes).catch(() => undefined);
    return answer.bytes;
  }
  return null;
}
