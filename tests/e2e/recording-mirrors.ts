import http from "node:http";
import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";
import { HEAD_PATH } from "../../utils/core/feed/paths.ts";

/** One request as it arrived. */
export type Sent = { at: number; method: string; path: string; headers: http.IncomingHttpHeaders; body: string };

/** What the mirrors serve in place of the head of the feed; null: the head itself. */
export type Forgery = ((head: Buffer) => Buffer) | null;

export type RecordingMirrors = {
  urls: string[];
  sent: Sent[];
  /** Where the feed is. */
  serve(feed: string): void;
  forge(forgery: Forgery): void;
  close(): Promise<void>;
};

/** What a host adds to answers that wants to recognise its visitors. */
const MARKS = { etag: '"mark-96ff0fd7"', "last-modified": "Tue, 03 Mar 2026 09:05:00 GMT", "set-cookie": "mark=96ff0fd7; Max-Age=9999" };
/** Part of each of these marks: it must not come back. */
export const MARK = /96ff0fd7|03 Mar 2026 09:05:00/;

/** Two mirrors in front of a feed server. They record every request, mark every visitor, and serve a forged head where a test asks for one. */
export async function startRecordingMirrors(): Promise<RecordingMirrors> {
  const sent: Sent[] = [];
  let forgery: Forgery = null;
  let feed = "";
  const servers = [0, 1].map(() => http.createServer((request, response) => void answer(request, response)));

  async function answer(request: http.IncomingMessage, response: http.ServerResponse): Promise<void> {
    const { method = "GET", url = "/", headers } = request;
    const body = await buffer(request);
    sent.push({ at: Date.now(), method, path: url, headers, body: body.toString("utf8") });
    const { host: _, connection: __, "content-length": ___, ...passed } = headers;
    const reply = await fetch(feed + url, { method, headers: passed as Record<string, string>, ...(method === "POST" ? { body } : {}) });
    for (const [name, value] of reply.headers)
      if (!["content-encoding", "content-length", "transfer-encoding", "connection"].includes(name)) response.setHeader(name, value);
    for (const [name, value] of Object.entries(MARKS)) response.setHeader(name, value);
    const bytes = Buffer.from(await reply.arrayBuffer());
    response.writeHead(reply.status).end(forgery !== null && url === HEAD_PATH ? forgery(bytes) : bytes);
  }

  for (const server of servers) await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    urls: servers.map((server) => `http://127.0.0.1:${(server.address() as AddressInfo).port}`),
    sent,
    serve(next) {
      feed = next;
    },
    forge(next) {
      forgery = next;
    },
    async close() {
      for (const server of servers) {
        server.closeAllConnections();
        await new Promise((resolve) => server.close(resolve));
      }
    },
  };
}
