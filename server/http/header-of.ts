import type { IncomingMessage } from "node:http";

/** The value of a header; values of several headers of one name are joined, as RFC 9110 has it. */
export function headerOf(request: IncomingMessage, name: "accept-encoding" | "x-forwarded-for"): string | undefined {
  const value = request.headers[name];
  return Array.isArray(value) ? value.join(", ") : value;
}
