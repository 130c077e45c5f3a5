import type { IncomingMessage, ServerResponse } from "node:http";

/** Any page may read the answer. */
export const ANYONE = { "Access-Control-Allow-Origin": "*" };
/** For answers that hold for one request only. */
export const UNCACHED = { ...ANYONE, "Cache-Control": "no-store" };

export type Refusal = { body: string; headers: Record<string, string> };

/** The answer to a request that is refused, for every path and status: one line of JSON that may not be cached. */
export function refusal(error: string): Refusal {
  const body = JSON.stringify({ error });
  return { body, headers: { ...UNCACHED, "Content-Type": "application/json", "Content-Length": String(Buffer.byteLength(body)) } };
}

export function refuse(reply: ServerResponse, status: number, error: string, more: Record<string, string> = {}): void {
  const { body, headers } = refusal(error);
  reply.writeHead(status, { ...headers, ...more }).end(body);
}

/** Without the header that lets pages read it, for paths with which no page has anything to do. */
export function refuseUnreadably(reply: ServerResponse, status: number, error: string): void {
  const { body, headers } = refusal(error);
  const { "Access-Control-Allow-Origin": _, ...own } = headers;
  reply.writeHead(status, own).end(body);
}

/** Ends the connection without waiting for the rest of the body. */
export function refuseTooLarge(request: IncomingMessage, reply: ServerResponse, limit: number): void {
  reply.setHeader("Connection", "close");
  refuseUnreadably(reply, 413, `larger than ${limit} bytes`);
  request.resume();
}
