import { domainToASCII } from "node:url";
import { parseAddress } from "../../utils/core/address.ts";
import { hostOf } from "../../utils/core/site-name.ts";

const LABEL = /^(?!-)[a-z0-9_-]{1,63}(?<!-)$/;

/** A host name as DNS allows it, with a letter in its last part: `1.2.3` is neither a name nor an address. */
function isName(host: string): boolean {
  const labels = host.split(".");
  return host.length <= 253 && labels.every((label) => LABEL.test(label)) && /[a-z]/.test(labels.at(-1) ?? "");
}

/** The host of a name, `name:port`, URL, address or bracketed address that a person typed; an error for anything else. */
export function readAsk(ask: string): { host: string } | { error: string } {
  const text = ask.trim();
  if (text === "") return { error: "empty: a name, a URL or an address is expected" };
  if (text.includes("://")) return readUrl(text);
  if (parseAddress(text) !== null) return { host: text.replace(/^\[|\]$/g, "") };
  return readName(text.replace(/:\d{1,5}$/, ""));
}

function readUrl(text: string): { host: string } | { error: string } {
  const url = URL.parse(text);
  if (url === null) return { error: "not a valid URL" };
  const host = hostOf(url.href);
  if (host === null) return { error: `no host to look up in a URL of the scheme ${url.protocol}` };
  return parseAddress(host) !== null || isName(host) ? { host } : { error: "the host of this URL is neither a name nor an address" };
}

function readName(text: string): { host: string } | { error: string } {
  if (text.includes("/")) return { error: "neither a name nor an address; put https:// before a URL" };
  const name = text.replace(/\.$/, "");
  // For plain ASCII, domainToASCII would make an address of every number: 1.2.3 becomes 1.2.0.3.
  const host = /^[\x21-\x7e]*$/.test(name) ? name.toLowerCase() : domainToASCII(name);
  if (parseAddress(host) !== null) return { host: host.replace(/^\[|\]$/g, "") };
  return isName(host) ? { host } : { error: "neither a name, a URL nor an address" };
}
