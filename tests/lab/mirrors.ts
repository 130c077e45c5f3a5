import http, { type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo, Socket } from "node:net";
import { MIRROR_HOST } from "../instruments/loopback/public-mirror.ts";
import { PORTAL_PAGE } from "./lab-host.ts";

/** How the mirrors of the feed behave, as seen from the browser. */
export type MirrorState =
  | "honest"
  /** Nobody listens, as without a connection. */
  | "gone"
  /** A captive portal answers in their place. */
  | "portal"
  /** They are this many milliseconds ahead of this machine's clock, and have no feed for it. */
  | { ahead: number };

export type Mirrors = {
  urls: string[];
  set(state: MirrorState): Promise<void>;
  close(): Promise<void>;
};

/**
 * Two mirrors in front of one feed server, so that the way to them can be cut, caught or moved in time.
 * @param address where they listen; browsers know the first by a public name, and the second by this address: the lab's reports go to this
 * machine, and a feed may only name the host of one of its mirrors for them
 */
export async function startMirrors(feed: string, address: string): Promise<Mirrors> {
  let state: MirrorState = "honest";
  const sockets = new Set<Socket>();
  const servers = [0, 1].map(() => http.createServer((request, response) => void answer(request, response)));
  for (const server of servers) {
    server.on("connection", (socket) => {
      sockets.add(socket);
      socket.once("close", () => sockets.delete(socket));
    });
    await listen(server, address, 0);
  }
  const ports = servers.map((server) => (server.address() as AddressInfo).port);

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (state === "portal") {
      response.writeHead(302, { location: PORTAL_PAGE }).end();
      return;
    }
    const ahead = typeof state === "object" ? state.ahead : 0;
    if (ahead !== 0 && request.url !== "/v2/reachable") {
      response.writeHead(503).end();
      return;
    }
    const { host: _, connection: __, ...headers } = request.headers;
    const reply = await fetch(feed + request.url, { method: request.method ?? "GET", headers: headers as Record<string, string> });
    for (const [name, value] of reply.headers)
      if (!["content-encoding", "content-length", "date"].includes(name)) response.setHeader(name, value);
    response.setHeader("date", new Date(Date.now() + ahead).toUTCString());
    response.writeHead(reply.status).end(Buffer.from(await reply.arrayBuffer()));
  }

  return {
    urls: [MIRROR_HOST, address].map((host, index) => `http://${host}:${ports[index]}`),
    async set(next) {
      state = next;
      if (next === "gone") {
        for (const socket of sockets) socket.destroy();
        await Promise.all(servers.map(close));
      } else await Promise.all(servers.map((server, index) => listen(server, address, ports[index] ?? 0)));
    },
    async close() {
      for (const socket of sockets) socket.destroy();
      await Promise.all(servers.map(close));
    },
  };
}

async function listen(server: http.Server, address: string, port: number): Promise<void> {
  if (!server.listening) await new Promise<void>((resolve) => server.listen(port, address, () => resolve()));
}

async function close(server: http.Server): Promise<void> {
  if (server.listening) await new Promise((resolve) => server.close(resolve));
}
