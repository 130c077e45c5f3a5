import type { IncomingMessage } from "node:http";
import { siteOf } from "../../utils/core/net/site-name.ts";
import { readPublicName } from "../net/public-name.ts";
import { Refused } from "./refused.ts";
import type { Target } from "./target.ts";

const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);

/**
 * Where an answer leads within the same owner (registrable domain). Throws `Refused` for a host that is not
 * a public name, and within the owner for a user name or another port than the default.
 * @returns null for an answer that leads nowhere, or to another owner: the host has answered then
 */
export function redirectOf({ statusCode = 0, headers }: IncomingMessage, from: Required<Target>): Required<Target> | null {
  if (!REDIRECTS.has(statusCode) || headers.location === undefined) return null;
  // Node reads headers as Latin-1, browsers as UTF-8.
  const location = Buffer.from(headers.location, "latin1").toString();
  const url = URL.parse(location, `${from.scheme}://${from.host}${from.path}`);
  if (url === null || (url.protocol !== "https:" && url.protocol !== "http:")) return null;
  const host = url.hostname.replace(/\.$/, "");
  const name = readPublicName(host);
  if (!name.ok) throw new Refused(`it redirects: ${name.reason}`);
  if (siteOf(name.host) !== siteOf(from.host)) return null;
  if (url.username !== "" || url.password !== "") throw new Refused("it redirects to a URL with a user name");
  if (url.port !== "") throw new Refused("it redirects to another port than the usual one");
  return { host: name.host, path: `${url.pathname}${url.search}`, scheme: url.protocol === "https:" ? "https" : "http" };
}
