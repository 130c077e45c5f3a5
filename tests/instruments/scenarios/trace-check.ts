import type { TimedEvent } from "./trace-event.ts";

type Kind = "string" | "number" | "boolean" | "object";
type Shape = { required: Readonly<Record<string, Kind>>; optional: Readonly<Record<string, Kind>> };

const REQUEST = { ip: "string", proxied: "boolean", initiator: "string", documentId: "string", ms: "number" } as const;
const NAVIGATION: Shape = { required: { tabId: "number", url: "string" }, optional: {} };
const NOTHING: Shape = { required: {}, optional: {} };
const SHAPES: Readonly<Record<string, Shape>> = {
  start: {
    required: { trace: "number", name: "string", browser: "string", epoch: "string" },
    optional: { mode: "string", ranges: "object", learned: "object" },
  },
  completed: {
    required: { tabId: "number", url: "string", type: "string", status: "number" },
    optional: { ...REQUEST, fromCache: "boolean", wrote: "string" },
  },
  error: { required: { tabId: "number", url: "string", type: "string", error: "string" }, optional: REQUEST },
  "navigation-error": { required: { tabId: "number", url: "string", error: "string" }, optional: {} },
  "navigation-started": NAVIGATION,
  "navigation-committed": NAVIGATION,
  "navigation-completed": NAVIGATION,
  online: NOTHING,
  offline: NOTHING,
  connectivity: { required: { result: "string" }, optional: { skew: "number", network: "object" } },
  feed: { required: { feed: "object" }, optional: {} },
  "feed-failed": { required: { mirror: "string", error: "string" }, optional: {} },
  elsewhere: { required: { host: "string", views: "object" }, optional: {} },
  targets: { required: { sha256: "string", names: "object" }, optional: {} },
  "tab-closed": { required: { tabId: "number" }, optional: {} },
  "tab-opened": { required: { tabId: "number", by: "number" }, optional: {} },
  restart: NOTHING,
  ask: { required: {}, optional: { tabId: "number", site: "string" } },
};
const WEB_REQUEST = ["completed", "error"];

/** Says what the trace format forbids in these events, and what no browser would ever report; empty when all is well. */
export function problemsOf(events: readonly TimedEvent[]): string[] {
  const problems: string[] = [];
  const [start] = events;
  if (start?.event !== "start" || start.t !== 0) return ["the first line is no start at 0"];
  let before = 0;
  for (const [index, event] of events.entries()) {
    const say = (problem: string) => problems.push(`line ${index + 1} (${event.event}): ${problem}`);
    if (index > 0 && event.event === "start") say("a second start");
    if (!Number.isFinite(event.t) || event.t < before) say(`t goes from ${before} to ${event.t}`);
    before = event.t;
    const shape = SHAPES[event.event];
    if (shape === undefined) {
      say("unknown event");
      continue;
    }
    const fields = new Map<string, unknown>(Object.entries(event));
    for (const [field, kind] of Object.entries(shape.required)) if (typeof fields.get(field) !== kind) say(`${field} is no ${kind}`);
    for (const [field, kind] of Object.entries(shape.optional))
      if (fields.has(field) && typeof fields.get(field) !== kind) say(`${field} is no ${kind}`);
    for (const field of fields.keys())
      if (!["t", "event", ...Object.keys(shape.required), ...Object.keys(shape.optional)].includes(field)) say(`unknown field ${field}`);
    if (start.mode === "basic" && WEB_REQUEST.includes(event.event)) say("basic access sees no requests");
    if (event.event === "completed" && event.wrote !== undefined && event.status < 400) say("a writer of an answer that is no failure");
    if ("url" in event && !URL.canParse(event.url)) say(`${event.url} is no URL`);
    if (event.event === "completed" && (event.status < 100 || event.status > 599)) say(`status ${event.status}`);
    if (event.event === "error")
      problems.push(...strangeError(start.browser, event.error, event.ip).map((problem) => `line ${index + 1}: ${problem}`));
    if (event.event === "navigation-error" && (start.browser === "firefox") !== /^Error code \d+$/.test(event.error))
      say(`${event.error} from ${start.browser}`);
  }
  return problems;
}

/** With these errors Chromium may tell an address: the headers had come before the body was cut, froze or was left. */
const AFTER_HEADERS = [
  "net::ERR_CONTENT_LENGTH_MISMATCH",
  "net::ERR_INCOMPLETE_CHUNKED_ENCODING",
  "net::ERR_CONNECTION_RESET",
  "net::ERR_ABORTED",
  "net::ERR_FAILED",
];

function strangeError(browser: string, error: string, ip: string | undefined): string[] {
  if (browser === "firefox") return error.startsWith("net::") ? [`${error} from firefox`] : [];
  if (!error.startsWith("net::ERR_")) return [`${error} from chromium`];
  const headersCame = AFTER_HEADERS.includes(error);
  return ip !== undefined && !headersCame ? [`chromium knows no address of a request that ended with ${error}`] : [];
}
