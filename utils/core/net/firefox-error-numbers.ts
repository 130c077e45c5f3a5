/**
 * Firefox's `webNavigation.onErrorOccurred` reports `Error code N`, where N is an nsresult in decimal. The number is the same in every
 * language, while `webRequest` reports TLS errors as a translated sentence (tried on Firefox 153).
 *
 * An nsresult is `0x80000000 | (module + 0x45) << 16 | code`. Module 6 is the network; module 21 is security, whose code is
 * the negated NSS error: SEC errors count up from -0x2000, SSL errors from -0x3000, mozilla::pkix errors from -0x4000.
 */
const NETWORK = 0x804b0000;
const SECURITY = 0x805a0000;

/** Names of the codes with which a page load can fail. A code that is missing here is classified as `ambiguous`. */
const NAMES = new Map<number, string>([
  [0x80004004, "NS_ERROR_ABORT"],
  [0x80004005, "NS_ERROR_FAILURE"],
  [0x8000ffff, "NS_ERROR_UNEXPECTED"],
  [NETWORK + 1, "NS_BINDING_FAILED"],
  [NETWORK + 2, "NS_BINDING_ABORTED"],
  [NETWORK + 3, "NS_BINDING_REDIRECTED"],
  [NETWORK + 4, "NS_BINDING_RETARGETED"],
  [NETWORK + 10, "NS_ERROR_MALFORMED_URI"],
  [NETWORK + 13, "NS_ERROR_CONNECTION_REFUSED"],
  [NETWORK + 14, "NS_ERROR_NET_TIMEOUT"],
  [NETWORK + 16, "NS_ERROR_OFFLINE"],
  [NETWORK + 17, "NS_ERROR_NO_CONTENT"],
  [NETWORK + 18, "NS_ERROR_UNKNOWN_PROTOCOL"],
  [NETWORK + 19, "NS_ERROR_PORT_ACCESS_NOT_ALLOWED"],
  [NETWORK + 20, "NS_ERROR_NET_RESET"],
  [NETWORK + 30, "NS_ERROR_UNKNOWN_HOST"],
  [NETWORK + 31, "NS_ERROR_REDIRECT_LOOP"],
  [NETWORK + 33, "NS_ERROR_DNS_LOOKUP_QUEUE_FULL"],
  [NETWORK + 35, "NS_ERROR_NET_ERROR_RESPONSE"],
  [NETWORK + 36, "NS_ERROR_NET_EMPTY_RESPONSE"],
  [NETWORK + 42, "NS_ERROR_UNKNOWN_PROXY_HOST"],
  [NETWORK + 51, "NS_ERROR_UNKNOWN_SOCKET_TYPE"],
  [NETWORK + 52, "NS_ERROR_SOCKET_CREATE_FAILED"],
  [NETWORK + 53, "NS_ERROR_SOCKET_ADDRESS_NOT_SUPPORTED"],
  [NETWORK + 54, "NS_ERROR_SOCKET_ADDRESS_IN_USE"],
  [NETWORK + 71, "NS_ERROR_NET_INTERRUPT"],
  [NETWORK + 72, "NS_ERROR_PROXY_CONNECTION_REFUSED"],
  [NETWORK + 74, "NS_ERROR_UNSAFE_CONTENT_TYPE"],
  [NETWORK + 76, "NS_ERROR_NET_PARTIAL_TRANSFER"],
  [NETWORK + 82, "NS_ERROR_NET_INADEQUATE_SECURITY"],
  [NETWORK + 83, "NS_ERROR_NET_HTTP2_SENT_GOAWAY"],
  [NETWORK + 84, "NS_ERROR_NET_HTTP3_PROTOCOL_ERROR"],
  [NETWORK + 85, "NS_ERROR_NET_TIMEOUT_EXTERNAL"],
  [NETWORK + 86, "NS_ERROR_HTTPS_ONLY"],
  // Safe browsing and tracking protection: module 24, the URI loader.
  [0x805d001e, "NS_ERROR_MALWARE_URI"],
  [0x805d001f, "NS_ERROR_PHISHING_URI"],
  [0x805d0022, "NS_ERROR_TRACKING_URI"],
  [0x805d0023, "NS_ERROR_UNWANTED_URI"],
  [0x805d0025, "NS_ERROR_BLOCKED_URI"],
  [0x805d0026, "NS_ERROR_HARMFUL_URI"],
  [0x805e0006, "NS_ERROR_CONTENT_BLOCKED"],
  [SECURITY + 8060, "SEC_ERROR_OCSP_OLD_RESPONSE"],
  [SECURITY + 8061, "SEC_ERROR_OCSP_FUTURE_RESPONSE"],
  [SECURITY + 8016, "SEC_ERROR_CERT_SIGNATURE_ALGORITHM_DISABLED"],
  [SECURITY + 8156, "SEC_ERROR_CA_CERT_INVALID"],
  [SECURITY + 8162, "SEC_ERROR_EXPIRED_ISSUER_CERTIFICATE"],
  [SECURITY + 8171, "SEC_ERROR_UNTRUSTED_CERT"],
  [SECURITY + 8172, "SEC_ERROR_UNTRUSTED_ISSUER"],
  [SECURITY + 8179, "SEC_ERROR_UNKNOWN_ISSUER"],
  [SECURITY + 8180, "SEC_ERROR_REVOKED_CERTIFICATE"],
  [SECURITY + 8181, "SEC_ERROR_EXPIRED_CERTIFICATE"],
  [SECURITY + 8182, "SEC_ERROR_BAD_SIGNATURE"],
  [SECURITY + 12182, "SSL_ERROR_UNRECOGNIZED_NAME_ALERT"],
  [SECURITY + 12188, "SSL_ERROR_INTERNAL_ERROR_ALERT"],
  [SECURITY + 12190, "SSL_ERROR_PROTOCOL_VERSION_ALERT"],
  [SECURITY + 12227, "SSL_ERROR_HANDSHAKE_FAILURE_ALERT"],
  [SECURITY + 12255, "SSL_ERROR_RX_MALFORMED_SERVER_HELLO"],
  [SECURITY + 12263, "SSL_ERROR_RX_RECORD_TOO_LONG"],
  [SECURITY + 12271, "SSL_ERROR_BAD_CERT_ALERT"],
  [SECURITY + 12273, "SSL_ERROR_BAD_MAC_READ"],
  [SECURITY + 12276, "SSL_ERROR_BAD_CERT_DOMAIN"],
  [SECURITY + 12279, "SSL_ERROR_UNSUPPORTED_VERSION"],
  [SECURITY + 12286, "SSL_ERROR_NO_CYPHER_OVERLAP"],
  [SECURITY + 16369, "MOZILLA_PKIX_ERROR_MITM_DETECTED"],
  [SECURITY + 16370, "MOZILLA_PKIX_ERROR_SELF_SIGNED_CERT"],
  [SECURITY + 16374, "MOZILLA_PKIX_ERROR_REQUIRED_TLS_FEATURE_MISSING"],
  [SECURITY + 16375, "MOZILLA_PKIX_ERROR_VALIDITY_TOO_LONG"],
  [SECURITY + 16378, "MOZILLA_PKIX_ERROR_NOT_YET_VALID_ISSUER_CERTIFICATE"],
  [SECURITY + 16379, "MOZILLA_PKIX_ERROR_NOT_YET_VALID_CERTIFICATE"],
  [SECURITY + 16381, "MOZILLA_PKIX_ERROR_V1_CERT_USED_AS_CA"],
  [SECURITY + 16383, "MOZILLA_PKIX_ERROR_CA_CERT_USED_AS_END_ENTITY"],
  [SECURITY + 16384, "MOZILLA_PKIX_ERROR_KEY_PINNING_FAILURE"],
]);

/** An HTTP status of the proxy is reported as this number plus the status (ErrorList.py, NS_ERROR_PROXY_*). */
const PROXY_STATUS = NETWORK + 1000;
/** The statuses that concern the proxy itself. Every other status means that the proxy could not reach the site. */
const PROXY_NAMES = new Map<number, string>([
  [401, "NS_ERROR_PROXY_UNAUTHORIZED"],
  [403, "NS_ERROR_PROXY_FORBIDDEN"],
  [407, "NS_ERROR_PROXY_AUTHENTICATION_FAILED"],
  [511, "NS_ERROR_PROXY_NETWORK_AUTHENTICATION_REQUIRED"],
]);

/** `security`: a TLS error that is not in the table. */
export type FirefoxErrorName = { name: string } | { module: "security" | "network" | "other" };

/** The error's name for `Error code N`, or its module where the number has no name; null for a text of another form. */
export function nameFirefoxError(text: string): FirefoxErrorName | null {
  const digits = /^Error code (\d{1,10})$/.exec(text)?.[1];
  if (digits === undefined) return null;
  const number = Number(digits);
  const name = NAMES.get(number);
  if (name !== undefined) return { name };
  const status = number - PROXY_STATUS;
  if (status >= 300 && status <= 599) return { name: PROXY_NAMES.get(status) ?? "NS_ERROR_PROXY_BAD_GATEWAY" };
  const module = number - (number % 0x10000);
  if (module === SECURITY) return { module: "security" };
  return { module: module === NETWORK ? "network" : "other" };
}
