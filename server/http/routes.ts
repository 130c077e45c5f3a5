import { Hono } from "hono";
import { ASK_PATH, HEAD_PATH, REACHABLE_PATH } from "../../utils/core/feed/paths.ts";
import { REPORTS_PATH } from "../../utils/core/reports/report.ts";
import { type EncodedDocument, representationFor } from "./encoded-document.ts";
import { ANYONE, refusal, UNCACHED } from "./refusal.ts";

export type Handlers = {
  /** A file published beside the feed, by its name under `/v2/`. */
  file(name: string): Promise<EncodedDocument | null>;
  health(): object;
};

/** Browsers send a preflight request when a page adds headers of its own. */
const PREFLIGHT = { ...ANYONE, "Access-Control-Max-Age": "86400" };

const READ = "GET, HEAD, OPTIONS";

/** What the server answers besides the hot paths (`hot-paths.ts`). Nothing here writes a log, so that nobody learns who asked. */
export function createApplication(handlers: Handlers): Hono {
  const application = new Hono();
  allowOnly(application, HEAD_PATH, READ);
  allowOnly(application, REACHABLE_PATH, READ);
  // No preflight: pages may neither report nor ask.
  for (const path of [REPORTS_PATH, ASK_PATH]) application.all(path, () => refuse(405, "this path takes POST", { Allow: "POST" }));

  application.get("/health", (request) => request.json(handlers.health(), 200, UNCACHED));
  allowOnly(application, "/health", READ);

  application.get("/v2/:name{.+}", async (request, next) => {
    const file = await handlers.file(request.req.param("name"));
    if (file === null) return await next();
    const { headers, bytes } = representationFor(file, request.req.header("accept-encoding"));
    return new Response(bytes, { headers });
  });
  application.notFound(() => refuse(404, "no such path"));
  application.onError(() => refuse(500, "the server failed at this; it is not you"));
  return application;
}

function allowOnly(application: Hono, path: string, methods: string): void {
  const headers = { ...PREFLIGHT, "Access-Control-Allow-Methods": methods, Allow: methods };
  application.options(path, () => new Response(null, { status: 204, headers }));
  application.all(path, () => refuse(405, `this path takes ${methods}`, { Allow: methods }));
}

function refuse(status: number, error: string, more: Record<string, string> = {}): Response {
  const { body, headers } = refusal(error);
  return new Response(body, { status, headers: { ...headers, ...more } });
}
