import { getPublicSuffix } from "tldts";

/*
 * The list of public suffixes, read by the library. The extension's build puts `utils/replacements/public-suffix.ts` in the place of this file:
 * the same list in a third less of the bytes.
 */

const OPTIONS = { allowPrivateDomains: true, extractHostname: false, validateHostname: false, detectIp: false, mixedInputs: false };

/**
 * The part of a host name under which anybody can get a name: `com`, `co.uk`, `github.io`. The host itself where it is one.
 * @param host lower case, no address
 */
export function publicSuffixOf(host: string): string {
  return getPublicSuffix(host, OPTIONS) ?? host;
}
