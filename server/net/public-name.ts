import { isIP } from "node:net";
import { domainToASCII, domainToUnicode } from "node:url";
import { parse } from "tldts";
import { isPrivateHost } from "../../utils/core/net/site-name.ts";

export type NameReading = { ok: true; host: string } | { ok: false; reason: string };

/** Of RFC 1035. */
const LONGEST_NAME = 253;
const LONGEST_LABEL = 63;

/** In the list of public suffixes, and yet nothing that a browser finds by DNS: RFC 7686, and the tree of the infrastructure. */
const NOT_FOR_WEBSITES = /(?:^|\.)(?:onion|arpa)$/;

/**
 * Reads the host name of a website on the public internet, as browsers write it (`xn--` for what is not ASCII), in one spelling: without
 * scheme, user, port and dot at the end. Everything else is refused, above all each way to write an address.
 * @returns the name in lower case, or why it is refused, in words without the name
 */
export function readPublicName(text: string): NameReading {
  if (text === "") return refused("no host name");
  // Also white space, control characters, `%`, `@`, `:`, `/`, `\`, brackets, and letters, digits and dots beyond ASCII.
  if (!/^[a-z0-9._-]+$/i.test(text)) return refused("a host name has letters, digits, dots and hyphens only; other letters as xn--");
  const host = text.toLowerCase();
  if (host.length > LONGEST_NAME) return refused(`a host name has at most ${LONGEST_NAME} characters`);
  const labels = host.split(".");
  if (host.endsWith(".")) return refused("a host name does not end with a dot here");
  if (labels.includes("")) return refused("a host name has no empty part");
  if (labels.some((label) => label.length > LONGEST_LABEL))
    return refused(`each part of a host name has at most ${LONGEST_LABEL} characters`);
  if (isAddress(host)) return refused("an address is no host name");
  if (labels.length === 1) return refused("a host name without a dot is of a private network");
  if (labels.some((label) => /^-|-$/.test(label)) || labels.slice(-2).some((label) => label.includes("_")))
    return refused("no part of a host name begins or ends with a hyphen, and the last two have no underscore");
  if (labels.some(isUnreadable)) return refused("a part that begins with xn-- is not written as browsers write it");
  if (isPrivateHost(host) || NOT_FOR_WEBSITES.test(host) || !hasPublicSuffix(host))
    return refused("this name is not one of the public internet");
  return { ok: true, host };
}

function refused(reason: string): NameReading {
  return { ok: false, reason };
}

/** Any spelling that a URL parser or a C library reads as an address: `127.1`, `0x7f000001`, `2130706433`, `0`, `0177.0.0.1`. */
function isAddress(host: string): boolean {
  // WHATWG: a host whose last part is a number is an IPv4 address, or not a host at all.
  return isIP(host) !== 0 || /(?:^|\.)(?:\d+|0x[0-9a-f]*)$/.test(host);
}

/** An `xn--` that stands for no letters, or for others than it would be written for. Node takes every one for a name (24.21, 2026-12-01). */
function isUnreadable(label: string): boolean {
  if (!label.startsWith("xn--")) return false;
  const letters = domainToUnicode(label);
  return letters === label || domainToASCII(letters) !== label;
}

function hasPublicSuffix(host: string): boolean {
  const { isIcann, isPrivate } = parse(host, { allowPrivateDomains: true, validateHostname: false });
  return isIcann === true || isPrivate === true;
}
