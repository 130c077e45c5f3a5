import * as v from "valibot";
import { parseJson } from "../parse-json.ts";
import type { Head } from "./head.ts";
import { crowd, identifier, incident } from "./incident.ts";
import { MAX_NETWORKS } from "./limits.ts";
import { networkTrouble } from "./network-trouble.ts";
import { count, hashed, isoTime, sha256 } from "./schema-parts.ts";
import { reasonOf } from "./schema-reason.ts";
import { views } from "./views.ts";

/**
 * A feed as clients use it: what its head says of time and number, and what its body says of the world. The body is a file of its own,
 * `v2/body-HASH.json`, which changes only with news.
 */

/** Services on watch: a feed that asks about more could find out what a person uses. Judged. */
export const MAX_WATCHED = 2;

const unread = v.object({ id: identifier, checked: v.nullable(isoTime) });
const named = v.object({ id: identifier, checked: v.nullable(isoTime), ok: v.boolean() });

/** A service that people have trouble with. `watch`: the feed asks for whom it works. */
const service = v.object({ id: identifier, state: v.picklist(["watch", "elevated"]), crowd: v.optional(v.nullable(crowd), null) });

/** What versions 1 and 2 have in common. */
const content = {
  incidents: v.array(incident),
  services: v.optional(v.array(service), []),
  networks: v.optional(v.pipe(v.array(networkTrouble), v.maxLength(MAX_NETWORKS)), []),
  views: v.optional(v.nullable(views), null),
  catalogue: v.optional(v.nullable(hashed), null),
  ranges: v.optional(v.nullable(hashed), null),
  /** What vantages ask: `views` names only what does not answer. */
  targets: v.optional(v.nullable(hashed)),
};

/**
 * Which status pages were read: all that the product knows, `except` those, at the time `read`. In `named` stand those of which it is
 * known one by one: from a question that this browser asked itself, and from documents of version 1.
 */
const sources = v.object({
  read: v.optional(v.nullable(isoTime), null),
  except: v.optional(v.array(unread), []),
  named: v.optional(v.array(named), []),
});
/** A body names none: a feed could else speak for pages that it does not read. */
const sourcesOfBody = v.pipe(
  v.omit(sources, ["named"]),
  v.transform((read): v.InferOutput<typeof sources> => ({ ...read, named: [] })),
);

const body = v.object({
  version: v.literal(2),
  /** The hash of the body before, so that two histories of one feed show; null in the first. */
  previous: v.optional(v.nullable(sha256), null),
  sources: v.optional(sourcesOfBody, {}),
  ...content,
  services: v.optional(
    v.pipe(
      v.array(service),
      v.check((list) => list.filter(({ state }) => state === "watch").length <= MAX_WATCHED, `more than ${MAX_WATCHED} on watch`),
    ),
    [],
  ),
});
const timed = { sequence: count, issued: isoTime, expires: isoTime };
/** Head and body in one object, as recorded traces hold them. */
const whole = v.object({ ...body.entries, ...timed, sources: v.optional(sources, {}) });

/** A document of version 1, which recorded traces hold: it lists every source. */
const first = v.pipe(
  v.object({ version: v.literal(1), ...timed, sources: v.optional(v.array(named), []), ...content }),
  v.transform(
    (document): v.InferOutput<typeof whole> => ({
      ...document,
      version: 2,
      previous: null,
      sources: { read: null, except: [], named: document.sources },
    }),
  ),
);
const recorded = v.variant("version", [whole, first]);

export type Body = v.InferOutput<typeof body>;
export type Feed = v.InferOutput<typeof whole>;
export type Sources = Feed["sources"];

export type FeedReading = { ok: true; feed: Feed } | { ok: false; reason: string };
export type BodyReading = { ok: true; body: Body } | { ok: false; reason: string };

/**
 * Reads a feed from a parsed JSON value: head and body of version 2 in one object, or a document of version 1. Unknown fields are
 * dropped. Any other deviation refuses the whole document; `reason` names the first wrong field.
 */
export function readFeed(value: unknown): FeedReading {
  const result = v.safeParse(recorded, value);
  return result.success ? { ok: true, feed: result.output } : { ok: false, reason: reasonOf(result.issues[0]) };
}

/** Reads a body from a parsed JSON value, as `readFeed` does. */
export function readBody(value: unknown): BodyReading {
  const result = v.safeParse(body, value);
  return result.success ? { ok: true, body: result.output } : { ok: false, reason: reasonOf(result.issues[0]) };
}

/**
 * Opens the body that a head names.
 * @param bytes what a mirror sent
 * @param hash the SHA-256 of these bytes, in base64url
 * @returns the feed, or why it is refused, as a short English phrase. Nothing is thrown.
 */
export function openBody(bytes: Uint8Array, hash: string, head: Head): FeedReading {
  if (bytes.length !== head.body.bytes) return { ok: false, reason: `its body has ${bytes.length} bytes, not ${head.body.bytes}` };
  if (hash !== head.body.sha256) return { ok: false, reason: "its body does not have the hash that the head names" };
  const value = parseJson(new TextDecoder().decode(bytes));
  if (value === undefined) return { ok: false, reason: "its body is not JSON" };
  const reading = readBody(value);
  return reading.ok ? { ok: true, feed: joinHeadAndBody(head, reading.body) } : reading;
}

/**
 * The feed that a head and its body make. A head says of the body that it still holds, so the sources count as read, and the targets as
 * measured, at the time of the head.
 */
export function joinHeadAndBody({ sequence, issued, expires }: Pick<Head, "sequence" | "issued" | "expires">, contents: Body): Feed {
  const { sources: read, views: seen } = contents;
  return {
    ...{ ...contents, sequence, issued, expires },
    sources: { ...read, read: read.read === null ? null : issued },
    views: seen === null ? null : { ...seen, at: issued },
  };
}
