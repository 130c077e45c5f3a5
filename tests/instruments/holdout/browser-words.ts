import type { Browser } from "../scenarios/trace-event.ts";

type Range = readonly [low: number, high: number];

/** What each browser says of one fault of the wire. */
export type BrowserWord = {
  chromium: string;
  firefox: string;
  /** The nsresult that Firefox's navigation tells, in decimal. */
  number: number;
  /** The browsers that tell the address. */
  address: readonly Browser[];
  /** How long it takes until the browser says so, milliseconds. */
  ms: Range;
  /** Headers came before it: the page was committed. */
  committed?: true;
};

const BOTH: readonly Browser[] = ["chromium", "firefox"];
const FIREFOX: readonly Browser[] = ["firefox"];
const ABORTED = 2_152_398_850;
const RESET = 2_152_398_868;
const PARTIAL = 2_152_398_924;
const QUICK: Range = [20, 260];

/**
 * Recorded on Chromium 156 and Firefox 153.8 against local servers, apart from those marked "by name": their words are the browsers' own
 * names for the fault, their numbers follow from the same list. `noConnection` takes 21 seconds, as on Windows.
 */
export const WORDS = {
  noConnection: {
    chromium: "net::ERR_CONNECTION_TIMED_OUT",
    firefox: "NS_ERROR_NET_TIMEOUT",
    number: 2_152_398_862,
    address: [],
    ms: [20_900, 21_600],
  },
  resetAfterHello: { chromium: "net::ERR_CONNECTION_RESET", firefox: "NS_ERROR_NET_RESET", number: RESET, address: FIREFOX, ms: QUICK },
  closedAfterHello: { chromium: "net::ERR_CONNECTION_CLOSED", firefox: "NS_ERROR_NET_RESET", number: RESET, address: FIREFOX, ms: QUICK },
  // Firefox waits for more than 110 s; the person leaves before that.
  silentHandshake: {
    chromium: "net::ERR_TIMED_OUT",
    firefox: "NS_BINDING_ABORTED",
    number: ABORTED,
    address: FIREFOX,
    ms: [30_100, 30_500],
  },
  handshakeRefused: {
    chromium: "net::ERR_SSL_VERSION_OR_CIPHER_MISMATCH",
    firefox: "Cannot communicate securely with peer: no common encryption algorithm(s).",
    number: 2_153_394_174,
    address: FIREFOX,
    ms: QUICK,
  },
  plainOnTls: {
    chromium: "net::ERR_SSL_PROTOCOL_ERROR",
    firefox: "SSL received a record that exceeded the maximum permissible length.",
    number: 2_153_394_151,
    address: FIREFOX,
    ms: QUICK,
  },
  cutBody: {
    chromium: "net::ERR_CONNECTION_RESET",
    firefox: "NS_ERROR_NET_RESET",
    number: RESET,
    address: BOTH,
    ms: [200, 1_500],
    committed: true,
  },
  frozenBody: {
    chromium: "net::ERR_ABORTED",
    firefox: "NS_BINDING_ABORTED",
    number: ABORTED,
    address: BOTH,
    ms: [16_500, 28_000],
    committed: true,
  },
  http2: {
    chromium: "net::ERR_HTTP2_PROTOCOL_ERROR",
    firefox: "NS_ERROR_NET_HTTP2_SENT_GOAWAY",
    number: 2_152_398_931,
    address: [],
    ms: QUICK,
  }, // by name
  quic: {
    chromium: "net::ERR_QUIC_PROTOCOL_ERROR",
    firefox: "NS_ERROR_NET_HTTP3_PROTOCOL_ERROR",
    number: 2_152_398_932,
    address: [],
    ms: QUICK,
  }, // by name
  halfChunk: {
    chromium: "net::ERR_INCOMPLETE_CHUNKED_ENCODING",
    firefox: "NS_ERROR_NET_PARTIAL_TRANSFER",
    number: PARTIAL,
    address: BOTH,
    ms: QUICK,
    committed: true,
  },
  shortBody: {
    chromium: "net::ERR_CONTENT_LENGTH_MISMATCH",
    firefox: "NS_ERROR_NET_PARTIAL_TRANSFER",
    number: PARTIAL,
    address: BOTH,
    ms: QUICK,
    committed: true,
  },
  garbled: {
    chromium: "net::ERR_CONTENT_DECODING_FAILED",
    firefox: "NS_ERROR_CORRUPTED_CONTENT",
    number: 2_152_398_877,
    address: BOTH,
    ms: QUICK,
  }, // by name
  nullAddress: {
    chromium: "net::ERR_ADDRESS_INVALID",
    firefox: "NS_ERROR_CONNECTION_REFUSED",
    number: 2_152_398_861,
    address: [],
    ms: [2, 25],
  },
  pin: {
    chromium: "net::ERR_SSL_PINNED_KEY_NOT_IN_CERT_CHAIN",
    firefox:
      "The server uses key pinning (HPKP) but no trusted certificate chain could be constructed that matches the pinset. Key pinning violations cannot be overridden.",
    number: 2_153_398_272,
    address: FIREFOX,
    ms: QUICK,
  },
  redirectLoop: {
    chromium: "net::ERR_TOO_MANY_REDIRECTS",
    firefox: "NS_ERROR_REDIRECT_LOOP",
    number: 2_152_398_879,
    address: BOTH,
    ms: [300, 1_800],
  },
  socketRefused: {
    chromium: "net::ERR_CONNECTION_REFUSED",
    firefox: "NS_ERROR_WEBSOCKET_CONNECTION_REFUSED",
    number: 2_152_398_861,
    address: [],
    ms: QUICK,
  },
  socketReset: { chromium: "net::ERR_CONNECTION_RESET", firefox: "NS_ERROR_NET_RESET", number: RESET, address: FIREFOX, ms: QUICK },
} as const satisfies Readonly<Record<string, BrowserWord>>;

/** Nothing comes back: where the way is cut, and where the other end is dead. */
export const NO_ANSWER: readonly BrowserWord[] = [WORDS.noConnection, WORDS.resetAfterHello, WORDS.closedAfterHello, WORDS.silentHandshake];
/** Something came back that is no answer: made by middleboxes, security programs and censors. */
export const BROKEN: readonly BrowserWord[] = [
  WORDS.plainOnTls,
  WORDS.cutBody,
  WORDS.http2,
  WORDS.quic,
  WORDS.halfChunk,
  WORDS.shortBody,
  WORDS.garbled,
];
