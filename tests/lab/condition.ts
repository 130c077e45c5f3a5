import type { CertificateFlaw } from "./certificates.ts";

/** What is wrong with a host, from the wire up. */
export type Condition =
  | "fine"
  /** Nobody listens. */
  | "refused"
  /** The connection is accepted, and torn down as soon as anything is sent: right after the ClientHello on the port for https. */
  | "reset"
  /** The connection is accepted, and nothing ever comes back: no TLS hello, no answer. */
  | "silent"
  /** Plain text where a TLS hello is awaited. */
  | "plain-text"
  | CertificateFlaw
  /** The request is read and not answered until the lab says so. */
  | "hang"
  /** The request is read, and after a while the connection is torn down. */
  | "late-reset"
  /** The request is read, and the connection ends without an answer. */
  | "empty"
  /** Half of what was announced, and then the end. */
  | "truncated"
  /** The head and 16 kB of what was announced, and then nothing more. Some censors do that (2025). */
  | "frozen"
  /** A network that wants a log-in first: plain http is sent to its page, https is torn down. */
  | "portal"
  /** All is well, after so many milliseconds. */
  | { after: number }
  /** An HTTP status, with the headers of whoever wrote the answer. */
  | { status: number; headers: { [name: string]: string } }
  /** An HTTP status. */
  | number;

export function isFlaw(condition: Condition): condition is CertificateFlaw {
  return ["expired", "not-yet-valid", "self-signed", "wrong-name", "intercepted"].includes(String(condition));
}
