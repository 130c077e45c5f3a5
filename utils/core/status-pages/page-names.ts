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
  if (!site.includes(".") || site.length > MAX_SITE_LENGTH) return [];
  const name = site.slice(0, site.indexOf("."));
  const own = `status.${site}`;
  if (!/^(?!xn--)[a-z\d][a-z\d-]*$/.test(name) || name.length > MAX_LABEL_LENGTH - "-status".length) return [own];
  return [own, `${name}status.com`, `${name}-status.com`, `${name}.statuspage.io`];
}

/** The hosts that may be asked for the page of a site: the usual names, and two of them also as `www`, where many pages lead. */
export function askedNames(site: string): string[] {
  return pageNames(site).flatMap((host) => (/^[^.]+status\.com$/.test(host) ? [host, `www.${host}`] : [host]));
}

/** The domains below which platforms of status pages give a name to each customer. From what the platforms say of themselves (2026-12-01). */
const PLATFORM =
  /^([a-z\d-]+)\.(?:statuspage\.io|instatus\.com|betteruptime\.com|betterstack\.com|statuspal\.(?:io|eu)|hund\.io|freshstatus\.io|sorryapp\.com|status\.page|firehydrant\.page)$/;

/** The name that a platform of status pages gave to a customer; null for any other host. */
export function customerOf(host: string): string | null {
  return PLATFORM.exec(host)?.[1] ?? null;
}
