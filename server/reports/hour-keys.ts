import { createHmac, createSecretKey, type KeyObject, randomBytes } from "node:crypto";
import { HOUR, MINUTE } from "../../utils/core/time.ts";
import { hourOf, type ReportStore } from "../store/report-store.ts";

const SLOT_BYTES = 8;
/** The next hour's key is loaded this much ahead, so that the first report of an hour does not wait for it. */
const AHEAD = 2 * MINUTE;

/** Turns network prefixes into slots: HMAC with a random key of the hour, shared by all processes and erased with the reports. */
export function createHourKeys(store: ReportStore) {
  const keys = new Map<number, KeyObject>();

  async function load(hour: number): Promise<KeyObject> {
    const secret = await store.hourKey(hour, randomBytes(32).toString("base64url"));
    // A key object, because preparing a raw key costs four times as much as the hash itself.
    const key = createSecretKey(Buffer.from(secret, "base64url"));
    keys.set(hour, key);
    return key;
  }

  return {
    /** Loads the keys of now and of the next minutes, and drops all others: a clock that was set back leaves keys of the future. */
    async prepare(now: number): Promise<void> {
      const next = hourOf(now + AHEAD);
      for (const hour of new Set([hourOf(now), next])) if (!keys.has(hour)) await load(hour);
      for (const hour of keys.keys()) if (hour < hourOf(now) - HOUR || hour > next) keys.delete(hour);
    },

    async slotOf(prefix: string, now: number): Promise<string> {
      const hour = hourOf(now);
      const key = keys.get(hour) ?? (await load(hour));
      return createHmac("sha256", key).update(prefix).digest().subarray(0, SLOT_BYTES).toString("base64url");
    },
  };
}
