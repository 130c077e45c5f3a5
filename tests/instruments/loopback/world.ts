import http from "node:http";
import https from "node:https";
import type { AddressInfo, Server } from "node:net";
import type { Names } from "../../../scripts/browsers/extension-browser.ts";
import { issueCertificates } from "./certificates.ts";
import { MIRROR_HOST } from "./public-mirror.ts";
import { type Behaviour, FINE, pageOf, type StandIn } from "./stand-in.ts";

/** What reached a stand-in. */
export type Asked = { host: string; method: string; path: string; headers: http.IncomingHttpHeaders };

export type World = {
  names: Names;
  /** Every request of every stand-in since the start, in order. */
  asked: readonly Asked[];
  /** The host of every connection to a stand-in since the start, in order: also of those that asked nothing. */
  connected: readonly string[];
  /** Changes how a host answers: its page, its `/api/`, or both. */
  set(host: string, behaviour: Behaviour, which?: "page" | "api"): void;
  /** Stops listening on a host's address: connections are refused. */
  refuse(host: string): Promise<void>;
  /** Listens again. */
  admit(host: string): Promise<void>;
  /** Ends every server at once, as if the cable had been pulled out. */
  close(): Promise<void>;
};

type Part = { behaviour: Behaviour; asked: number };
type Standing = { standIn: StandIn; page: Part; api: Part; servers: Server[] };

/**
 * Starts a small internet on loopback: each stand-in on its own address, over http and https, with a certificate that the
 * browsers trust. Mirrors of the feed on this machine have a public name in it.
 * @param missing names that do not exist
 */
export async function startWorld(standIns: StandIn[], missing: string[] = []): Promise<World> {
  const certificates = await issueCertificates(standIns.map(({ host }) => host));
  const standings = new Map<string, Standing>();
  const asked: Asked[] = [];
  const connected: string[] = [];
  for (const standIn of standIns) standings.set(standIn.host, { standIn, page: part(FINE), api: part(FINE), servers: [] });
  const answer = (request: http.IncomingMessage, response: http.ServerResponse) => {
    const host = (request.headers.host ?? "").replace(/:\d+$/, "");
    asked.push({ host, method: request.method ?? "", path: request.url ?? "", headers: request.headers });
    const standing = standings.get(host);
    if (standing === undefined) response.writeHead(421).end();
    else respond(standing, request, response);
  };
  let ports = { httpPort: 0, httpsPort: 0 };

  async function listen(standing: Standing): Promise<void> {
    const { address } = standing.standIn;
    const plain = http.createServer(answer);
    const secure = https.createServer({ key: certificates.key, cert: certificates.certificate }, answer);
    await Promise.all([listenOn(plain, address, ports.httpPort), listenOn(secure, address, ports.httpsPort)]);
    ports = { httpPort: (plain.address() as AddressInfo).port, httpsPort: (secure.address() as AddressInfo).port };
    for (const server of [plain, secure]) server.on("connection", () => connected.push(standing.standIn.host));
    standing.servers = [plain, secure];
  }

  // One after the other: the first finds free ports and the others take the same.
  for (const standing of standings.values()) await listen(standing);

  const addresses: Names["addresses"] = { [MIRROR_HOST]: "127.0.0.1" };
  for (const host of missing) addresses[host] = null;
  for (const { host, address } of standIns) addresses[host] = address;
  const find = (host: string): Standing => {
    const standing = standings.get(host);
    if (standing === undefined) throw new Error(`no stand-in named ${host}`);
    return standing;
  };
  return {
    names: { addresses, ...ports, authority: certificates.authority, keyHash: certificates.keyHash },
    asked,
    connected,
    set(host, behaviour, which) {
      const standing = find(host);
      if (which !== "api") standing.page = part(behaviour);
      if (which !== "page") standing.api = part(behaviour);
    },
    refuse: (host) => closeAll(find(host)),
    async admit(host) {
      const standing = find(host);
      if (standing.servers.length === 0) await listen(standing);
    },
    async close() {
      await Promise.all([...standings.values()].map(closeAll));
    },
  };
}

function part(behaviour: Behaviour): Part {
  return { behaviour, asked: 0 };
}

function respond(standing: Standing, request: http.IncomingMessage, response: http.ServerResponse): void {
  const isCall = (request.url ?? "/").startsWith("/api/");
  const part = isCall ? standing.api : standing.page;
  const outcome = part.behaviour[part.asked++ % part.behaviour.length];
  // Without this header the browser hides the status of a call to another host, also from extensions.
  response.setHeader("access-control-allow-origin", "*");
  response.setHeader("cache-control", "no-store");
  const { signature } = standing.standIn;
  if (signature !== undefined) response.setHeader(signature.name, signature.value);
  if (outcome === "hang") return;
  if (outcome === "reset") request.socket.resetAndDestroy();
  else if (typeof outcome === "number") response.writeHead(outcome, { "content-type": "text/html" }).end(`<h1>${outcome}</h1>`);
  else if (standing.standIn.replies !== undefined) {
    const { status = 200, headers = {}, body = "" } = standing.standIn.replies(request.url ?? "/") ?? { status: 404 };
    response.writeHead(status, headers).end(body);
  } else if (standing.standIn.serves !== undefined)
    response.writeHead(200, { "content-type": standing.standIn.serves.type }).end(standing.standIn.serves.body);
  else if (isCall) response.writeHead(200, { "content-type": "application/json" }).end('{"ok":true}');
  else response.writeHead(200, { "content-type": "text/html" }).end(pageOf(standing.standIn));
}

function listenOn(server: Server, address: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, address, () => resolve());
  });
}

async function closeAll(standing: Standing): Promise<void> {
  const servers = standing.servers.splice(0);
  for (const server of servers) (server as http.Server).closeAllConnections();
  await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
}
