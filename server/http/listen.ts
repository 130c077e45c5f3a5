import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { getRequestListener } from "@hono/node-server";
import { SECOND } from "../../utils/core/time.ts";
import { answerHotPath, type HotHandlers } from "./hot-paths.ts";
import { createApplication, type Handlers } from "./routes.ts";

/** A request may take this long to arrive: ours are small, and the extension itself waits no longer for an answer. */
const REQUEST_TIMEOUT = 10 * SECOND;
/** Node looks this often for requests that have taken longer; by itself it does so twice a minute. */
const LOOKED_FOR_EVERY = 2 * SECOND;
/** Whoever takes nothing of an answer for this long does not want it; Node looks twice before it ends the connection. */
const ANSWER_TIMEOUT = 10 * SECOND;
/** An idle connection costs some kilobytes: more of them than this could take the memory that the others live on. */
const MAX_CONNECTIONS = 16_000;
const LAST_WORDS = SECOND;

export type Listening = { url: string; close(): Promise<void> };

/** Opens the port. Throws, with one readable line, where that is not possible. */
export async function listen(host: string, port: number, exhibits: Handlers & HotHandlers): Promise<Listening> {
  const answerTheRest = getRequestListener(createApplication(exhibits).fetch);
  const patience = { requestTimeout: REQUEST_TIMEOUT, headersTimeout: REQUEST_TIMEOUT, connectionsCheckingInterval: LOOKED_FOR_EVERY };
  const server = createServer(patience, (request, reply) => {
    if (!answerHotPath(exhibits, request, reply)) void answerTheRest(request, reply);
  });
  server.timeout = ANSWER_TIMEOUT;
  server.maxConnections = MAX_CONNECTIONS;
  const listening = once(server, "listening");
  server.listen(port, host);
  try {
    await listening;
  } catch (problem) {
    const { code, message } = problem as NodeJS.ErrnoException;
    throw new Error(`cannot listen on ${host} port ${port}: ${code === "EADDRINUSE" ? "something else does already" : (code ?? message)}`);
  }
  const { address, family, port: bound } = server.address() as AddressInfo;
  return { url: `http://${family === "IPv6" ? `[${address}]` : address}:${bound}`, close: () => closeServer(server) };
}

async function closeServer(server: Server): Promise<void> {
  const closed = new Promise((resolve) => server.close(resolve));
  server.closeIdleConnections();
  // What is in flight gets a moment; a client that never finishes must not hold up the end.
  const impatient = setTimeout(() => server.closeAllConnections(), LAST_WORDS);
  await closed;
  clearTimeout(impatient);
}
