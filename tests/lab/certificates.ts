import "reflect-metadata";
import { createHash, createPublicKey } from "node:crypto";
import { isIP } from "node:net";
import * as x509 from "@peculiar/x509";

/** What a server may show instead of the certificate that it should. */
export type CertificateFlaw = "expired" | "not-yet-valid" | "self-signed" | "wrong-name" | "intercepted";

export type KeyPair = { certificate: string; key: string };

/** Certificates of one run of the lab. PEM throughout. */
export type LabCertificates = {
  /** The authority that the browsers trust. */
  authority: string;
  /** SHA-256 of the sound certificate's public key, base64. */
  keyHash: string;
  sound: KeyPair;
  flawed: { [flaw in CertificateFlaw]: KeyPair };
};

const ALGORITHM = { name: "ECDSA", namedCurve: "P-256", hash: "SHA-256" };
const DAY = 24 * 60 * 60 * 1000;
/** Browsers refuse a certificate that is valid for longer than 398 days, so the flaws stay well below. */
const YESTERDAY_AND_A_MONTH: [number, number] = [-1, 30];
const LONG_AGO: [number, number] = [-90, -30];
const NEXT_YEAR: [number, number] = [300, 390];

type Issuer = { name: string; keys: Awaited<ReturnType<typeof makeKeys>> };
type Order = { names: string[]; days: [number, number]; issuer: Issuer | "itself"; serial: number };

/** Makes an authority, a sound certificate for all names, and one for each flaw, every one with a key of its own. */
export async function issueLabCertificates(names: string[]): Promise<LabCertificates> {
  x509.cryptoProvider.set(crypto);
  const trusted = await makeAuthority("Not Just Me lab");
  const interceptor = await makeAuthority("Some Antivirus Web Shield");
  const sound = await issue({ names, days: YESTERDAY_AND_A_MONTH, issuer: trusted.issuer, serial: 2 });
  const flawed = {
    expired: await issue({ names, days: LONG_AGO, issuer: trusted.issuer, serial: 3 }),
    "not-yet-valid": await issue({ names, days: NEXT_YEAR, issuer: trusted.issuer, serial: 4 }),
    "self-signed": await issue({ names, days: YESTERDAY_AND_A_MONTH, issuer: "itself", serial: 5 }),
    "wrong-name": await issue({ names: ["www.somebody-else.example"], days: YESTERDAY_AND_A_MONTH, issuer: trusted.issuer, serial: 6 }),
    intercepted: await issue({ names, days: YESTERDAY_AND_A_MONTH, issuer: interceptor.issuer, serial: 7 }),
  };
  const publicKey = createPublicKey(sound.certificate).export({ type: "spki", format: "der" });
  return { authority: trusted.certificate, keyHash: createHash("sha256").update(publicKey).digest("base64"), sound, flawed };
}

async function makeAuthority(title: string): Promise<{ issuer: Issuer; certificate: string }> {
  const keys = await makeKeys();
  const name = `CN=${title}`;
  const certificate = await x509.X509CertificateGenerator.createSelfSigned({
    ...validity([-400, 400]),
    serialNumber: "01",
    name,
    keys,
    extensions: [new x509.BasicConstraintsExtension(true, 0, true), new x509.KeyUsagesExtension(x509.KeyUsageFlags.keyCertSign, true)],
  });
  return { issuer: { name, keys }, certificate: certificate.toString("pem") };
}

async function issue({ names, days, issuer, serial }: Order): Promise<KeyPair> {
  const keys = await makeKeys();
  const certificate = await x509.X509CertificateGenerator.create({
    ...validity(days),
    serialNumber: `0${serial}`,
    subject: "CN=stand-ins",
    issuer: issuer === "itself" ? "CN=stand-ins" : issuer.name,
    publicKey: keys.publicKey,
    signingKey: issuer === "itself" ? keys.privateKey : issuer.keys.privateKey,
    extensions: [
      new x509.SubjectAlternativeNameExtension(
        names.map((value) => ({ type: isIP(value) === 0 ? ("dns" as const) : ("ip" as const), value })),
      ),
      new x509.ExtendedKeyUsageExtension([x509.ExtendedKeyUsage.serverAuth]),
    ],
  });
  const key = Buffer.from(await crypto.subtle.exportKey("pkcs8", keys.privateKey)).toString("base64");
  return { certificate: certificate.toString("pem"), key: `-----BEGIN PRIVATE KEY-----\n${key}\n-----END PRIVATE KEY-----\n` };
}

function validity([from, to]: [number, number]) {
  return { notBefore: new Date(Date.now() + from * DAY), notAfter: new Date(Date.now() + to * DAY), signingAlgorithm: ALGORITHM };
}

async function makeKeys() {
  return await crypto.subtle.generateKey(ALGORITHM, true, ["sign", "verify"]);
}
