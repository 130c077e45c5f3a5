import http from "node:http";
import net, { type AddressInfo, type Socket } from "node:net";
import type { Names } from "../../scripts/browsers/extension-browser.ts";

/** How the proxy behaves. A list: hosts that it says it cannot reach. */
export type ProxyState = "fine" | "dead" | "refuses" | { cannotReach: string };

export type LabProxy = {
  address: string;
  port: number;
  set(state: ProxyState): Promise<void>;
  close(): Promise<void>;
};

/** Its address is in a cloud's range of the lab: nothing may be learned from it. */
const ADDRESS = "127.10.250.1";

/** A company's proxy: everything goes through it, and it alone knows where names lead. */
export async function startProxy(names: () => Names): Promise<LabProxy> {
  let state: ProxyState = "fine";
  const sockets = new Set<Socket>();
  const server = http.createServer((request, response) => {
    const asked = new URL(request.url ?? "/", "http://nobody.example");
    const target = targetOf(asked.hostname, Number(asked.port || 80));
    if (target === null) {
      response.writeHead(502, { "content-type": "text/html" }).end("<h1>Bad gateway</h1>");
      return;
    }
    const { "proxy-connection": _, ...headers } = request.headers;
    const onward = http.request({ ...target, method: request.method, path: asked.pathname + asked.search, headers }, (reply) => {
      response.writeHead(reply.statusCode ?? 502, reply.headers);
      reply.pipe(response);
    });
    onward.on("error", () => response.writeHead(502).end());
    request.pipe(onward);
  });
  server.on("connect", (request, socket: Socket) => {
    const [host = "", port = "443"] = (request.url ?? "").split(":");
    const target = targetOf(host, Number(port));
    if (target === null) {
      socket.end("HTTP/1.1 502 Bad Gateway\r\ncontent-length: 0\r\n\r\n");
      return;
    }
    const onward = net.connect(target, () => {
      socket.write("HTTP/1.1 200 Connection established\r\n\r\n");
      onward.pipe(socket).pipe(onward);
    });
    onward.on("error", () => socket.end("HTTP/1.1 502 Bad Gateway\r\ncontent-length: 0\r\n\r\n"));
    socket.on("error", () => onward.destroy());
  });
  server.on("connection", (socket) => {
    sockets.add(socket);
    socket.once("close", () => sockets.delete(socket));
  });

  function targetOf(host: string, port: number): { host: string; port: number } | null {
    if (state === "refuses" || (typeof state === "object" && state.cannotReach === host)) return null;
    const { addresses, httpPort, httpsPort } = names();
    const address = addresses[host];
    return address == null ? null : { host: address, port: port === 443 ? httpsPort : port === 80 ? httpPort : port };
  }

  await new Promise<void>((resolve) => server.listen(0, ADDRESS, () => resolve()));
  const { port } = server.address() as AddressInfo;
  const hangUp = () => {
    for (const socket of sockets) socket.destroy();
  };
  return {
    address: ADDRESS,
    port,
    async set(next) {
      state = next;
      hangUp();
      if (next === "dead") await new Promise((resolve) => server.close(resolve));
      else if (!server.listening) await new Promise<void>((resolve) => server.listen(port, ADDRESS, () => resolve()));
    },
    async close() {
      hangUp();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
