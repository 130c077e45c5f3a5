import { type KeyGrant, writeGrant } from "../../utils/core/feed/grant-text.ts";
import type { Head } from "../../utils/core/feed/head.ts";
import { MINUTE } from "../../utils/core/time.ts";
import { inSeconds } from "./in-seconds.ts";

/** A head is valid for this long, so that clients notice within half an hour that a mirror is not updated. Judged. */
const VALID = 30 * MINUTE;

/** What a head says besides its number and its time. */
export type HeadContents = Pick<Head, "body" | "reports"> & { keys: KeyGrant[] };

/** Writes a head. @param now milliseconds of the epoch */
export function writeHead({ body, reports, keys }: HeadContents, sequence: number, now: number): Uint8Array<ArrayBuffer> {
  const head = {
    ...{ version: 2, sequence, issued: inSeconds(now), expires: inSeconds(now + VALID), body },
    ...(reports === null ? {} : { reports }),
    keys: keys.map(writeGrant),
  };
  return new TextEncoder().encode(JSON.stringify(head));
}

/** The path of a body below a mirror. */
export function bodyName(sha256: string): string {
  return `body-${sha256}.json`;
}
