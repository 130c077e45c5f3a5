import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { Files } from "./signed-feeds.ts";

/** The address of a mirror where nobody listens. */
export const DEAD_MIRROR = "http://127.0.0.1:9";

const servers: Server[] = [];

/** Starts a web server of the test's own. @returns its address, without a trailing slash */
export async function startMirror(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/**
 * Starts a mirror that serves the files of a feed, or those that a function gives at the time.
 * @param asked takes the path of each request
 */
export function serve(files: Files | (() => Files), asked: string[] = []): Promise<string> {
  return startMirror(({ url = "" }, reply) => {
    asked.push(url);
    const bytes = (typeof files === "function" ? files() : files)[url];
    reply.writeHead(bytes === undefined ? 404 : 200).end(bytes);
  });
}

export function stopMirrors(): void {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
}
