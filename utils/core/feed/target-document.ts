import * as v from "valibot";
import { parseJson } from "../parse-json.ts";
import { identifier } from "./incident.ts";

/** Far more than vantages can ask once a minute. */
const MAX_TARGETS = 4000;

const document = v.object({
  version: v.literal(1),
  targets: v.pipe(v.array(v.object({ id: identifier, host: v.pipe(v.string(), v.maxLength(253)) })), v.maxLength(MAX_TARGETS)),
});

/**
 * Reads the list of targets that a feed publishes.
 * @returns the ids of all targets, and the hosts of those that are no region of a cloud; null where it is no such list
 */
export function readTargetNames(bytes: Uint8Array): string[] | null {
  const reading = v.safeParse(document, parseJson(new TextDecoder().decode(bytes)));
  if (!reading.success) return null;
  return targetNames(reading.output.targets);
}

/** The names by which targets are looked up: their ids, and of a service the host too. */
export function targetNames(targets: readonly { id: string; host: string }[]): string[] {
  return targets.flatMap(({ id, host }) => (id.includes("/") ? [id] : [id, host]));
}
