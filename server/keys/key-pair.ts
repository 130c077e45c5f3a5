import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, sign } from "node:crypto";

/** An Ed25519 key pair in base64url: 32 bytes each. */
export type KeyPair = { key: string; secret: string };

/** Makes a key pair. Its public key does not begin with a dash: a command line would read it as a flag. */
export function makeKeyPair(): KeyPair {
  const { x = "", d = "" } = generateKeyPairSync("ed25519").privateKey.export({ format: "jwk" });
  return x.startsWith("-") ? makeKeyPair() : { key: x, secret: d };
}

/** The secret key as an object that signs. Throws if it does not belong to the public key. */
export function privateKeyOf({ key, secret }: KeyPair): KeyObject {
  const made = createPrivateKey({ key: { kty: "OKP", crv: "Ed25519", x: key, d: secret }, format: "jwk" });
  if (made.export({ format: "jwk" }).x !== key) throw new Error("the public and the secret half do not belong together");
  return made;
}

/** A public key as an object that verifies. Throws where it is none. */
export function publicKeyOf(key: string): KeyObject {
  return createPublicKey({ key: { kty: "OKP", crv: "Ed25519", x: key }, format: "jwk" });
}

/** Signs bytes; base64url. */
export function signWith(pair: KeyPair, bytes: Uint8Array): string {
  return sign(null, bytes, privateKeyOf(pair)).toString("base64url");
}
