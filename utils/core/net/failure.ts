/**
 * How a request failed, in the vocabulary of W3C Network Error Logging (phase.type). Small, standard, and it needs no URL
 * to be useful, so it is also the vocabulary of reports. `ok` is no failure: it says that a service works (again).
 */
export const NEL_TYPES = [
  "dns.unreachable",
  "dns.name_not_resolved",
  "dns.failed",
  "dns.address_changed",
  "tcp.timed_out",
  "tcp.closed",
  "tcp.reset",
  "tcp.refused",
  "tcp.aborted",
  "tcp.address_invalid",
  "tcp.address_unreachable",
  "tcp.failed",
  "tls.version_or_cipher_mismatch",
  "tls.bad_client_auth_cert",
  "tls.cert.name_invalid",
  "tls.cert.date_invalid",
  "tls.cert.authority_invalid",
  "tls.cert.invalid",
  "tls.cert.revoked",
  "tls.cert.pinned_key_not_in_cert_chain",
  "tls.protocol.error",
  "tls.failed",
  "http.error",
  "http.protocol.error",
  "http.response.invalid",
  "http.response.redirect_loop",
  "http.failed",
  "abandoned",
  "unknown",
] as const;

export type NelType = (typeof NEL_TYPES)[number];

/**
 * What kind of trouble an error string or status speaks of, coarser than the failure type and chosen for attribution: each
 * kind has its own row in the table of likelihoods. The first group is never evidence of an outage.
 */
export type FaultKind =
  | "aborted" // the person or the page went away
  | "blocked" // an extension, a policy or tracking protection said no
  | "policy" // CSP, CORS, CORP and kin: the page's own rules
  | "internal" // cache, storage and other inner matters of the browser
  | "offline" // the browser knows that it has no network
  | "network-changed" // Wi-Fi switched, or the machine slept
  | "device" // out of memory, ports, file handles
  | "dns"
  | "proxy" // the proxy itself, or its configuration
  | "gateway" // the proxy answers, and says that it found no way to the site
  | "clock" // a certificate not valid at this time by this clock
  | "interception" // a certificate from an authority or for a name that nobody expected
  | "portal" // HTTP 511: a network that wants a log-in first
  | "client-certificate"
  | "tls"
  | "refused"
  | "reset"
  | "timeout"
  | "unreachable"
  | "http" // an answer that is an error: 5xx, 52x, an empty or broken response
  | "throttled" // 429: the site answers, and says "not so fast"
  | "protocol" // HTTP/2 and QUIC trouble; browsers fall back by themselves, so it is weak
  | "ambiguous";

/** Whose fault a kind of trouble speaks of before anything else is known. `ignore` is never evidence. */
export type FaultEvidence = "local" | "remote" | "ambiguous" | "ignore";

/** The class of one error: what the browser said, put in our words. */
export type ErrorClass = { kind: FaultKind; failure: NelType; evidence: FaultEvidence };
