import { createServer, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

const servers: Server[] = [];

export type ReportServer = {
  /** The address that takes reports. */
  address: string;
  /** What arrived in full, in order. */
  received: string[];
  /** Answers the requests that are held; those that come later are answered at once. */
  release(): void;
  /** How many requests the browser gave up before they were answered. */
  abandoned(): number;
};

/** A server that takes reports. @param status what it answers; "held": nothing, until it is told to */
export async function startReportServer(status: number | "held" = 204): Promise<ReportServer> {
  const received: string[] = [];
  const held = new Set<ServerResponse>();
  let isHolding = status === "held";
  let abandoned = 0;
  const answer = (reply: ServerResponse) => reply.writeHead(status === "held" ? 204 : status).end();
  const server = createServer((request, reply) => {
    let body = "";
    reply.on("close", () => {
      if (!reply.writableFinished) abandoned++;
    });
    request.on("data", (part) => {
      body += part;
    });
    request.on("end", () => {
      received.push(body);
      if (isHolding) held.add(reply);
      else answer(reply);
    });
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v2/reports`,
    received,
    release() {
      isHolding = false;
      for (const reply of held) answer(reply);
    },
    abandoned: () => abandoned,
  };
}

export function stopReportServers(): void {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
}
