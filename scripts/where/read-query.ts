import { domainToASCII } from "node:url";
import { parseAddress } from "../../utils/core/net/address.ts";
import { hostOf } from "../../utils/core/net/site-name.ts";

const LABEL = /^(?!-)[a-z0-9_-]{1,63}(?<!-)$/;

/** A host name as DNS allows it, with a letter in its last part: `1.2.3` is neither a name nor an address. */
function isName(host: string): boolean {
  const labels = host.split(".");
  return host.length <= 253 && labels.every((label) => LABEL.test(label)) && /[a-z]/.test(labels.at(-1) ?? "");
}

/** The host of what a person typed: a name, `name:port`, `name/path`, a URL of any scheme, an address, also in brackets. An error for anything else. */
export function readQuery(query: string): { host: string } | { error: string } {
  const text = query.trim();
  if (text === "") return { error: "empty: a name, a URL or an address is expected" };
  const scheme = /^([a-z][a-z0-9+.-]*):\/\//i.exec(text)?.[0];
  if (scheme !== undefined) return readUrl(text.slice(scheme.length));
  if (text.startsWith("//")) return readUrl(text.slice(2));
  if (parseAddress(text) !== null) return { host: text.replace(/^\[|\]$/g, "") };
  if (NAME_WITH_PATH.test(text)) return readUrl(text);
  return readName(text);
}

/** A dotted name and a path, as people copy it from the address bar; `1.2.3.4/24` is a network, not a host. */
const NAME_WITH_PATH = /^[^/?#]*\.[^/?#]*[^\d./?#:][^/?#]*[/?#]/;

/** Reads what follows `scheme://`. Connection strings of databases too have a scheme, a user and a password. */
function readUrl(rest: string): { host: string } | { error: string } {
  if (/^[/?#\\]|^$/.test(rest)) return { error: "a URL without a host" };
  // The host of any scheme is parsed by the rules of https, which all browsers share. Not by URL.parse: Node 20 has none.
  const url = URL.canParse(`https://${rest}`) ? new URL(`https://${rest}`) : null;
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
  // Not for plain ASCII: domainToASCII turns every number into an address, 1.2.3 into 1.2.0.3.
  const host = /^[\x21-\x7e]*$/.test(name) ? name.toLowerCase() : domainToASCII(name);
  if (parseAddress(host) !== null) return { host: host.replace(/^\[|\]$/g, "") };
  return isName(host) ? { host } : { error: "neither a name, a URL nor an address" };
}
