/** Sessions of this many connections are resumed before the certificate is looked at again. Judged (2026-11-30). */
const RESUMED = 9;

/**
 * Keeps the last TLS session of each host, for whoever asks the same hosts again and again: a resumed handshake takes a tenth of the bytes
 * and of the work, and shows no certificate. So every tenth connection begins anew.
 */
export type TlsSessions = {
  /** The session to resume with a host; undefined where there is none, or where the certificate is due. */
  take(host: string): Buffer | undefined;
  /** @param session of a connection whose certificate was trusted */
  keep(host: string, session: Buffer): void;
};

export function createTlsSessions(): TlsSessions {
  const kept = new Map<string, { session: Buffer; resumed: number }>();
  return {
    take(host) {
      const known = kept.get(host);
      if (known === undefined) return undefined;
      if (known.resumed >= RESUMED) {
        kept.delete(host);
        return undefined;
      }
      // The same one again: many servers give no new one with a resumed connection (OpenSSL 3). RFC 8446 (C.4) advises against it, because two
      // connections could be told to be of one visitor; a vantage says who it is.
      known.resumed++;
      return known.session;
    },
    keep(host, session) {
      kept.set(host, { session, resumed: kept.get(host)?.resumed ?? 0 });
    },
  };
}
