/**
 * How a request failed, in the vocabulary of W3C Network Error Logging (`phase.type`). It is a standard, it is small, and it is
 * useful without a URL, so reports use it too.
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
 * What kind of fault an error string or status reports: coarser than the failure type and chosen for attribution. Each kind has a row
 * in the table of likelihoods (`diagnosis/weighing/fault-likelihoods.ts`), except for those in `IGNORED_KINDS` and for
 * `client-certificate`, about which a rule decides (`diagnosis/rules/unsure.ts`).
 */
export type FaultKind =
  | "aborted" // the person or the page cancelled the load
  | "blocked" // by an extension, a policy or tracking protection
  | "policy" // CSP, CORS, CORP and the like: the page's own rules
  | "internal" // cache, storage and other internals of the browser
  | "offline" // the browser knows that there is no network
  | "network-changed" // Wi-Fi switched, or the machine slept
  | "device" // out of memory, ports, file handles
  | "dns"
  | "proxy" // the proxy itself, or its configuration
  | "gateway" // the proxy answers that it could not reach the site
  | "clock" // a certificate that is not valid at the time of this machine's clock
  | "interception" // a certificate of an unexpected authority or for an unexpected name
  | "pin" // a certificate that is not the one which the site's owner has told the browser to expect
  | "portal" // HTTP 511: the network requires a login first
  | "client-certificate"
  | "tls"
  | "refused"
  | "reset"
  | "timeout" // no connection was made in time
  | "stalled" // connected, and then no answer in time
  | "unreachable"
  | "null-address" // the name leads to 0.0.0.0 or the like: a filtering resolver or a hosts file on this side
  | "http" // an answer with an error: 402, 5xx, or redirects without end
  | "broken" // an empty, cut or garbled answer; HTTP/2, QUIC and TLS protocol errors: anything on the way can make them
  | "ambiguous";

/** Kinds that are never evidence of an outage: the person, the page or the browser itself caused them. */
export const IGNORED_KINDS: ReadonlySet<FaultKind> = new Set<FaultKind>(["aborted", "blocked", "policy", "internal"]);

/** Whether a fault counts as evidence of an outage. It follows from the kind: see `IGNORED_KINDS`. */
export type FaultEvidence = "counts" | "ignore";

/** The class of one error. */
export type ErrorClass = { kind: FaultKind; failure: NelType; evidence: FaultEvidence };

/** One class of errors and the codes that belong to it, separated by white space: a row of `chromium-errors.ts` or `firefox-errors.ts`. */
export type ErrorRow = readonly [kind: FaultKind, failure: NelType, codes: string];
