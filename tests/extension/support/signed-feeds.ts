import { createHash, generateKeyPairSync, type KeyObject, sign } from "node:crypto";
import { grantText, writeGrant } from "../../../utils/core/feed/grant-text.ts";
import { bodyPath, HEAD_PATH } from "../../../utils/core/feed/paths.ts";
import { keyIdOf } from "../../../utils/core/feed/public-key.ts";
import { rootJson } from "../../../utils/core/feed/root.ts";
import type { Root } from "../../../utils/core/feed/root-text.ts";
import { type DocumentKind, joinDocument, signedBytes } from "../../../utils/core/feed/signed-document.ts";
import { DAY, MINUTE } from "../../../utils/core/time.ts";

/** A key pair, with its public part in base64url: as a root key, the way a feed's setting names it. */
export function createSigner() {
  const { privateKey, publicKey } = generateKeyPairSync("ed25519");
  return { privateKey, rootKey: publicKey.export({ format: "jwk" }).x ?? "" };
}

export type Signer = ReturnType<typeof createSigner>;

/** What a mirror holds, by path. */
export type Files = { [path: string]: Uint8Array };

/** A feed before it is signed. */
export type FeedDocument = { sequence: number; issued: string; expires: string; reports?: string; body: object };

/** A feed that holds for half an hour from its issue on. @param changes fields of the body */
export function feedDocument(sequence: number, minutesOld = 0, changes: object = {}): FeedDocument {
  const issued = Date.now() - minutesOld * MINUTE;
  return {
    sequence,
    issued: new Date(issued).toISOString(),
    expires: new Date(issued + 30 * MINUTE).toISOString(),
    body: { version: 2, previous: null, sources: { read: new Date(issued).toISOString() }, incidents: [], ...changes },
  };
}

export function incident(id: string, place = "intranet"): object {
  return {
    ...{ id, provider: place, region: null, severity: "major", status: "investigating", title: id },
    ...{ started: new Date().toISOString(), updated: new Date().toISOString() },
  };
}

type Signing = {
  /** The feed key that signs; without it each root key has one of its own. */
  by?: Signer;
  /** The key that the signature is made with, where it is not the one that the head names. */
  forgedBy?: Signer;
  /** When the grant of the feed key ends, milliseconds of the epoch; in six days without it. */
  notAfter?: number;
};

const feedKeys = new Map<string, Signer>();

/** The feed key that signs for a root key. */
export function feedKeyOf(root: Signer): Signer {
  const known = feedKeys.get(root.rootKey) ?? createSigner();
  feedKeys.set(root.rootKey, known);
  return known;
}

/** The files of a feed whose key a root key granted. */
export function signFeed(document: FeedDocument, root: Signer, signing: Signing = {}): Files {
  const { by = feedKeyOf(root), forgedBy = by, notAfter = Date.now() + 6 * DAY } = signing;
  const { body, ...times } = document;
  const bytes = inJson(body);
  const sha256 = sha256Of(bytes);
  const path = bodyPath(sha256);
  const head = { version: 2, ...times, body: { url: path.slice(1), sha256, bytes: bytes.length }, keys: [grantKey(by, root, notAfter)] };
  return { [HEAD_PATH]: seal("head", inJson(head), [{ ...forgedBy, rootKey: by.rootKey }]), [path]: bytes };
}

/** A root document that these keys sign. */
export function signRoot(root: Root, signers: readonly Signer[]): Uint8Array<ArrayBuffer> {
  return seal("root", new TextEncoder().encode(rootJson(root)), signers);
}

export function sha256Of(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("base64url");
}

function grantKey({ rootKey: key }: Signer, root: Signer, end: number): string {
  const notAfter = `${new Date(end).toISOString().slice(0, 19)}Z`;
  return writeGrant({ key, notAfter, signature: signatureOf(root, new TextEncoder().encode(grantText(key, notAfter))) });
}

function seal(kind: DocumentKind, json: Uint8Array, signers: readonly Signer[]): Uint8Array<ArrayBuffer> {
  const bytes = signedBytes(kind, json);
  return joinDocument(
    kind,
    signers.map((signer) => ({ keyId: keyIdOf(signer.rootKey), signature: signatureOf(signer, bytes) })),
    json,
  );
}

function signatureOf({ privateKey }: Signer, bytes: Uint8Array): string {
  return sign(null, bytes, privateKey as KeyObject).toString("base64url");
}

function inJson(value: object): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(JSON.stringify(value));
}
