import { randomBytes } from "node:crypto";
import http from "node:http";
import https from "node:https";
import net, { type AddressInfo, type Socket } from "node:net";
import { createSecureContext } from "node:tls";
import type { Names } from "../../scripts/browsers/extension-browser.ts";
import { issueLabCertificates, type LabCertificates } from "./certificates.ts";
import type { Condition } from "./condition.ts";
import { type LabHost, PORTAL } from "./lab-host.ts";
import { respond, type Standing, upgrade } from "./respond.ts";

export type LabWorld = {
  names: Names;
  certificates: LabCertificates;
  /** Changes what is wrong with a host; what is open to it is torn down, so that the next request feels it. */
  set(host: string, condition: Condition, which?: "api"): Promise<void>;
  setAll(condition: Condition): Promise<void>;
  /** Answers the requests of a host that hang. */
  answer(host: string): void;
  /** Every host is fine again. */
  heal(): Promise<void>;
  /** Requests of a host, or of one path of it, that have been read so far. */
  asked(host: string, path?: string): number;
  close(): Promise<void>;
};

/**
 * Starts a small internet on loopback in which every fault is made at its own layer: nobody listening, a connection torn down,
 * the wrong certificate, half an answer. Faults of the wire are dealt out before TLS sees the connection.
 * @param missing names that do not exist
 */
export async function startLabWorld(hosts: LabHost[], missing: string[]): Promise<LabWorld> {
  const certificates = await issueLabCertificates([...hosts.map(({ host }) => host), "127.0.0.1"]);
  const standings = new Map<string, Standing>();
  const contexts = new Map(
    Object.entries(certificates.flawed).map(([flaw, { key, certificate }]) => [flaw, createSecureContext({ key, cert: certificate })]),
  );

  const standingOf = ({ headers }: http.IncomingMessage) => standings.get((headers.host ?? "").replace(/:\d+$/, ""));
  const answer = (request: http.IncomingMessage, response: http.ServerResponse) => {
    const standing = standingOf(request);
    if (standing === undefined) response.writeHead(421).end();
    else respond(standing, request, response);
  };
  const web = http.createServer(answer);
  const secureWeb = https.createServer(
    {
      key: certificates.sound.key,
      cert: certificates.sound.certificate,
      SNICallback(name, give) {
        const condition = standings.get(name)?.condition;
        give(null, condition === undefined ? undefined : contexts.get(String(condition)));
      },
    },
    answer,
  );
  // A browser that refuses a certificate says so by closing; that is what the lab wants.
  for (const server of [web, secureWeb]) {
    server.on("clientError", (_, socket) => socket.destroy());
    server.on("upgrade", (request, socket) => {
      const standing = standingOf(request);
      if (standing === undefined) socket.destroy();
      else upgrade(standing, request, socket);
    });
  }

  let ports = { httpPort: 0, httpsPort: 0 };
  for (const host of hosts) {
    const standing = makeStanding(host, web, secureWeb);
    standings.set(host.host, standing);
    await listenOn(standing.ports.plain, host.address, ports.httpPort);
    await listenOn(standing.ports.secure, host.address, ports.httpsPort);
    ports = { httpPort: portOf(standing.ports.plain), httpsPort: portOf(standing.ports.secure) };
    if (host.plainOnly === true) await closeServer(standing.ports.secure);
  }

  const addresses: Names["addresses"] = Object.fromEntries(missing.map((host) => [host, null]));
  for (const { host, address } of hosts) addresses[host] = address;

  async function change(standing: Standing, condition: Condition): Promise<void> {
    standing.condition = condition;
    // A resumed session would show the browser the certificate of before.
    secureWeb.setTicketKeys(randomBytes(48));
    for (const socket of standing.sockets) socket.resetAndDestroy();
    const { secure, plain } = standing.ports;
    const { address, plainOnly } = standing.host;
    if (condition === "refused") await Promise.all([closeServer(secure), closeServer(plain)]);
    else {
      await listenOn(plain, address, ports.httpPort);
      if (plainOnly !== true) await listenOn(secure, address, ports.httpsPort);
    }
  }

  const find = (host: string): Standing => {
    const standing = standings.get(host);
    if (standing === undefined) throw new Error(`no host named ${host} in the lab`);
    return standing;
  };

  return {
    names: { addresses, ...ports, authority: certificates.authority, keyHash: certificates.keyHash },
    certificates,
    async set(host, condition, which) {
      const standing = find(host);
      if (which === "api") standing.api = condition;
      else await change(standing, condition);
    },
    async setAll(condition) {
      for (const standing of standings.values()) if (standing.host.host !== PORTAL.host) await change(standing, condition);
    },
    answer(host) {
      for (const serve of find(host).held.splice(0)) serve();
    },
    async heal() {
      for (const standing of standings.values()) {
        standing.api = "fine";
        standing.held = [];
        if (standing.condition !== "fine") await change(standing, "fine");
      }
    },
    asked: (host, path) => find(host).asked.filter((one) => path === undefined || one === path).length,
    async close() {
      for (const standing of standings.values()) await change(standing, "refused");
    },
  };
}

function makeStanding(host: LabHost, web: http.Server, secureWeb: https.Server): Standing {
  const sockets = new Set<Socket>();
  const keep = (socket: Socket) => {
    sockets.add(socket);
    socket.once("close", () => sockets.delete(socket));
    // The far end tears down too; that is no trouble of the lab's.
    socket.on("error", () => {});
  };
  const plain = net.createServer((socket) => {
    keep(socket);
    if (standing.condition === "silent") return;
    if (standing.condition === "reset") socket.once("data", () => socket.resetAndDestroy());
    else web.emit("connection", socket);
  });
  const secure = net.createServer((socket) => {
    keep(socket);
    const { condition } = standing;
    if (condition === "silent") return;
    if (condition === "reset" || condition === "portal") socket.once("data", () => socket.resetAndDestroy());
    else if (condition === "plain-text") socket.once("data", () => socket.end("HTTP/1.1 400 Bad Request\r\ncontent-length: 0\r\n\r\n"));
    else secureWeb.emit("connection", socket);
  });
  const standing: Standing = { host, condition: "fine", api: "fine", asked: [], held: [], ports: { secure, plain }, sockets };
  return standing;
}

function portOf(server: net.Server): number {
  return (server.address() as AddressInfo).port;
}

async function listenOn(server: net.Server, address: string, port: number): Promise<void> {
  if (server.listening) return;
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, address, () => {
      server.off("error", reject);
      resolve();
    });
  });
}

async function closeServer(server: net.Server): Promise<void> {
  if (server.listening) await new Promise((resolve) => server.close(resolve));
}
