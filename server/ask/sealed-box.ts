import {
  createCipheriv,
  createDecipheriv,
  createPublicKey,
  diffieHellman,
  generateKeyPairSync,
  hkdfSync,
  type KeyObject,
  randomBytes,
} from "node:crypto";

/** Seals texts for one process, which alone can open them. */
export type SealedBoxes = {
  /** The public half of this process's key, base64url. */
  publicKey: string;
  /** Null where the receiver's key is none. */
  seal(text: string, receiver: string): string | null;
  /** Null for what was not sealed by that sender for this process. */
  open(box: string, sender: string): string | null;
};

const CIPHER = "aes-256-gcm";
const NONCE = 12;
const TAG = 16;
/** Every text has this many bytes or a multiple of it, so that its length does not tell what is in it. */
const BLOCK = 512;
/** What comes before the 32 bytes of an X25519 key in its usual form (RFC 8410). */
const PREFIX = Buffer.from("302a300506032b656e032100", "hex");

/**
 * Keys of X25519, made anew in each process and kept in its memory alone: what a database has logged of sealed texts can be opened by
 * nobody once both processes have ended, not with the keys in the database either. AES-256-GCM with a key of each pair of processes.
 */
export function createSealedBoxes(): SealedBoxes {
  const own = generateKeyPairSync("x25519");
  const publicKey = own.publicKey.export({ type: "spki", format: "der" }).subarray(PREFIX.length).toString("base64url");

  /** One key for both directions; null for what is no key. */
  function keyWith(other: string): Buffer | null {
    try {
      const secret = diffieHellman({ privateKey: own.privateKey, publicKey: readKey(other) });
      return Buffer.from(hkdfSync("sha256", secret, "", "not-just-me ask 2", 32));
    } catch {
      return null;
    }
  }

  return {
    publicKey,
    seal(text, receiver) {
      const key = keyWith(receiver);
      if (key === null) return null;
      const nonce = randomBytes(NONCE);
      const cipher = createCipheriv(CIPHER, key, nonce).setAAD(Buffer.from(`${publicKey} ${receiver}`));
      const size = Math.ceil(Buffer.byteLength(text) / BLOCK) * BLOCK;
      const padded = text + " ".repeat(size - Buffer.byteLength(text));
      return Buffer.concat([nonce, cipher.update(padded, "utf8"), cipher.final(), cipher.getAuthTag()]).toString("base64url");
    },
    open(box, sender) {
      const key = keyWith(sender);
      if (key === null) return null;
      try {
        const bytes = Buffer.from(box, "base64url");
        const decipher = createDecipheriv(CIPHER, key, bytes.subarray(0, NONCE), { authTagLength: TAG });
        decipher.setAAD(Buffer.from(`${sender} ${publicKey}`)).setAuthTag(bytes.subarray(-TAG));
        return Buffer.concat([decipher.update(bytes.subarray(NONCE, -TAG)), decipher.final()])
          .toString()
          .trimEnd();
      } catch {
        return null;
      }
    },
  };
}

function readKey(text: string): KeyObject {
  return createPublicKey({ key: Buffer.concat([PREFIX, Buffer.from(text, "base64url")]), format: "der", type: "spki" });
}
