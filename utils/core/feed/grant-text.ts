import { DAY } from "../time.ts";

/* Without the schema library: what signs heads has nothing installed. */

/**
 * A grant of a root key to a feed key. It permits the feed key to sign heads until a date, a week ahead at most: a stolen feed key is of
 * use for no longer. Heads contain their grants, so feed keys can change without a new extension.
 */
export type KeyGrant = {
  /** The public key: base64url of 32 bytes. */
  key: string;
  /** ISO time in whole seconds after which its signatures are not accepted. */
  notAfter: string;
  /** A root key's Ed25519 signature of `grantText(key, notAfter)` in base64url. */
  signature: string;
};

/** A grant lasts this long. The publisher renews it by itself. Judged. */
export const GRANT_LIFE = 7 * DAY;

/** Writes a grant as heads contain it. */
export function writeGrant({ key, notAfter, signature }: KeyGrant): string {
  return `${key}.${notAfter}.${signature}`;
}

/** The text that a root key signs to grant a feed key. */
export function grantText(key: string, notAfter: string): string {
  return `not-just-me-key 2\n${key}\n${notAfter}\n`;
}
