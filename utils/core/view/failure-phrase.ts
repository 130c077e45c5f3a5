import type { NelType } from "../net/failure.ts";
import { say } from "./translator.ts";

/** How a request failed, as a phrase for inside a sentence; with the HTTP status where the site answered. */
export function failurePhrase(failure: NelType, status: number | null) {
  if (status !== null && failure.startsWith("http.")) return say("failure.status", { status: `HTTP ${status}` });
  switch (failure) {
    case "dns.unreachable":
    case "dns.name_not_resolved":
    case "dns.failed":
    case "dns.address_changed":
      return say("failure.name");
    case "tcp.timed_out":
      return say("failure.timeout");
    case "tcp.closed":
      return say("failure.closed");
    case "tcp.reset":
    case "tcp.aborted":
      return say("failure.broken");
    case "tcp.refused":
      return say("failure.refused");
    case "tcp.address_invalid":
    case "tcp.address_unreachable":
    case "tcp.failed":
      return say("failure.unreachable");
    case "tls.cert.date_invalid":
      return say("failure.certificateDate");
    case "tls.cert.name_invalid":
    case "tls.cert.authority_invalid":
    case "tls.cert.invalid":
    case "tls.cert.revoked":
    case "tls.cert.pinned_key_not_in_cert_chain":
      return say("failure.certificate");
    case "tls.version_or_cipher_mismatch":
    case "tls.bad_client_auth_cert":
    case "tls.protocol.error":
    case "tls.failed":
      return say("failure.secure");
    case "http.protocol.error":
      return say("failure.protocol");
    case "http.error":
    case "http.response.invalid":
    case "http.failed":
      return say("failure.answer");
    case "http.response.redirect_loop":
      return say("failure.loop");
    case "abandoned":
      return say("failure.abandoned");
    case "unknown":
      return say("failure.unknown");
    default:
      return failure satisfies never;
  }
}
