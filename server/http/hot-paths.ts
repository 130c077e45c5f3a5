import type { IncomingMessage, ServerResponse } from "node:http";
import { HEAD_PATH, REACHABLE_PATH } from "../../utils/core/feed/paths.ts";
import { REPORT_SIZE_LIMIT, REPORTS_PATH } from "../../utils/core/reports/report.ts";
import type { Intake } from "../reports/intake.ts";
import { addressOf } from "./client-address.ts";
import { collectBody } from "./collect-body.ts";
import { type EncodedDocument, representationFor } from "./encoded-document.ts";
import { headerOf } from "./header-of.ts";
import { pathOf } from "./path-of.ts";
import { refuse, refuseTooLarge, refuseUnreadably, UNCACHED } from "./refusal.ts";
import { maySend } from "./sender.ts";

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

function sendHead(handlers: HotHandlers, request: IncomingMessage, reply: ServerResponse): void {
  const document = handlers.head();
  if (document === null) {
    refuse(reply, 503, "nothing is published yet: try again in a minute");
    return;
  }
  const { headers, bytes } = representationFor(document, headerOf(request, "accept-encoding"));
  const network = networkOf(handlers, request);
  reply.writeHead(200, network === null ? headers : { ...headers, ...network }).end(request.method === "HEAD" ? undefined : bytes);
}

/**
 * Tells the asker its own network and country, out of a table in memory. It is told to nobody else and kept nowhere: no cache in between
 * may keep an answer that holds it.
 */
function networkOf({ networkOf: find, proxies }: HotHandlers, request: IncomingMessage): { [header: string]: string } | null {
  const address = addressOf(request, proxies);
  const network = address === null ? null : find(address);
  return network === null ? null : { "X-Your-Network": network, "Access-Control-Expose-Headers": READABLE, "Cache-Control": "no-store" };
}

function takeReport({ intake, proxies }: HotHandlers, request: IncomingMessage, reply: ServerResponse): void {
  const whole = (body: Buffer) => {
    if (!maySend(request.headers, proxies)) {
      reply.writeHead(204).end();
      return;
    }
    intake.take(body, addressOf(request, proxies)).then(
      (receipt) => {
        if (receipt.result === "malformed") refuseUnreadably(reply, 400, receipt.reason);
        else reply.writeHead(204).end();
      },
      () => refuseUnreadably(reply, 503, "the report could not be kept: try again later"),
    );
  };
  collectBody(request, REPORT_SIZE_LIMIT, whole, () => refuseTooLarge(request, reply, REPORT_SIZE_LIMIT));
}
