import type { IncomingMessage, ServerResponse } from "node:http";
import { HEAD_PATH, REACHABLE_PATH } from "../../utils/core/feed/paths.ts";
import { REPORT_SIZE_LIMIT, REPORTS_PATH } from "../../utils/core/reports/report.ts";
import type { Intake } from "../reports/intake.ts";
import { clientAddress } from "./client-address.ts";
import { type EncodedDocument, representationFor } from "./encoded-document.ts";
import { refusal, UNCACHED } from "./refusal.ts";
import { mayReport } from "./report-sender.ts";

export type HotHandlers = {
  /** The head as last published; null until there is one. */
  head(): EncodedDocument | null;
  intake: Pick<Intake, "take">;
  /** Number of the operator's own proxies in front of this server. */
  proxies: number;
  /** What `X-Your-Network` tells whoever asks from an address; null where it is not known. */
  networkOf(address: string): string | null;
};

/** What the extension reads of an answer besides what every page may read. */
const READABLE = "Date, X-Your-Network";
const REACHABLE = { ...UNCACHED, "Access-Control-Expose-Headers": READABLE };

/**
 * Answers the requests that come by the thousand, without the router and without web streams. CPU time measured on 2026-11-23: a
 * feed takes 20 µs instead of 34, a report 45 instead of 100.
 * @returns false for a request for another path or with another method
 */
export function answerHotPath(handlers: HotHandlers, request: IncomingMessage, reply: ServerResponse): boolean {
  const { method, url = "" } = request;
  const path = pathOf(url);
  const reads = method === "GET" || method === "HEAD";
  if (reads && path === HEAD_PATH) sendHead(handlers, request, reply);
  else if (reads && path === REACHABLE_PATH) reply.writeHead(204, { ...REACHABLE, ...networkOf(handlers, request) }).end();
  else if (method === "POST" && path === REPORTS_PATH) takeReport(handlers, request, reply);
  else return false;
  return true;
}

/** Without the query, and without the host that a proxy may write in front. */
function pathOf(url: string): string {
  if (url.startsWith("/")) {
    const query = url.indexOf("?");
    return query < 0 ? url : url.slice(0, query);
  }
  return URL.canParse(url) ? new URL(url).pathname : url;
}

function sendHead(handlers: HotHandlers, request: IncomingMessage, reply: ServerResponse): void {
  const document = handlers.head();
  if (document === null) {
    refuse(reply, 503, "nothing is published yet: try again in a minute");
    return;
  }
  const { headers, bytes } = representationFor(document, header(request, "accept-encoding"));
  const network = networkOf(handlers, request);
  reply.writeHead(200, network === null ? headers : { ...headers, ...network }).end(request.method === "HEAD" ? undefined : bytes);
}

/**
 * Tells the asker its own network and country, out of a table in memory. It is told to nobody else and kept nowhere: no cache in between
 * may keep an answer that holds it.
 */
function networkOf({ networkOf: find, proxies }: HotHandlers, request: IncomingMessage): { [header: string]: string } | null {
  const address = clientAddress(request.socket.remoteAddress, header(request, "x-forwarded-for"), proxies);
  const network = address === null ? null : find(address);
  return network === null ? null : { "X-Your-Network": network, "Access-Control-Expose-Headers": READABLE, "Cache-Control": "no-store" };
}

function takeReport({ intake, proxies }: HotHandlers, request: IncomingMessage, reply: ServerResponse): void {
  const parts: Buffer[] = [];
  let size = 0;
  request.on("data", (part: Buffer) => {
    size += part.length;
    if (size <= REPORT_SIZE_LIMIT) parts.push(part);
    else if (!reply.headersSent) refuseTooLarge(request, reply);
  });
  request.on("end", () => {
    if (reply.headersSent) return;
    if (!mayReport(request.headers, proxies)) {
      reply.writeHead(204).end();
      return;
    }
    const address = clientAddress(request.socket.remoteAddress, header(request, "x-forwarded-for"), proxies);
    intake.take(parts.length === 1 && parts[0] !== undefined ? parts[0] : Buffer.concat(parts), address).then(
      (receipt) => {
        if (receipt.result === "malformed") refuseReport(reply, 400, receipt.reason);
        else reply.writeHead(204).end();
      },
      () => refuseReport(reply, 503, "the report could not be kept: try again later"),
    );
  });
}

/** Ends the connection without waiting for the rest of the body. */
function refuseTooLarge(request: IncomingMessage, reply: ServerResponse): void {
  reply.setHeader("Connection", "close");
  refuseReport(reply, 413, `larger than ${REPORT_SIZE_LIMIT} bytes`);
  request.resume();
}

/** Without the header that lets pages read it: no page has anything to do with reports. */
function refuseReport(reply: ServerResponse, status: number, error: string): void {
  const { body, headers } = refusal(error);
  const { "Access-Control-Allow-Origin": _, ...own } = headers;
  reply.writeHead(status, own).end(body);
}

function refuse(reply: ServerResponse, status: number, error: string): void {
  const { body, headers } = refusal(error);
  reply.writeHead(status, headers).end(body);
}

function header(request: IncomingMessage, name: "accept-encoding" | "x-forwarded-for"): string | undefined {
  const value = request.headers[name];
  return Array.isArray(value) ? value.join(", ") : value;
}
