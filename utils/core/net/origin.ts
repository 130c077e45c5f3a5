import { parseAddress } from "./address.ts";

/**
 * What is kept of a URL: the scheme, host and port of RFC 6454. URLs are cut to it where the browser or a trace hands them over,
 * so that no user name, path, query or fragment can enter the world.
 */
export type Origin = {
  /** Lower case, without a colon; empty where the text is no URL (Chromium calls the initiator of a sandboxed frame "null"). */
  readonly scheme: string;
  /** Lower case, without a trailing dot, IPv6 without brackets; null unless the scheme is http, https, ws or wss. */
  readonly host: string | null;
  /** Null for the default port of the scheme. */
  readonly port: number | null;
};

const HOST_AND_PORT = /^(https?|wss?):\/\/(?:[^/?#\\@]*@)?(\[[0-9a-f:.]+\]|[a-z0-9._-]+)(?::(\d*))?(?:[/?#\\]|$)/i;
const SCHEME = /^[a-z][a-z0-9+.-]*(?=:)/i;
const EXTENSION_SCHEME = /^(?:chrome|moz|safari-web)-extension$/;

/** Judged: a browser session rarely meets more origins. */
const MAX_CACHED = 2000;
const cache = new Map<string, Origin>();

/**
 * Cuts a URL as browsers write URLs (international names already in ASCII). Called twice for every request, so origins are cached;
 * those with user names are not.
 */
export function originOf(url: string): Origin {
  const slash = url.indexOf("/", url.indexOf("//") + 2);
  const start = slash < 0 ? url : url.slice(0, slash);
  const known = cache.get(start);
  if (known !== undefined) return known;
  if (/[@?#\\]/.test(start)) return readOrigin(url);
  // A slice of a string keeps the whole string in memory (V8), so the key of the cache is a copy.
  const copy = [...start].join("");
  const origin = readOrigin(copy);
  if (origin.host === null) return origin;
  if (cache.size >= MAX_CACHED) cache.clear();
  cache.set(copy, origin);
  return origin;
}

function readOrigin(url: string): Origin {
  const parts = HOST_AND_PORT.exec(url);
  const host = parts === null ? null : readHost(parts[2] ?? "");
  if (parts === null || host === null) return { scheme: SCHEME.exec(url)?.[0].toLowerCase() ?? "", host: null, port: null };
  const scheme = (parts[1] ?? "").toLowerCase();
  return { scheme, host, port: readPort(parts[3], scheme) };
}

/** True for a page or a worker of an extension. */
export function isExtension({ scheme }: Origin): boolean {
  return EXTENSION_SCHEME.test(scheme);
}

/** `example.com`, or `example.com:8443` where the port is not the scheme's own. Empty without a host. */
export function hostAndPort({ host, port }: Origin): string {
  const name = host ?? "";
  return port === null ? name : `${name.includes(":") ? `[${name}]` : name}:${port}`;
}

function readHost(text: string): string | null {
  const name = text.startsWith("[") ? text.slice(1, -1) : text;
  const host = (name.endsWith(".") ? name.slice(0, -1) : name).toLowerCase();
  return host === "" || (host.includes(":") && parseAddress(host) === null) ? null : host;
}

function readPort(digits: string | undefined, scheme: string): number | null {
  if (digits === undefined || digits === "") return null;
  const port = Number(digits);
  return port === (scheme === "https" || scheme === "wss" ? 443 : 80) ? null : port;
}
