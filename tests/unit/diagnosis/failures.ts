/** What each browser reports for a failed load: Chromium's string, Firefox's string and Firefox's number. */
export const FAILURES = {
  dns: ["net::ERR_NAME_NOT_RESOLVED", "NS_ERROR_UNKNOWN_HOST", 2152398878],
  timeout: ["net::ERR_CONNECTION_TIMED_OUT", "NS_ERROR_NET_TIMEOUT", 2152398862],
  refused: ["net::ERR_CONNECTION_REFUSED", "NS_ERROR_CONNECTION_REFUSED", 2152398861],
  reset: ["net::ERR_CONNECTION_RESET", "NS_ERROR_NET_RESET", 2152398868],
  unreachable: ["net::ERR_ADDRESS_UNREACHABLE", "NS_ERROR_CONNECTION_REFUSED", 2152398861],
  offline: ["net::ERR_INTERNET_DISCONNECTED", "NS_ERROR_OFFLINE", 2152398864],
  changed: ["net::ERR_NETWORK_CHANGED", "NS_ERROR_NET_INTERRUPT", 2152398919],
  date: ["net::ERR_CERT_DATE_INVALID", "Das Zertifikat der Gegenstelle ist abgelaufen.", 2153390069],
  issuer: ["net::ERR_CERT_AUTHORITY_INVALID", "Das Zertifikat der Gegenstelle stammt von keinem bekannten Aussteller.", 2153390067],
  proxy: ["net::ERR_PROXY_CONNECTION_FAILED", "NS_ERROR_PROXY_CONNECTION_REFUSED", 2152398920],
  tunnel: ["net::ERR_TUNNEL_CONNECTION_FAILED", "NS_ERROR_PROXY_BAD_GATEWAY", 2152400350],
  stalled: ["net::ERR_TIMED_OUT", "NS_ERROR_NET_TIMEOUT", 2152398862],
  empty: ["net::ERR_EMPTY_RESPONSE", "NS_ERROR_NET_EMPTY_RESPONSE", 2152398884],
  garbled: ["net::ERR_SSL_PROTOCOL_ERROR", "SSL hat einen Datensatz erhalten, der länger ist als erlaubt.", 2153394151],
  pin: [
    "net::ERR_SSL_PINNED_KEY_NOT_IN_CERT_CHAIN",
    "Der Server verwendet Schlüssel-Pinning, und keine vertrauenswürdige Kette passt dazu.",
    2153398272,
  ],
  nullAddress: ["net::ERR_ADDRESS_INVALID", "NS_ERROR_CONNECTION_REFUSED", 2152398861],
  loop: ["net::ERR_TOO_MANY_REDIRECTS", "NS_ERROR_REDIRECT_LOOP", 2152398879],
  blocked: ["net::ERR_BLOCKED_BY_CLIENT", "NS_ERROR_ABORT", 2147500036],
  aborted: ["net::ERR_ABORTED", "NS_BINDING_ABORTED", 2152398850],
} as const;

export type Failure = keyof typeof FAILURES;
