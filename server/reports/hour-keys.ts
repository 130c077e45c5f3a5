import { createHmac, createSecretKey, type KeyObject, randomBytes } from "node:crypto";
import { hourOf } from "../store/report-store.ts";

const KEY_BYTES = 32;
const SLOT_BYTES = 8;

export type HourKeys = {
  /**
   * The keyed hash of a text, different in each hour and in each process.
   * @param now milliseconds of the epoch
   */
  slotOf(text: string, now: number): string;
  /** Forgets the key of an hour that is over. Must be called about once a minute, because nobody may report for hours. */
  forgetOld(now: number): void;
};

/**
 * Turns network prefixes into slots: HMAC with a random key of the hour. The key is in the memory of this process only, and gone with it
 * or when its hour is over: whatever a disk still holds of the slots, nobody can try prefixes against them any more. DECISIONS.md says
 * why several processes do not share it.
 * @param random the source of keys
 */
export function createHourKeys(random: (size: number) => Buffer = randomBytes): HourKeys {
  let current: { hour: number; key: KeyObject } | null = null;

  function keyOf(hour: number): KeyObject {
    if (current?.hour === hour) return current.key;
    const secret = random(KEY_BYTES);
    // A key object, because preparing a raw key costs four times as much as the hash itself.
    const key = createSecretKey(secret);
    secret.fill(0);
    current = { hour, key };
    return key;
  }

  return {
    slotOf: (text, now) =>
      createHmac("sha256", keyOf(hourOf(now)))
        .update(text)
        .digest()
        .subarray(0, SLOT_BYTES)
        .toString("base64url"),
    forgetOld(now) {
      if (current !== null && current.hour !== hourOf(now)) current = null;
    },
  };
}
