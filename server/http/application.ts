import type { HttpBindings } from "@hono/node-server";
import { type Context, Hono } from "hono";
import { FEED_PATH, REACHABLE_PATH } from "../../utils/core/feed-envelope.ts";
import { REPORT_SIZE_LIMIT, REPORTS_PATH } from "../../utils/core/report.ts";
import type { Intake } from "../reports/intake.ts";
import { clientAddress } from "./client-address.ts";
import { chooseForm, type EncodedDocument, isKnown } from "./encoded.ts";
import { readBody } from "./read-body.ts";

type Environment = { Bindings: HttpBindings };
type Request = Context<Environment>;

export type Exhibits = {
  /** The document as last published; null until there is one. */
  feed(): EncodedDocument | null;
  /** A file published beside it, by its name under `/v1/`. */
  file(name: string): Promise<EncodedDocument | null>;
  health(): object;
  intake: Pick<Intake, "take">;
  /** Proxies of the operator's own in front of this server. */
  proxies: number;
};

const ANYONE = { "Access-Control-Allow-Origin": "*" };
const REACHABLE = { ...ANYONE, "Access-Control-Expose-Headers": "Date", "Cache-Control": "no-store" };
/** Browsers ask first when a page sends `If-None-Match`. */
const PREFLIGHT = { ...ANYONE, "Access-Control-Allow-Headers": "If-None-Match, Content-Type", "Access-Control-Max-Age": "86400" };

const READ = "GET, HEAD, OPTIONS";
const WRITE = "POST, OPTIONS";

/** The whole of what the server answers. Nothing here writes a log: who asked is nobody's business. */
export function createApplication(exhibits: Exhibits): Hono<Environment> {
  const application = new Hono<Environment>();

  application.get(FEED_PATH, (request) => {
    const feed = exhibits.feed();
    return feed === null ? refuse(request, 503, "nothing is published yet: try again in a minute") : send(request, feed);
  });
  application.get(REACHABLE_PATH, () => new Response(null, { status: 204, headers: REACHABLE }));
  application.get("/health", (request) => request.json(exhibits.health(), 200, { ...ANYONE, "Cache-Control": "no-store" }));
  application.post(REPORTS_PATH, (request) => takeReport(request, exhibits));
  application.get("/v1/:name{.+}", async (request, next) => {
    const file = await exhibits.file(request.req.param("name"));
    return file === null ? await next() : send(request, file);
  });

  for (const path of [FEED_PATH, REACHABLE_PATH, "/health"]) allowOnly(application, path, READ);
  allowOnly(application, REPORTS_PATH, WRITE);
  application.notFound((request) => refuse(request, 404, "no such path"));
  application.onError((_, request) => refuse(request, 500, "the server failed at this; it is not you"));
  return application;
}

function allowOnly(application: Hono<Environment>, path: string, methods: string): void {
  application.options(
    path,
    () => new Response(null, { status: 204, headers: { ...PREFLIGHT, "Access-Control-Allow-Methods": methods, Allow: methods } }),
  );
  application.all(path, (request) => refuse(request, 405, `this path takes ${methods}`, { Allow: methods }));
}

function send(request: Request, document: EncodedDocument): Response {
  const form = chooseForm(document, request.req.header("accept-encoding"));
  if (!isKnown(document, request.req.header("if-none-match"))) return new Response(form.bytes, { headers: form.headers });
  const { "Content-Length": _, "Content-Type": __, "Content-Encoding": ___, ...headers } = form.headers;
  return new Response(null, { status: 304, headers });
}

async function takeReport(request: Request, { intake, proxies }: Exhibits): Promise<Response> {
  const body = await readBody(request.req.raw, REPORT_SIZE_LIMIT);
  if (body === null) return refuse(request, 413, `larger than ${REPORT_SIZE_LIMIT} bytes`);
  const address = clientAddress(request.env.incoming.socket.remoteAddress, request.req.header("x-forwarded-for"), proxies);
  try {
    const receipt = await intake.take(body, address);
    if (receipt.result === "malformed") return refuse(request, 400, receipt.reason);
  } catch {
    return refuse(request, 503, "the report could not be kept: try again later");
  }
  return new Response(null, { status: 204, headers: ANYONE });
}

function refuse(
  request: Request,
  status: 400 | 404 | 405 | 413 | 500 | 503,
  error: string,
  headers: Record<string, string> = {},
): Response {
  return request.json({ error }, status, { ...ANYONE, "Cache-Control": "no-store", ...headers });
}
