/** The tables of `provider-table.ts` and `region-table.ts`, in which each line is `id|name`. */
export type PlaceTables = { providers: string; regions: { [provider: string]: string } };

/**
 * Reads the tables back out of messages, into which `known-places.ts` put them.
 * @param messages by flat keys (`region.aws.us_east_1`), which have underscores where ids have hyphens
 */
export function placeTables(messages: ReadonlyMap<string, string>): PlaceTables {
  const tables: PlaceTables = { providers: "", regions: {} };
  for (const [key, name] of messages) {
    const [kind, provider = "", region] = key.replaceAll("_", "-").split(".");
    if (kind === "provider") tables.providers += `${provider}|${name}\n`;
    if (kind === "region") tables.regions[provider] = `${tables.regions[provider] ?? ""}${region}|${name}\n`;
  }
  return tables;
}
