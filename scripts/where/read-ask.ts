import { domainToASCII } from "node:url";
import { parseAddress } from "../../utils/core/net/address.ts";
import { hostOf } from "../../utils/core/net/site-name.ts";

const LABEL = /^(?!-)[a-z0-9_-]{1,63}(?<!-)$/;

/** A host name as DNS allows it, with a letter in its last part: `1.2.3` is neither a name nor an address. */
function isName(host: string): boolean {
  const labels = host.split(".");
  return host.length <= 253 && labels.every((label) => LABEL.test(label)) && /[a-z]/.test(labels.at(-1) ?? "");
}

/** The host of a name, `name:port`, `name/path`, URL of any scheme, address or bracketed address that a person typed; an error for anything else. */
export function readAsk(ask: string): { host: string } | { error: string } {
  const text = ask.trim();
  if (text === "") return { error: "empty: a name, a URL or an address is expected" };
  const scheme = /^([a-z][a-z0-9+.-]*):\/\//i.exec(text)?.[0];
  if (scheme !== undefined) return readUrl(text.slice(scheme.length));
  if (text.startsWith("//")) return readUrl(text.slice(2));
  if (parseAddress(text) !== null) return { host: text.replace(/^\[|\]$/g, "") };
  if (NAME_WITH_PATH.test(text)) return readUrl(text);
  return readName(text);
}

/** A dotted name and a path, as people copy it out of an address bar; `1.2.3.4/24` is a network and no place. */
const NAME_WITH_PATH = /^[^/?#]*\.[^/?#]*[^\d./?#:][^/?#]*[/?#]/;

/** Reads what follows `scheme://`. Connection strings of databases come with a scheme, a user and a password, too. */
function readUrl(rest: string): { host: string } | { error: string } {
  if (/^[/?#\\]|^$/.test(rest)) return { error: "a URL without a host" };
  // Every scheme's host is read by the rules of https, which browsers share.
  const url = URL.parse(`https://${rest}`);
  if (url === null) return { error: "not a valid URL" };
  const host = hostOf(url.href);
  if (host === null) return { error: "the host of this URL is neither a name nor an address" };
  return parseAddress(host) !== null || isName(host) ? { host } : { error: "the host of this URL is neither a name nor an address" };
}

const HIGHEST_PORT = 65_535;

function readName(text: string): { host: string } | { error: string } {
  if (text.includes("/")) return { error: "neither a name nor an address; put https:// before a URL" };
  const port = /:(\d{1,5})$/.exec(text);
  if (port !== null && Number(port[1]) > HIGHEST_PORT) return { error: "there is no such port" };
  const name = (port === null ? text : text.slice(0, port.index)).replace(/\.$/, "");
  // For plain ASCII, domainToASCII would make an address of every number: 1.2.3 becomes 1.2.0.3.
  const host = /^[\x21-\x7e]*$/.test(name) ? name.toLowerCase() : domainToASCII(name);
  if (parseAddress(host) !== null) return { host: host.replace(/^\[|\]$/g, "") };
  return isName(host) ? { host } : { error: "neither a name, a URL nor an address" };
}
