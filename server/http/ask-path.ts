import type { IncomingMessage, ServerResponse } from "node:http";
import { ASK_PATH } from "../../utils/core/feed/paths.ts";
import { SECOND } from "../../utils/core/time.ts";
import { QUESTION_SIZE_LIMIT } from "../ask/question.ts";
import type { Questions } from "../ask/questions.ts";
import { addressOf } from "./client-address.ts";
import { collectBody } from "./collect-body.ts";
import { pathOf } from "./path-of.ts";
import { refuse, refuseTooLarge, refuseUnreadably, UNCACHED } from "./refusal.ts";
import { maySend } from "./sender.ts";

export type AskHandlers = {
  /** Null where this server is no vantage. */
  questions: Pick<Questions, "ask"> | null;
  /** Number of the operator's own proxies in front of this server. */
  proxies: number;
};

/** Nothing is sent while a host is measured, which takes longer than a silent connection may stay open otherwise. */
const SILENCE = 15 * SECOND;

/**
 * Answers what a person asks about a host. A page gets no answer, and neither does who sent it over plain http through a proxy.
 * @returns false for a request for another path or with another method
 */
export function answerAsk(handlers: AskHandlers, request: IncomingMessage, reply: ServerResponse): boolean {
  const { method, url = "" } = request;
  if (method !== "POST" || pathOf(url) !== ASK_PATH) return false;
  const whole = (body: Buffer) => void answerQuestion(handlers, body, request, reply);
  collectBody(request, QUESTION_SIZE_LIMIT, whole, () => refuseTooLarge(request, reply, QUESTION_SIZE_LIMIT));
  return true;
}

async function answerQuestion(
  { questions, proxies }: AskHandlers,
  body: Buffer,
  request: IncomingMessage,
  reply: ServerResponse,
): Promise<void> {
  if (!maySend(request.headers, proxies)) return refuseUnreadably(reply, 403, "no page may ask, and none over plain http");
  if (questions === null) return refuse(reply, 404, "this server does not ask other hosts");
  // Node sets it back with the next request on the connection.
  request.socket.setTimeout(SILENCE);
  const answer = await questions.ask(body, addressOf(request, proxies));
  switch (answer.result) {
    case "answered": {
      const text = JSON.stringify({ host: answer.host, views: answer.views });
      const headers = { ...UNCACHED, "Content-Type": "application/json", "Content-Length": String(Buffer.byteLength(text)) };
      reply.writeHead(200, headers).end(text);
      return;
    }
    case "refused":
      return refuse(reply, 400, answer.reason);
    case "blind":
      return refuse(reply, 502, "the connection of this server itself is in doubt");
    case "limited":
      return refuse(reply, 429, "too many questions: try again later", inSeconds(answer.pause));
    case "full":
      return refuse(reply, 503, "too many hosts are being asked: try again later", inSeconds(answer.pause));
  }
}

function inSeconds(pause: number): Record<string, string> {
  return { "Retry-After": String(Math.max(1, Math.ceil(pause / SECOND))) };
}
