import { type Context, Hono } from "hono";
import { FEED_PATH, REACHABLE_PATH } from "../../utils/core/feed/paths.ts";
import { REPORTS_PATH } from "../../utils/core/reports/report.ts";
import { chooseRepresentation, type EncodedDocument, isKnown } from "./encoded-document.ts";

export type Handlers = {
  /** A file published beside the feed, by its name under `/v1/`. */
  file(name: string): Promise<EncodedDocument | null>;
  health(): object;
};

const ANYONE = { "Access-Control-Allow-Origin": "*" };
/** Browsers ask first when a page sends `If-None-Match`. */
const PREFLIGHT = { ...ANYONE, "Access-Control-Allow-Headers": "If-None-Match, Content-Type", "Access-Control-Max-Age": "86400" };

const READ = "GET, HEAD, OPTIONS";
const WRITE = "POST, OPTIONS";

/** What the server answers besides the hot paths (`hot-paths.ts`). Nothing here writes a log: who asked is nobody's business. */
export function createApplication(exhibits: Handlers): Hono {
  const application = new Hono();
  allowOnly(application, FEED_PATH, READ);
  allowOnly(application, REACHABLE_PATH, READ);
  allowOnly(application, REPORTS_PATH, WRITE);

  application.get("/health", (request) => request.json(exhibits.health(), 200, { ...ANYONE, "Cache-Control": "no-store" }));
  allowOnly(application, "/health", READ);

  application.get("/v1/:name{.+}", async (request, next) => {
    const file = await exhibits.file(request.req.param("name"));
    return file === null ? await next() : send(request, file);
  });
  application.notFound((request) => refuse(request, 404, "no such path"));
  application.onError((_, request) => refuse(request, 500, "the server failed at this; it is not you"));
  return application;
}

function allowOnly(application: Hono, path: string, methods: string): void {
  const headers = { ...PREFLIGHT, "Access-Control-Allow-Methods": methods, Allow: methods };
  application.options(path, () => new Response(null, { status: 204, headers }));
  application.all(path, (request) => refuse(request, 405, `this path takes ${methods}`, { Allow: methods }));
}

function send(request: Context, document: EncodedDocument): Response {
  const form = chooseRepresentation(document, request.req.header("accept-encoding"));
  if (isKnown(document, request.req.header("if-none-match"))) return new Response(null, { status: 304, headers: form.headersOfNothing });
  return new Response(form.bytes, { headers: form.headers });
}

function refuse(request: Context, status: 404 | 405 | 500, error: string, headers: Record<string, string> = {}): Response {
  return request.json({ error }, status, { ...ANYONE, "Cache-Control": "no-store", ...headers });
}
