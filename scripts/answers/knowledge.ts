import type { Service } from "../../utils/core/providers/catalogue.ts";
import { createLocator, type Locator } from "../../utils/core/providers/locator.ts";
import { addressTable, services as servicesOf } from "./attachment.ts";
import type { Folder } from "./cache-folder.ts";
import type { FeedSetting } from "./feed-setting.ts";
import { type FeedReading, readFeed } from "./read-feed.ts";

/** All that an answer rests on. */
export type Knowledge = { reading: FeedReading; services: readonly Service[]; locator: Locator };

/** @param needsAddresses whether an address is asked about: the table of address ranges is loaded for them only */
export async function loadKnowledge(
  setting: FeedSetting | null,
  folder: Folder,
  { refresh, needsAddresses }: { refresh: boolean; needsAddresses: boolean },
): Promise<Knowledge> {
  const reading = await readFeed(setting, folder, refresh);
  const services = await servicesOf(reading, folder);
  const table = needsAddresses ? await addressTable(reading, folder) : null;
  return { reading, services, locator: createLocator({ services, ...(table === null ? {} : { table }) }) };
}
