import { getPublicSuffix } from "tldts";

/*
 * Public suffixes by a library, for commands and the server. The extension's build replaces this file by
 * `utils/replacements/public-suffix.ts`, which has the same list in three fifths of the size and reads it from a file.
 */

const OPTIONS = { allowPrivateDomains: true, extractHostname: false, validateHostname: false, detectIp: false, mixedInputs: false };

/**
 * The public suffix of a host name, below which names can be registered: `com`, `co.uk`, `github.io`. For a host that is a public
 * suffix, the host itself.
 * @param host a name in lower case, not an address
 */
export function publicSuffixOf(host: string): string {
  return getPublicSuffix(host, OPTIONS) ?? host;
}
