import type { AddressInfo } from "node:net";
import { createAdaptorServer } from "@hono/node-server";
import { Hono } from "hono";
import { HEAD_PATH } from "../../../../utils/core/feed/paths.ts";
import { REPORTS_PATH } from "../../../../utils/core/reports/report.ts";

/** The same library with nothing behind it: takes any report and forgets it, answers with a document of a head's size. */
const HEAD = Buffer.alloc(400, "head");
const HEADERS = { "Content-Type": "text/plain", "Content-Length": String(HEAD.length) };

const application = new Hono();
application.get(HEAD_PATH, () => new Response(HEAD, { headers: HEADERS }));
application.post(REPORTS_PATH, async (request) => {
  await request.req.raw.arrayBuffer();
  return new Response(null, { status: 204 });
});

const server = createAdaptorServer({ fetch: application.fetch });
server.listen(0, "127.0.0.1", () => {
  console.log(`bare server at http://127.0.0.1:${(server.address() as AddressInfo).port}`);
});
