import * as v from "valibot";

/** What each line of a trace may hold (JSON Lines, version 1). Unknown extra fields are ignored. */

const milliseconds = v.pipe(v.number(), v.finite(), v.minValue(0));
const wholeNumber = v.pipe(v.number(), v.integer());
const flag = v.optional(v.nullish(v.boolean()));
const text = v.optional(v.nullish(v.string()));
const duration = v.optional(v.nullish(milliseconds));
const isoTime = v.pipe(
  v.string(),
  v.check((time) => /^\d{4}-\d\d-\d\dT/.test(time) && !Number.isNaN(Date.parse(time)), "not an ISO time"),
);

const range = v.object({ cidr: v.string(), provider: v.string(), region: text });
const learnedHost = v.object({ host: v.string(), provider: v.string(), region: text, seen: isoTime });

/** What one place measured. `failure` null: it answered, if only with an error of its own (`status`). */
const view = v.object({
  from: v.string(),
  country: text,
  failure: v.nullable(v.string()),
  status: v.optional(v.nullish(wholeNumber)),
  ms: duration,
});

const pseudonymService = v.object({
  id: v.string(),
  name: v.string(),
  domains: v.array(v.string()),
  on: v.optional(v.array(v.string()), []),
  owner: v.exactOptional(v.string()),
});

export const startLine = v.object({
  t: milliseconds,
  event: v.literal("start"),
  trace: v.literal(1),
  name: v.string(),
  browser: v.picklist(["chromium", "firefox"]),
  epoch: isoTime,
  mode: v.optional(v.picklist(["full", "basic"]), "full"),
  ranges: v.optional(v.array(range), []),
  learned: v.optional(v.array(learnedHost), []),
  /** Beyond the format: where names were replaced by pseudonyms, the services that the pseudonyms belong to. */
  services: v.optional(v.array(pseudonymService)),
});

const request = { t: milliseconds, tabId: wholeNumber, url: v.string() };
const facts = { ip: text, proxied: flag, initiator: text, documentId: text, ms: duration };

/** Every event but the first by its name. */
export const eventLines = {
  completed: v.object({
    ...request,
    event: v.literal("completed"),
    type: v.string(),
    status: v.pipe(wholeNumber, v.minValue(0), v.maxValue(999)),
    fromCache: flag,
    wrote: v.optional(v.nullish(v.picklist(["edge", "origin", "platform", "challenge"]))),
    /** Beyond the format: the provider that signed the answer. */
    front: text,
    ...facts,
  }),
  error: v.object({ ...request, event: v.literal("error"), type: v.string(), error: v.string(), ...facts }),
  "navigation-error": v.object({ ...request, event: v.literal("navigation-error"), error: v.string(), ms: duration }),
  "navigation-started": v.object({ ...request, event: v.literal("navigation-started") }),
  "navigation-committed": v.object({ ...request, event: v.literal("navigation-committed") }),
  "navigation-completed": v.object({ ...request, event: v.literal("navigation-completed") }),
  online: v.object({ t: milliseconds, event: v.literal("online") }),
  offline: v.object({ t: milliseconds, event: v.literal("offline") }),
  connectivity: v.object({
    t: milliseconds,
    event: v.literal("connectivity"),
    /** Beyond the format: `reached-locally`, where the mirror is on this device or its own network. */
    result: v.picklist(["reached", "reached-locally", "captive", "unreachable"]),
    skew: v.optional(v.nullish(v.pipe(v.number(), v.finite()))),
    network: v.optional(v.nullish(v.object({ asn: v.optional(v.nullish(wholeNumber)), country: v.string() }))),
  }),
  elsewhere: v.object({ t: milliseconds, event: v.literal("elsewhere"), host: v.string(), views: v.array(view) }),
  /** Beyond the format: `local`, where such a mirror may have had it. */
  feed: v.object({ t: milliseconds, event: v.literal("feed"), feed: v.record(v.string(), v.unknown()), local: flag }),
  /** Beyond the format: what the vantages of the feed ask, by ids and hosts. Of a saved trace only what is in it. */
  targets: v.object({ t: milliseconds, event: v.literal("targets"), sha256: v.string(), names: v.array(v.string()) }),
  "feed-failed": v.object({ t: milliseconds, event: v.literal("feed-failed"), mirror: v.string(), error: v.string() }),
  "tab-opened": v.object({ t: milliseconds, event: v.literal("tab-opened"), tabId: wholeNumber, by: v.nullable(wholeNumber) }),
  "tab-closed": v.object({ t: milliseconds, event: v.literal("tab-closed"), tabId: wholeNumber }),
  restart: v.object({ t: milliseconds, event: v.literal("restart") }),
  ask: v.object({ t: milliseconds, event: v.literal("ask"), tabId: v.optional(wholeNumber), site: v.optional(v.string()) }),
} as const;

/** What every line must have before it is known which event it is. */
export const anyLine = v.object({ t: milliseconds, event: v.string() });

export type TraceStart = v.InferOutput<typeof startLine>;
export type EventLine = v.InferOutput<(typeof eventLines)[keyof typeof eventLines]>;
