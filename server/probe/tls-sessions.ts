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
  const kept = new Map<string, { session: Buffer | undefined; resumed: number }>();
  return {
    take(host) {
      const known = kept.get(host);
      if (known?.session === undefined) return undefined;
      const { session, resumed } = known;
      // A ticket is good for one connection (RFC 8446, C.4): two with the same one could be told to be of one visitor.
      kept.set(host, { session: undefined, resumed: resumed >= RESUMED ? 0 : resumed + 1 });
      return resumed >= RESUMED ? undefined : session;
    },
    keep(host, session) {
      kept.set(host, { session, resumed: kept.get(host)?.resumed ?? 0 });
    },
  };
}
