import { MAX_IDENTIFIER_LENGTH } from "../../feed/limits.ts";

/** An incident's id in the feed: `aws-…-us-east-1`, the region only where the vendor's id does not contain it. */
export function incidentId(provider: string, vendorId: string, region: string | null): string {
  const parts = [provider, vendorId, ...(region === null || vendorId.toLowerCase().includes(region) ? [] : [region])];
  const id = parts.join("-").replace(/[^A-Za-z0-9._-]+/g, "-");
  return id.length <= MAX_IDENTIFIER_LENGTH ? id : `${id.slice(0, MAX_IDENTIFIER_LENGTH - 9)}-${fingerprint(id)}`;
}

/** The FNV-1a hash of a text as eight hexadecimal digits. It keeps long ids with the same beginning apart. */
export function fingerprint(text: string): string {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, "0");
}
