import type { Reading } from "../core/status-pages/parsing/adapter.ts";
import { send } from "../messages/messaging.ts";

/** At most this many open incidents are taken over. Judged. */
const MAX_INCIDENTS = 100;

/** `trouble`: they have an open incident. `nothing`: they were read and have none, which does not prove that all is well. */
export type DirectOutcome = "trouble" | "nothing" | "unreadable" | "too-soon" | "not-allowed";

/**
 * Hands to the diagnosis what status pages say that were asked directly.
 * @param about the provider or site that they were asked about
 * @param readings null for a page that did not answer
 */
export async function takeReadings(about: string, readings: readonly (Reading | null)[]): Promise<"trouble" | "nothing" | "unreadable"> {
  const read = readings.filter((reading) => reading?.parsed === true);
  const open = read.flatMap((reading) => reading?.incidents ?? []).filter(({ status }) => status !== "resolved");
  const incidents = open.slice(0, MAX_INCIDENTS);
  // A page without incidents that has unknown values was not understood.
  const ok = read.length === readings.length && (incidents.length > 0 || read.every((reading) => reading?.unknown.length === 0));
  await send("takeDirectAnswer", { about, ok, incidents });
  if (incidents.some(({ severity }) => severity !== "maintenance")) return "trouble";
  return ok ? "nothing" : "unreadable";
}
