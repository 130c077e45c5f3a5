import "reflect-metadata";
import { createHash, createPublicKey } from "node:crypto";
import * as x509 from "@peculiar/x509";

/** Certificates of one run: an authority, and one certificate for all names. PEM throughout. */
export type Certificates = { authority: string; certificate: string; key: string; keyHash: string };

const ALGORITHM = { name: "ECDSA", namedCurve: "P-256", hash: "SHA-256" };
const DAY = 24 * 60 * 60 * 1000;

/**
 * Makes an authority that lives as long as this run and lets it certify the names.
 * @param isExpired the certificate of the names ended an hour ago
 * @param issuerAt the URL at which it says that its issuer's certificate can be had
 */
export async function issueCertificates(
  names: string[],
  { isExpired = false, issuerAt = null }: { isExpired?: boolean; issuerAt?: string | null } = {},
): Promise<Certificates> {
  x509.cryptoProvider.set(crypto);
  const validity = { notBefore: new Date(Date.now() - DAY), notAfter: new Date(Date.now() + 30 * DAY), signingAlgorithm: ALGORITHM };
  const authorityKeys = await crypto.subtle.generateKey(ALGORITHM, true, ["sign", "verify"]);
  const authority = await x509.X509CertificateGenerator.createSelfSigned({
    ...validity,
    serialNumber: "01",
    // A name of its own: of two authorities with one name, a certificate would have the wrong signature, not an unknown issuer.
    name: `CN=Not Just Me stand-ins ${crypto.randomUUID().slice(0, 8)}`,
    keys: authorityKeys,
    extensions: [new x509.BasicConstraintsExtension(true, 0, true), new x509.KeyUsagesExtension(x509.KeyUsageFlags.keyCertSign, true)],
  });
  const keys = await crypto.subtle.generateKey(ALGORITHM, true, ["sign", "verify"]);
  const certificate = await x509.X509CertificateGenerator.create({
    ...validity,
    ...(isExpired ? { notAfter: new Date(Date.now() - DAY / 24) } : {}),
    serialNumber: "02",
    subject: "CN=stand-ins",
    issuer: authority.subject,
    publicKey: keys.publicKey,
    signingKey: authorityKeys.privateKey,
    extensions: [
      new x509.SubjectAlternativeNameExtension(names.map((value) => ({ type: "dns" as const, value }))),
      new x509.ExtendedKeyUsageExtension([x509.ExtendedKeyUsage.serverAuth]),
      ...(issuerAt === null ? [] : [new x509.AuthorityInfoAccessExtension({ caIssuers: issuerAt })]),
    ],
  });
  const key = Buffer.from(await crypto.subtle.exportKey("pkcs8", keys.privateKey)).toString("base64");
  const publicKey = createPublicKey(certificate.toString("pem")).export({ type: "spki", format: "der" });
  return {
    authority: authority.toString("pem"),
    certificate: certificate.toString("pem"),
    key: `-----BEGIN PRIVATE KEY-----\n${key}\n-----END PRIVATE KEY-----\n`,
    keyHash: createHash("sha256").update(publicKey).digest("base64"),
  };
}
