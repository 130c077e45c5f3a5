/** Providers that run the same regions under another name. */
const SAME_REGIONS: { [provider: string]: string } = { "aws-cn": "aws", "azure-cn": "azure", "azure-gov": "azure", google: "gcp" };

/** Providers whose names of hosts number the places inside a region: ewr1, us-east-1, fr-par-2. */
const NUMBERED_PLACES = new Set(["vultr", "akamai-linode", "scaleway"]);

/** Finds a message by its key; undefined where there is none. */
export type Lookup = (key: string) => string | undefined;

/** Whose regions a provider runs. */
export function regionsOf(provider: string): string {
  return SAME_REGIONS[provider] ?? provider;
}

/** Where the name of a provider stands among the messages; keys of messages have no hyphens. */
export function providerKey(provider: string): string {
  return `provider.${provider}`.replaceAll("-", "_");
}

/** Where the name of a region stands among the messages. */
export function regionKey(provider: string, region: string): string {
  return `region.${provider}.${region}`.replaceAll("-", "_");
}

/** What people call a region; undefined where it has no name. */
export function regionName(provider: string, region: string, lookup: Lookup): string | undefined {
  const source = regionsOf(provider);
  const named = lookup(regionKey(source, region));
  if (named !== undefined || !NUMBERED_PLACES.has(source)) return named;
  return lookup(regionKey(source, region.replace(/-?\d+$/, "")));
}

/**
 * The name of a place people can recognise: "AWS US East (N. Virginia)", "Cloudflare".
 * @param region the provider's short form; null for the provider as a whole. What has no name is shown as it is.
 */
export function placeName(provider: string, region: string | null, lookup: Lookup): string {
  const name = lookup(providerKey(provider)) ?? provider;
  return region === null ? name : `${name} ${regionName(provider, region, lookup) ?? region}`;
}
