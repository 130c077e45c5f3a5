import type { Random } from "./random.ts";
import type { Browser } from "./trace-event.ts";

/** What can go wrong with one request before an HTTP answer is complete. */
export type Breakage =
  | "name-not-found"
  | "refused"
  | "reset"
  | "empty"
  | "timeout"
  | "handshake"
  | "cut"
  | "frozen"
  | "left-handshake"
  | "http2"
  | "null-address"
  | "pinned"
  | "unreachable"
  | "offline"
  | "network-changed"
  | "suspended"
  | "certificate-date"
  | "certificate-future"
  | "certificate-authority"
  | "certificate-name"
  | "certificate-self-signed"
  | "tls"
  | "plain-on-tls"
  | "truncated"
  | "quic"
  | "proxy-refused"
  | "proxy-unknown"
  | "tunnel"
  | "blocked"
  | "aborted"
  | "cross-origin"
  | "tracker-blocked";

/** Firefox numbers network errors from 0x804B0000 and TLS errors from 0x805A0000 plus the negated NSS code. */
const network = (code: number): number => 0x804b0000 + code;
const security = (nss: number): number => 0x805a0000 + nss;

type Entry = {
  chromium: readonly string[];
  /** The name in webRequest; for TLS, a sentence in the language of the browser. */
  firefox: readonly string[];
  number: number;
  /** The connection stood: Firefox knows the address. */
  connected?: true;
  /** The headers had come: both browsers know the address, and the page was committed. */
  began?: true;
};

const PINS = [
  "The server uses key pinning (HPKP) but no trusted certificate chain could be constructed that matches the pinset. Key pinning violations cannot be overridden.",
  "Der Server verwendet Schlüssel-Pinning (HPKP), aber es konnte keine vertrauenswürdige Zertifikatskette gebildet werden.",
];
const EXPIRED = [
  "Peer’s Certificate has expired.",
  "Das Zertifikat der Gegenstelle ist abgelaufen.",
  "Le certificat du pair a expiré.",
  "انتهت صلاحية شهادة النظير.",
  "ピアの証明書の有効期限が切れています。",
];
const NOT_YET = ["The certificate is not yet valid.", "Das Zertifikat ist noch nicht gültig.", "Le certificat n’est pas encore valide."];
const ISSUER = [
  "Peer’s Certificate issuer is not recognized.",
  "Der Aussteller des Zertifikats der Gegenstelle wird nicht erkannt.",
  "L’émetteur du certificat du pair n’est pas reconnu.",
  "مُصدر شهادة النظير غير معروف.",
  "El emisor del certificado del par no está reconocido.",
];
const NAME = [
  "Unable to communicate securely with peer: requested domain name does not match the server’s certificate.",
  "Der angeforderte Domain-Name passt nicht zum Zertifikat des Servers.",
];
const SELF = [
  "The certificate is not trusted because it is self-signed.",
  "Dem Zertifikat wird nicht vertraut, weil es vom Aussteller selbst signiert wurde.",
];
const TLS = [
  "Cannot communicate securely with peer: no common encryption algorithm(s).",
  "Peer reports it experienced an internal error.",
  "Sichere Kommunikation mit der Gegenstelle nicht möglich.",
];
const PLAIN = [
  "SSL received a record that exceeded the maximum permissible length.",
  "SSL a reçu un enregistrement qui dépasse la longueur maximale autorisée.",
];

const TABLE: Readonly<Record<Breakage, Entry>> = {
  "name-not-found": { chromium: ["net::ERR_NAME_NOT_RESOLVED"], firefox: ["NS_ERROR_UNKNOWN_HOST"], number: network(30) },
  refused: { chromium: ["net::ERR_CONNECTION_REFUSED"], firefox: ["NS_ERROR_CONNECTION_REFUSED"], number: network(13) },
  reset: {
    chromium: ["net::ERR_CONNECTION_RESET", "net::ERR_CONNECTION_CLOSED"],
    firefox: ["NS_ERROR_NET_RESET"],
    number: network(20),
    connected: true,
  },
  empty: { chromium: ["net::ERR_EMPTY_RESPONSE"], firefox: ["NS_ERROR_NET_RESET"], number: network(20), connected: true },
  timeout: { chromium: ["net::ERR_CONNECTION_TIMED_OUT", "net::ERR_TIMED_OUT"], firefox: ["NS_ERROR_NET_TIMEOUT"], number: network(14) },
  // Nothing after the ClientHello: Chromium gives up at 30 s. Firefox waits on, and tells only that somebody left (tried 2026-11-30).
  handshake: { chromium: ["net::ERR_TIMED_OUT"], firefox: ["NS_ERROR_NET_TIMEOUT"], number: network(14), connected: true },
  "left-handshake": { chromium: ["net::ERR_ABORTED"], firefox: ["NS_BINDING_ABORTED"], number: network(2), connected: true },
  // The body is cut, or freezes until somebody leaves, after the headers came.
  cut: { chromium: ["net::ERR_CONNECTION_RESET"], firefox: ["NS_ERROR_NET_RESET"], number: network(20), connected: true, began: true },
  frozen: { chromium: ["net::ERR_ABORTED"], firefox: ["NS_BINDING_ABORTED"], number: network(2), connected: true, began: true },
  http2: { chromium: ["net::ERR_HTTP2_PROTOCOL_ERROR"], firefox: ["NS_ERROR_NET_HTTP2_SENT_GOAWAY"], number: network(83), connected: true },
  // The name resolves to 0.0.0.0: Windows says so, Linux and macOS refuse at once, and Firefox knows no difference.
  "null-address": { chromium: ["net::ERR_ADDRESS_INVALID"], firefox: ["NS_ERROR_CONNECTION_REFUSED"], number: network(13) },
  pinned: { chromium: ["net::ERR_SSL_PINNED_KEY_NOT_IN_CERT_CHAIN"], firefox: PINS, number: security(16384), connected: true },
  unreachable: { chromium: ["net::ERR_ADDRESS_UNREACHABLE"], firefox: ["NS_ERROR_CONNECTION_REFUSED"], number: network(13) },
  offline: { chromium: ["net::ERR_INTERNET_DISCONNECTED"], firefox: ["NS_ERROR_OFFLINE"], number: network(16) },
  "network-changed": { chromium: ["net::ERR_NETWORK_CHANGED"], firefox: ["NS_ERROR_NET_INTERRUPT"], number: network(71) },
  suspended: { chromium: ["net::ERR_NETWORK_IO_SUSPENDED"], firefox: ["NS_ERROR_NET_INTERRUPT"], number: network(71) },
  "certificate-date": { chromium: ["net::ERR_CERT_DATE_INVALID"], firefox: EXPIRED, number: security(8181), connected: true },
  "certificate-future": { chromium: ["net::ERR_CERT_DATE_INVALID"], firefox: NOT_YET, number: security(16379), connected: true },
  "certificate-authority": { chromium: ["net::ERR_CERT_AUTHORITY_INVALID"], firefox: ISSUER, number: security(8179), connected: true },
  "certificate-name": { chromium: ["net::ERR_CERT_COMMON_NAME_INVALID"], firefox: NAME, number: security(12276), connected: true },
  "certificate-self-signed": { chromium: ["net::ERR_CERT_AUTHORITY_INVALID"], firefox: SELF, number: security(16370), connected: true },
  tls: {
    chromium: ["net::ERR_SSL_PROTOCOL_ERROR", "net::ERR_SSL_VERSION_OR_CIPHER_MISMATCH"],
    firefox: TLS,
    number: security(12286),
    connected: true,
  },
  "plain-on-tls": { chromium: ["net::ERR_SSL_PROTOCOL_ERROR"], firefox: PLAIN, number: security(12263), connected: true },
  truncated: {
    chromium: ["net::ERR_CONTENT_LENGTH_MISMATCH", "net::ERR_INCOMPLETE_CHUNKED_ENCODING"],
    firefox: ["NS_ERROR_NET_PARTIAL_TRANSFER"],
    number: network(76),
    connected: true,
    began: true,
  },
  quic: {
    chromium: ["net::ERR_QUIC_PROTOCOL_ERROR", "net::ERR_HTTP2_PROTOCOL_ERROR"],
    firefox: ["NS_ERROR_NET_HTTP3_PROTOCOL_ERROR", "NS_ERROR_NET_HTTP2_SENT_GOAWAY"],
    number: network(84),
    connected: true,
  },
  "proxy-refused": { chromium: ["net::ERR_PROXY_CONNECTION_FAILED"], firefox: ["NS_ERROR_PROXY_CONNECTION_REFUSED"], number: network(72) },
  "proxy-unknown": { chromium: ["net::ERR_PROXY_CONNECTION_FAILED"], firefox: ["NS_ERROR_UNKNOWN_PROXY_HOST"], number: network(42) },
  tunnel: {
    chromium: ["net::ERR_TUNNEL_CONNECTION_FAILED"],
    firefox: ["NS_ERROR_PROXY_BAD_GATEWAY"],
    number: network(1502),
    connected: true,
  },
  blocked: { chromium: ["net::ERR_BLOCKED_BY_CLIENT"], firefox: ["NS_ERROR_ABORT"], number: 0x80004004 },
  aborted: { chromium: ["net::ERR_ABORTED"], firefox: ["NS_BINDING_ABORTED"], number: network(2) },
  "cross-origin": { chromium: ["net::ERR_FAILED"], firefox: ["NS_ERROR_DOM_BAD_URI"], number: network(2) },
  "tracker-blocked": {
    chromium: ["net::ERR_BLOCKED_BY_CLIENT"],
    firefox: ["NS_ERROR_TRACKING_URI", "NS_ERROR_CONTENT_BLOCKED"],
    number: network(31),
  },
};

/** What the browser says of a breakage in `webRequest`. A browser has one language: `language` is drawn once a trace. */
export function requestError(browser: Browser, breakage: Breakage, language: number, random: Random): string {
  const entry = TABLE[breakage];
  if (browser === "chromium") return random.pick(entry.chromium);
  const sentence = entry.number >= security(0) ? entry.firefox[language % entry.firefox.length] : undefined;
  return sentence ?? random.pick(entry.firefox);
}

/** What `webNavigation` says of it: Chromium repeats the error, Firefox gives a number. */
export const navigationError = (browser: Browser, breakage: Breakage, spoken: string): string =>
  browser === "chromium" ? spoken : `Error code ${TABLE[breakage].number}`;

/** Whether the browser gives the address of a failed request: Firefox once it was connected, Chromium only once the headers had come. */
export const reportsAddress = (browser: Browser, breakage: Breakage): boolean =>
  TABLE[breakage].began === true || (browser === "firefox" && TABLE[breakage].connected === true);

/** Whether an answer had begun to come when it broke. */
export const hadBegun = (breakage: Breakage): boolean => TABLE[breakage].began === true;

export const FIREFOX_SPURIOUS = `Error code ${network(2)}`;
