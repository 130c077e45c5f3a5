import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { getRequestListener } from "@hono/node-server";
import { SECOND } from "../../utils/core/time.ts";
import { createApplication, type Exhibits } from "./application.ts";
import { answerHotPath, type HotExhibits } from "./hot-paths.ts";

/** A request may take this long to arrive; ours are small. */
const REQUEST_PATIENCE = 20 * SECOND;
const LAST_WORDS = SECOND;

export type Listening = { url: string; close(): Promise<void> };

/** Opens the port. Throws, with one readable line, where that is not possible. */
export async function listen(host: string, port: number, exhibits: Exhibits & HotExhibits): Promise<Listening> {
  const answerTheRest = getRequestListener(createApplication(exhibits).fetch);
  const server = createServer({ requestTimeout: REQUEST_PATIENCE }, (request, reply) => {
    if (!answerHotPath(exhibits, request, reply)) void answerTheRest(request, reply);
  });
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
