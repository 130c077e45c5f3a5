import { createHash, X509Certificate } from "node:crypto";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";

/** `CertificateMetadata { trust { trust_type: TRUSTED } }` in protocol buffers. */
const TRUSTED = Buffer.from([0x0a, 0x02, 0x08, 0x03]);

/**
 * Makes a Chromium profile that trusts an authority as if the person had imported it in the browser's certificate manager: the
 * browser keeps those in this database of the profile (tried on Chromium 156, 2026-11-23). With the switch that forgives
 * certificates by their key, an expired one would look like one of an unknown authority.
 * @param authority PEM
 */
export function makeTrustingProfile(folder: string, authority: string): void {
  const der = new X509Certificate(authority).raw;
  mkdirSync(join(folder, "Default"), { recursive: true });
  const database = new DatabaseSync(join(folder, "Default", "ServerCertificate"));
  database.exec(`
    CREATE TABLE meta(key LONGVARCHAR NOT NULL UNIQUE PRIMARY KEY, value LONGVARCHAR);
    INSERT INTO meta VALUES ('mmap_status', '-1'), ('version', '1'), ('last_compatible_version', '1');
    CREATE TABLE certificates(sha256hash_hex TEXT PRIMARY KEY, der_cert BLOB NOT NULL, trust_settings BLOB NOT NULL);
  `);
  const hash = createHash("sha256").update(der).digest("hex");
  database.prepare("INSERT INTO certificates VALUES (?, ?, ?)").run(hash, der, TRUSTED);
  database.close();
}
