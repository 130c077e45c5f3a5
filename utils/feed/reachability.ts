import { REACHABLE_PATH } from "../core/feed/paths.ts";
import { readYourNetwork, YOUR_NETWORK } from "../core/net/your-network.ts";
import type { WorldEvent } from "../core/world/events.ts";
import { fetchWithoutTrace } from "../net/fetch-without-trace.ts";
import { isPrivateMirror, tellingMirrors } from "./private-mirror.ts";

type Connectivity = Extract<WorldEvent, { event: "connectivity" }>;

type Reply = { result: Connectivity["result"]; skew?: number; network?: Connectivity["network"] };

/** Browsers connect to no web server at this port ("discard"; Fetch, "port blocking"). */
const BLOCKED_PORT = "9";

/**
 * Asks the feed's own mirrors whether this device reaches the internet, so that no third party learns of it. One 204 with a date is
 * enough for `reached`. A redirect, another status or an answer without the mirror's header is a captive portal; no answer at all is
 * `unreachable`, and so is an answer that the browser hides (see `reachability` in `fetch-without-trace.ts`). Where a mirror is set by
 * https, plain http is asked too, because portals let https time out. No answer ever leads to a second address. Mirrors on this device or
 * its own network are asked only where there are no others, and an answer of theirs is `reached-locally`.
 * @returns `skew`: how far this device's clock is ahead of the mirror's, milliseconds, where one was reached; `network`: what it told of ours
 */
export async function checkReachability(all: readonly string[], now: () => number = Date.now): Promise<Reply> {
  const mirrors = tellingMirrors(all);
  const replies = await Promise.all(mirrors.map((mirror) => askMirror(mirror, now)));
  const reached = replies.find(isReached);
  if (reached !== undefined) return reached;
  const portals = await Promise.all(
    mirrors.filter((mirror) => mirror.startsWith("https:")).map((mirror) => askByHttp(mirror.replace(/^https:/, "http:"), now)),
  );
  return portals.find(isReached) ?? [...replies, ...portals].find(({ result }) => result === "captive") ?? { result: "unreachable" };
}

function isReached({ result }: Reply): boolean {
  return result === "reached" || result === "reached-locally";
}

async function askByHttp(mirror: string, now: () => number): Promise<Reply> {
  const reply = await askMirror(mirror, now);
  return reply.result === "captive" && (await isAnsweredByBrowser(mirror)) ? { result: "unreachable" } : reply;
}

/**
 * Whether the browser itself answers http of a host, with a redirect to https, because the host asked for that (HSTS) or is on the browser's
 * list, as all of `pages.dev` is. That looks like a portal's redirect though nothing was sent, also on a dead network. It shows at a port
 * to which nothing is ever sent: there every other request fails at once (Chromium 156, 2026-11-30; Firefox 153 follows such redirects).
 */
async function isAnsweredByBrowser(mirror: string): Promise<boolean> {
  const nowhere = new URL(mirror);
  nowhere.port = BLOCKED_PORT;
  try {
    return (await fetchWithoutTrace("reachability", nowhere.href)).type === "opaqueredirect";
  } catch {
    return false;
  }
}

async function askMirror(mirror: string, now: () => number): Promise<Reply> {
  try {
    const reply = await fetchWithoutTrace("reachability", `${mirror}${REACHABLE_PATH}`);
    if (reply.type === "opaqueredirect" || reply.status !== 204) return { result: "captive" };
    const date = Date.parse(reply.headers.get("date") ?? "");
    if (Number.isNaN(date)) return { result: "captive" };
    // The clock of a mirror on this device is this device's own.
    if (isPrivateMirror(mirror)) return { result: "reached-locally" };
    return { result: "reached", skew: now() - date, network: readYourNetwork(reply.headers.get(YOUR_NETWORK)) };
  } catch {
    return { result: "unreachable" };
  }
}
