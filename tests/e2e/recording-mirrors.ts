import http from "node:http";
import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";

/** One request as it arrived. */
export type Sent = { method: string; path: string; headers: http.IncomingHttpHeaders; body: string };

/** What the mirrors serve in place of the feed; null: the feed itself. */
export type Forgery = ((feed: Buffer) => Buffer) | null;

export type RecordingMirrors = { urls: string[]; sent: Sent[]; forge(forgery: Forgery): void; close(): Promise<void> };

/** Two mirrors in front of a feed server. They record every request, and serve a forged feed where a test asks for one. */
export async function startRecordingMirrors(feed: string): Promise<RecordingMirrors> {
  const sent: Sent[] = [];
  let forgery: Forgery = null;
  const servers = [0, 1].map(() => http.createServer((request, response) => void answer(request, response)));

  async function answer(request: http.IncomingMessage, response: http.ServerResponse): Promise<void> {
    const { method = "GET", url = "/", headers } = request;
    const body = await buffer(request);
    sent.push({ method, path: url, headers, body: body.toString("utf8") });
    const { host: _, connection: __, "content-length": ___, "if-none-match": etag, ...rest } = headers;
    const passed = { ...rest, ...(etag === undefined || forgery !== null ? {} : { "if-none-match": etag }) } as Record<string, string>;
    const reply = await fetch(feed + url, { method, headers: passed, ...(method === "POST" ? { body } : {}) });
    for (const [name, value] of reply.headers)
      if (!["content-encoding", "content-length", "transfer-encoding", "connection"].includes(name)) response.setHeader(name, value);
    const bytes = Buffer.from(await reply.arrayBuffer());
    if (forgery !== null) response.removeHeader("etag");
    response.writeHead(reply.status).end(forgery !== null && url === "/v1/feed" ? forgery(bytes) : bytes);
  }

  for (const server of servers) await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    urls: servers.map((server) => `http://127.0.0.1:${(server.address() as AddressInfo).port}`),
    sent,
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
