import type { FaultEvidence } from "../net/failure.ts";
import type { Fault } from "./world.ts";

/** Why an event counts neither as an answer nor as a failure. Each reason names what the event is. */
export type IgnoredReason =
  /** An image, a script, a style sheet: a person does not notice that it fails. */
  | "subresource"
  /** An answer from the browser's cache says nothing about the network. */
  | "cached"
  /** A prefetch or a prerender, which the browser made unasked. */
  | "speculative"
  /** A request of an extension, this one or another: it is not part of the person's browsing. */
  | "extension-request"
  /** The URL has no host on the network. */
  | "no-host"
  /** A host of this machine or of a private network. */
  | "private-host"
  /** A plain http answer behind a captive portal: the portal answered, whatever the host. */
  | "captive-portal"
  /** A tracker, an advertisement, a frame of another site: not the trouble of the site whose page asked for it. */
  | "third-party"
  /** A request of a tab that shows no page that is judged: a private host, or nothing yet. */
  | "unjudged-page"
  /** A service worker's request for a site without an opened page. */
  | "unvisited-site"
  /** A call that the site turns away (429, a challenge): retries provoke it, so it proves neither health nor trouble. */
  | "refused-call"
  /** A port that is not the scheme's own: whoever runs a page can send requests there. */
  | "other-port"
  /** The person or the page left before an answer came. */
  | "aborted"
  /** An extension, a policy or tracking protection blocked it. */
  | "blocked"
  /** CSP, CORS, CORP and the like: the rules of the page itself. */
  | "page-policy"
  /** Cache, storage and other internals of the browser. */
  | "browser-internal"
  /** A call or a frame that failed without saying why: the browser reports a CORS refusal in the same way. */
  | "possible-cors-refusal"
  /** HTTP/2 or QUIC trouble of a call or a frame: the browser repeats it over an older protocol. */
  | "protocol-fallback"
  /** A tracker under the site's own name that never answered: a filtering resolver blocks it. */
  | "filtered-tracker"
  /** A part of a page whose name leads to an address that exists nowhere: a filter on this side answers so. */
  | "filtered-part"
  /** A failed page request in Chromium: `webNavigation` reports whether the page failed. */
  | "reported-by-navigation"
  /** A navigation in full access: `webRequest` reports how the page load went. */
  | "reported-by-request"
  /** Chrome's HTTPS-first warning in place of a plain http page. */
  | "https-first"
  /** An error page has finished to load. */
  | "error-page"
  /** The same answer or failure was recorded a moment before. */
  | "repeated"
  /** The feed's sequence number is not higher than that of the last feed. */
  | "feed-not-newer"
  | "feed-expired"
  /** A replay only: a request in a trace of basic access, in which browsers report no requests. */
  | "basic-access";

export type Ignored = { ignored: IgnoredReason };

const REASON_OF_KIND: { [kind in Fault["kind"]]?: IgnoredReason } = {
  aborted: "aborted",
  blocked: "blocked",
  policy: "page-policy",
  internal: "browser-internal",
};

/** The reason why an error of a class is no evidence; null where it is evidence. */
export function reasonToIgnore({ kind, evidence }: { kind: Fault["kind"]; evidence: FaultEvidence }): IgnoredReason | null {
  return evidence === "ignore" ? (REASON_OF_KIND[kind] ?? "browser-internal") : null;
}
