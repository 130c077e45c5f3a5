import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";

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

/** Starts a mirror that answers everything with the same bytes, or with those that a function gives at the time. */
export function serve(bytes: Uint8Array | (() => Uint8Array)): Promise<string> {
  return startMirror((_request, reply) => reply.end(typeof bytes === "function" ? bytes() : bytes));
}

export function stopMirrors(): void {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
}
