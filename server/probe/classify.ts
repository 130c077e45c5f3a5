import { classifyError } from "../../utils/core/net/classify-error.ts";
import type { ErrorClass } from "../../utils/core/net/failure.ts";
import { NODE_ERRORS } from "./node-error-table.ts";

/** How far a probe has come. */
export type Stage = "name" | "connection" | "tls" | "answer" | "body";

const CHROMIUM = new Map(NODE_ERRORS.flatMap(([chromium, codes]) => codes.split(/\s+/).map((code) => [code, chromium] as const)));

/** What a browser says when nothing has come in time, by the stage that it waits in. */
const SILENCE: { readonly [stage in Stage]: string } = {
  name: "DNS_TIMED_OUT",
  connection: "CONNECTION_TIMED_OUT",
  tls: "TIMED_OUT",
  answer: "TIMED_OUT",
  body: "TIMED_OUT",
};

/** What a browser says when the other side has closed the connection in good order. */
const CLOSED: { readonly [stage in Stage]: string } = {
  name: "NAME_RESOLUTION_FAILED",
  connection: "CONNECTION_CLOSED",
  tls: "CONNECTION_CLOSED",
  answer: "EMPTY_RESPONSE",
  body: "INCOMPLETE_CHUNKED_ENCODING",
};

/** The class of a silence. */
export function classifySilence(stage: Stage): ErrorClass {
  return classifyError("chromium", SILENCE[stage]);
}

/** The class of what Node has thrown at some stage, as the extension classifies the same of a browser. */
export function classifyProblem(stage: Stage, problem: unknown): ErrorClass {
  return classifyError("chromium", chromiumNameOf(stage, problem as NodeJS.ErrnoException));
}

function chromiumNameOf(stage: Stage, { code = "", syscall }: NodeJS.ErrnoException): string {
  // The name server of this machine is not there.
  if (stage === "name" && /^ECONNREFUSED$|^EHOSTUNREACH$/.test(code)) return "INTERNET_DISCONNECTED";
  // Node's own "socket hang up": no call of the system has failed, so the connection was closed and not reset.
  if (code === "ECONNRESET" && syscall === undefined) return CLOSED[stage];
  const known = CHROMIUM.get(code);
  if (known !== undefined) return known;
  if (code.startsWith("HPE_")) return "INVALID_HTTP_RESPONSE";
  return code === "EPROTO" || code.startsWith("ERR_SSL_") ? "SSL_PROTOCOL_ERROR" : code;
}
