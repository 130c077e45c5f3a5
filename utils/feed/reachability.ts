import { REACHABLE_PATH } from "../core/feed/paths.ts";
import type { WorldEvent } from "../core/world/events.ts";
import { fetchWithoutTrace } from "../net/fetch-without-trace.ts";

type Connectivity = Extract<WorldEvent, { event: "connectivity" }>;

type Reply = { result: Connectivity["result"]; skew?: number };

/**
 * Asks the feed's own mirrors whether this device reaches the internet, so that no third party learns of it. One 204 with a date is
 * enough for `reached`. A redirect, another status or an answer without the mirror's header is a captive portal; no answer at all is
 * `unreachable`, and so is an answer that the browser hides (see `reachability` in `fetch-without-trace.ts`). Where a mirror is set by
 * https, plain http is asked too, because portals let https time out. No answer ever leads to a second address.
 * @returns `skew`: how far this device's clock is ahead of the mirror's, milliseconds, where one was reached
 */
export async function checkReachability(mirrors: string[], now: () => number = Date.now): Promise<Reply> {
  const replies = await Promise.all(mirrors.map((mirror) => askMirror(mirror, now)));
  const reached = replies.find(({ result }) => result === "reached");
  if (reached !== undefined) return reached;
  const portals = await Promise.all(
    mirrors.filter((mirror) => mirror.startsWith("https:")).map((mirror) => askMirror(mirror.replace(/^https:/, "http:"), now)),
  );
  const all = [...replies, ...portals];
  return all.find(({ result }) => result === "reached") ?? all.find(({ result }) => result === "captive") ?? { result: "unreachable" };
}

async function askMirror(mirror: string, now: () => number): Promise<Reply> {
  try {
    const reply = await fetchWithoutTrace("reachability", `${mirror}${REACHABLE_PATH}`);
    if (reply.type === "opaqueredirect" || reply.status !== 204) return { result: "captive" };
    const date = Date.parse(reply.headers.get("date") ?? "");
    if (Number.isNaN(date)) return { result: "captive" };
    return { result: "reached", skew: now() - date };
  } catch {
    return { result: "unreachable" };
  }
}
