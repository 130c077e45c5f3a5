import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { getRequestListener } from "@hono/node-server";
import { SECOND } from "../../utils/core/time.ts";
import { type AskHandlers, answerAsk } from "./ask-path.ts";
import { answerHotPath, type HotHandlers } from "./hot-paths.ts";
import { createApplication, type Handlers } from "./routes.ts";

/** A request may take this long to arrive: requests are small, and the extension waits no longer for an answer. */
const REQUEST_TIMEOUT = 10 * SECOND;
/** How often Node checks for requests that have taken longer; its default is twice a minute. */
const TIMEOUT_CHECK_EVERY = 2 * SECOND;
/** A client that reads nothing of an answer for this long is cut off; Node checks twice before it ends the connection. */
const ANSWER_TIMEOUT = 10 * SECOND;
/** An idle connection takes some kilobytes of memory: more of them than this could exhaust it. */
const MAX_CONNECTIONS = 16_000;
/** Requests in flight when the server closes get this long: a client that never finishes must not delay the end. */
const CLOSING_TIMEOUT = SECOND;

export type Listening = { url: string; close(): Promise<void> };

/** Opens the port. Throws, with one readable line, where that is not possible. */
export async function listen(host: string, port: number, handlers: Handlers & HotHandlers & AskHandlers): Promise<Listening> {
  const answerTheRest = getRequestListener(createApplication(handlers).fetch);
  const timeouts = { requestTimeout: REQUEST_TIMEOUT, headersTimeout: REQUEST_TIMEOUT, connectionsCheckingInterval: TIMEOUT_CHECK_EVERY };
  const server = createServer(timeouts, (request, reply) => {
    if (!answerHotPath(handlers, request, reply) && !answerAsk(handlers, request, reply)) void answerTheRest(request, reply);
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
  const deadline = setTimeout(() => server.closeAllConnections(), CLOSING_TIMEOUT);
  await closed;
  clearTimeout(deadline);
}
