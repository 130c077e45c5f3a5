/** Provider ids whose regions are those of another id. */
const SAME_REGIONS: { [provider: string]: string } = { "aws-cn": "aws", "azure-cn": "azure", "azure-gov": "azure", google: "gcp" };

/** Providers whose host names number the data centres of a region: ewr1, us-east-1, fr-par-2. */
const NUMBERED_PLACES = new Set(["vultr", "akamai-linode", "scaleway"]);

/** Looks up a message by its key; undefined where there is none. */
export type Lookup = (key: string) => string | undefined;

/** The provider id under which the regions of a provider are listed. */
export function regionsOf(provider: string): string {
  return SAME_REGIONS[provider] ?? provider;
}

/** The message key of a provider's name. Message keys have no hyphens. */
export function providerKey(provider: string): string {
  return `provider.${provider}`.replaceAll("-", "_");
}

/** The message key of a region's name. */
export function regionKey(provider: string, region: string): string {
  return `region.${provider}.${region}`.replaceAll("-", "_");
}

/** The name of a region; undefined where it has none. */
export function regionName(provider: string, region: string, lookup: Lookup): string | undefined {
  const source = regionsOf(provider);
  const named = lookup(regionKey(source, region));
  if (named !== undefined || !NUMBERED_PLACES.has(source)) return named;
  return lookup(regionKey(source, region.replace(/-?\d+$/, "")));
}

/**
 * The name of a place for people: "AWS US East (N. Virginia)", "Cloudflare". Ids without a name are shown as they are.
 * @param region the provider's short form; null for the provider as a whole
 */
export function placeName(provider: string, region: string | null, lookup: Lookup): string {
  const name = lookup(providerKey(provider)) ?? provider;
  return region === null ? name : `${name} ${regionName(provider, region, lookup) ?? region}`;
}
