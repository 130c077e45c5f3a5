import type { AddressInfo } from "node:net";
import { createAdaptorServer } from "@hono/node-server";
import { Hono } from "hono";
import { FEED_PATH } from "../../../../utils/core/feed/paths.ts";
import { REPORTS_PATH } from "../../../../utils/core/reports/report.ts";

/** The same library with nothing behind it: takes any report and forgets it, answers with a document of the feed's size. */
const FEED = Buffer.alloc(5000, "feed");
const HEADERS = { "Content-Type": "text/plain", "Content-Length": String(FEED.length), ETag: '"bare"' };

const application = new Hono();
application.get(FEED_PATH, (request) =>
  request.req.header("if-none-match") === '"bare"' ? new Response(null, { status: 304 }) : new Response(FEED, { headers: HEADERS }),
);
application.post(REPORTS_PATH, async (request) => {
  await request.req.raw.arrayBuffer();
  return new Response(null, { status: 204 });
});

const server = createAdaptorServer({ fetch: application.fetch });
server.listen(0, "127.0.0.1", () => {
  console.log(`bare server at http://127.0.0.1:${(server.address() as AddressInfo).port}`);
});
