import { generateKeyPairSync, type KeyObject, sign } from "node:crypto";
import { joinEnvelope, signedBytes } from "../../../utils/core/feed/envelope.ts";
import { keyIdOf } from "../../../utils/core/feed/public-key.ts";

/** A key pair that may sign feeds, with its public part as a feed's setting names it. */
export function createSigner() {
  const { privateKey, publicKey } = generateKeyPairSync("ed25519");
  return { privateKey, rootKey: publicKey.export({ format: "jwk" }).x ?? "" };
}

export type Signer = ReturnType<typeof createSigner>;

/** A feed that holds for half an hour from its issue on. */
export function feedDocument(sequence: number, minutesOld = 0, changes: object = {}): object {
  const issued = Date.now() - minutesOld * 60_000;
  return {
    version: 1,
    sequence,
    issued: new Date(issued).toISOString(),
    expires: new Date(issued + 30 * 60_000).toISOString(),
    incidents: [],
    ...changes,
  };
}

export function incident(id: string): object {
  return {
    ...{ id, provider: "intranet", region: null, severity: "major", status: "investigating", title: id },
    ...{ started: new Date().toISOString(), updated: new Date().toISOString() },
  };
}

/** The bytes that a mirror serves. @param claimed the key that the first line names, where it is not the signer's own */
export function signFeed(document: object, { privateKey, rootKey }: Signer, claimed = rootKey): Uint8Array<ArrayBuffer> {
  const json = new TextEncoder().encode(JSON.stringify(document));
  return joinEnvelope(keyIdOf(claimed), sign(null, signedBytes(json), privateKey as KeyObject).toString("base64url"), json);
}
