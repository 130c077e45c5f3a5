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

/** @param begin how many connections of a host count as resumed at first, so that not all hosts begin anew in the same minute */
export function createTlsSessions(begin: () => number = () => Math.floor(Math.random() * RESUMED)): TlsSessions {
  const kept = new Map<string, { session: Buffer | undefined; resumed: number }>();
  return {
    take(host) {
      const known = kept.get(host);
      if (known === undefined) return undefined;
      if (known.resumed >= RESUMED) {
        kept.set(host, { session: undefined, resumed: 0 });
        return undefined;
      }
      // The same one again: many servers give no new one with a resumed connection (OpenSSL 3). RFC 8446 (C.4) advises against it, because two
      // connections could be told to be of one visitor; a vantage says who it is.
      known.resumed++;
      return known.session;
    },
    keep(host, session) {
      kept.set(host, { session, resumed: kept.get(host)?.resumed ?? begin() });
    },
  };
}
