import * as v from "valibot";
import type { TraceEvent } from "../scenarios/trace-event.ts";

/** Version 1.1 of the trace format, read a second time and strictly: a field that the format does not name is a slip of the author. */

const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const time = v.pipe(v.number(), v.finite(), v.minValue(0));
const tab = v.pipe(v.number(), v.integer(), v.minValue(-1));
const address = v.pipe(v.string(), v.url());
const moment = v.pipe(v.string(), v.isoTimestamp());
const country = v.pipe(v.string(), v.regex(/^[A-Z]{2}$/));
const line = <Name extends string, Fields extends v.ObjectEntries>(event: Name, fields: Fields) =>
  v.strictObject({ t: time, event: v.literal(event), ...fields });

const facts = {
  tabId: tab,
  url: address,
  type: v.picklist(["main_frame", "sub_frame", "xmlhttprequest", "script", "stylesheet", "image", "font", "websocket"]),
  ip: v.optional(v.pipe(v.string(), v.ip())),
  proxied: v.optional(v.literal(true)),
  initiator: v.optional(address),
  documentId: v.optional(v.string()),
  ms: v.optional(time),
};
const crowd = v.strictObject({ reporters: count, networks: count, baseline: v.number(), series: v.array(count) });
const incident = v.looseObject({
  id: v.string(),
  provider: v.string(),
  region: v.nullable(v.string()),
  severity: v.picklist(["minor", "major", "critical", "maintenance"]),
  status: v.picklist(["possible", "investigating", "identified", "monitoring", "resolved"]),
  started: moment,
  updated: moment,
  crowd: v.nullable(crowd),
  areas: v.optional(v.pipe(v.array(country), v.maxLength(3))),
});
const network = v.strictObject({
  asn: v.nullable(count),
  name: v.string(),
  country,
  cannotReach: v.array(v.string()),
  since: moment,
  crowd,
});
const feed = v.looseObject({
  version: v.picklist([1, 2]),
  sequence: count,
  issued: moment,
  expires: moment,
  incidents: v.array(incident),
  services: v.array(v.unknown()),
  networks: v.optional(v.array(network)),
});
const view = v.strictObject({
  from: v.string(),
  country: v.optional(country),
  failure: v.nullable(v.string()),
  status: v.optional(count),
  ms: v.optional(time),
});

const anyLine = v.variant("event", [
  line("start", {
    trace: v.literal(1),
    name: v.string(),
    browser: v.picklist(["chromium", "firefox"]),
    epoch: moment,
    mode: v.picklist(["full", "basic"]),
    ranges: v.array(v.strictObject({ cidr: v.string(), provider: v.string(), region: v.optional(v.string()) })),
    learned: v.optional(v.array(v.strictObject({ host: v.string(), provider: v.string(), region: v.optional(v.string()), seen: moment }))),
  }),
  line("navigation-started", { tabId: tab, url: address }),
  line("navigation-committed", { tabId: tab, url: address }),
  line("completed", {
    ...facts,
    status: v.pipe(count, v.minValue(100), v.maxValue(599)),
    fromCache: v.optional(v.boolean()),
    wrote: v.optional(v.picklist(["edge", "origin", "platform", "challenge"])),
  }),
  line("error", { ...facts, error: v.pipe(v.string(), v.minLength(1)) }),
  line("navigation-error", {
    tabId: tab,
    url: address,
    error: v.pipe(v.string(), v.regex(/^(net::ERR_|Error code (\d+|undefined)$)/)),
    ms: v.optional(time),
  }),
  line("navigation-completed", { tabId: tab, url: address }),
  line("online", {}),
  line("offline", {}),
  line("connectivity", {
    result: v.picklist(["reached", "captive", "unreachable"]),
    skew: v.optional(v.number()),
    network: v.optional(v.strictObject({ asn: count, country })),
  }),
  line("targets", { sha256: v.pipe(v.string(), v.length(43)), names: v.pipe(v.array(v.string()), v.minLength(1)) }),
  line("feed", { feed }),
  line("feed-failed", { mirror: v.string(), error: v.string() }),
  line("elsewhere", { host: v.string(), views: v.pipe(v.array(view), v.minLength(1)) }),
  line("tab-closed", { tabId: tab }),
  line("restart", {}),
  line("ask", { tabId: v.optional(tab), site: v.optional(v.string()) }),
]);

/** What is wrong with the lines of a trace; empty where nothing is. */
export function slipsOf(events: readonly TraceEvent[]): string[] {
  const slips: string[] = [];
  let before = 0;
  for (const [index, event] of events.entries()) {
    const read = v.safeParse(anyLine, event);
    const where = `line ${index + 1} (${event.event})`;
    if (!read.success) slips.push(...read.issues.map((issue) => `${where} ${v.getDotPath(issue)}: ${issue.message}`));
    else {
      if ((read.output.event === "start") !== (index === 0)) slips.push(`${where}: the start is the first line, and no other is`);
      if (read.output.t < before) slips.push(`${where}: goes back in time`);
      before = read.output.t;
    }
  }
  return slips;
}
