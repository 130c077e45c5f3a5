/** The domains below which platforms of status pages give a name to each customer. From what the platforms say of themselves (2026-12-01). */
const PLATFORM = /^([a-z\d-]+)\.(?:statuspage\.io|instatus\.com|betteruptime\.com|statuspal\.io|hund\.io|freshstatus\.io)$/;

/** The name that a platform of status pages gave to a customer; null for any other host. */
export function customerOf(host: string): string | null {
  return PLATFORM.exec(host)?.[1] ?? null;
}
