import { once } from "node:events";
import { createServer as createHttpServer, type RequestListener } from "node:http";
import { createServer as createHttpsServer } from "node:https";
import { type AddressInfo, createServer as createTcpServer, type Server, type Socket } from "node:net";
import type { TlsOptions } from "node:tls";
import { onTestFinished } from "vitest";
import type { Internet } from "../../../server/probe/internet.ts";
import { type Certificates, issueCertificates } from "../../instruments/loopback/certificates.ts";

/** What answers at a host. */
export type Behaviour = {
  /** Answers over TLS. */
  https?: RequestListener;
  /** Has the port of https without HTTP: a server of bytes. */
  bytes?: (socket: Socket) => void;
  /** Answers in plain text. */
  http?: RequestListener;
  /** In place of the certificate that is good for all names. */
  tls?: TlsOptions;
};

export type SmallInternet = {
  internet: Internet;
  /** What its name server answers: addresses, or the code of an error. */
  names: Map<string, string[] | string>;
  certificates: Certificates;
  /** Connections that any of its servers got. */
  connections(): number;
  /** How often a name was looked up. */
  lookups(): number;
  /** Gives a name an address of its own, and something that listens there. */
  host(name: string, behaviour: Behaviour): Promise<string>;
};

/** Its addresses: loopback, and told from this machine's own. */
const INSIDE = /^127\.1\.0\.\d+$/;

/**
 * Real servers on loopback that stand for hosts of the internet, each at an address of its own, on two ports that stand for 443 and 80.
 * @param atEnd the test's own `onTestFinished`, or `afterAll`
 */
export async function smallInternet(
  names: string[] = ["*.example.com", "example.com"],
  atEnd: (clean: () => void) => void = onTestFinished,
): Promise<SmallInternet> {
  const certificates = await issueCertificates(names);
  const ports = { https: await freePort(), http: await freePort() };
  const addresses = new Map<string, string[] | string>();
  let hosts = 0;
  let connections = 0;
  let lookups = 0;

  async function open(server: Server, address: string, port: number): Promise<void> {
    const sockets = new Set<Socket>();
    server.on("connection", (socket: Socket) => {
      connections += 1;
      sockets.add(socket.on("error", () => {}));
    });
    server.listen(port, address);
    await once(server, "listening");
    atEnd(() => {
      for (const socket of sockets) socket.destroy();
      server.close();
    });
  }

  return {
    internet: {
      async lookUp(host) {
        lookups += 1;
        const found = addresses.get(host) ?? "ENOTFOUND";
        if (typeof found === "string") throw Object.assign(new Error("the name server says no"), { code: found });
        return found;
      },
      isOpen: (address) => INSIDE.test(address),
      portOf: (scheme) => ports[scheme],
      authorities: certificates.authority,
    },
    names: addresses,
    certificates,
    connections: () => connections,
    lookups: () => lookups,
    async host(name, { https, bytes, http, tls = {} }) {
      hosts += 1;
      const address = `127.1.0.${hosts}`;
      addresses.set(name, [address]);
      const { certificate: cert, key } = certificates;
      if (https !== undefined) await open(createHttpsServer({ cert, key, ...tls }, https), address, ports.https);
      if (bytes !== undefined) await open(createTcpServer(bytes), address, ports.https);
      if (http !== undefined) await open(createHttpServer(http), address, ports.http);
      return address;
    },
  };
}

async function freePort(): Promise<number> {
  const server = createTcpServer();
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
