import { readOwnFile } from "../browser/own-files.ts";
import { placeTables } from "../core/providers/place-tables.ts";
import { unpackMessages } from "../core/view/packed-messages.ts";

/*
 * The English names of providers and regions, in place of `utils/core/providers/provider-table.ts` and `region-table.ts`: the build has put
 * them among the English messages, so the package has them once. Only for pages: a service worker may not await anything while it loads.
 */

async function readMessages(): Promise<ReadonlyMap<string, string>> {
  const built = (await (await readOwnFile("/_locales/en/messages.json")).json()) as { [key: string]: { message: string } };
  const packed = (name: string) => built[`packed_${name}`]?.message ?? "";
  return unpackMessages({ keys: packed("keys"), fallback: packed("fallback"), words: packed("words"), forms: packed("forms") });
}

export const { providers: PROVIDERS, regions: REGION_NAMES } = placeTables(await readMessages());
