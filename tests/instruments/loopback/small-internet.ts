import { once } from "node:events";
import { createServer as createHttpServer, type RequestListener } from "node:http";
import { createServer as createHttpsServer } from "node:https";
import { type AddressInfo, createServer as createTcpServer, type Server, type Socket } from "node:net";
import type { TlsOptions } from "node:tls";
import type { Internet } from "../../../server/probe/internet.ts";
import { type Certificates, issueCertificates } from "./certificates.ts";
import { type Described, internetOf } from "./described-internet.ts";

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
  /** The same as text, for a server process. Changes as hosts are added. */
  described: Described;
  /** What its name server answers. */
  names: Described["names"];
  certificates: Certificates;
  /** Connections that any of its servers got. */
  connections(): number;
  /** Gives a name an address of its own, and something that listens there. */
  host(name: string, behaviour: Behaviour): Promise<string>;
};

/** Where its addresses begin: on loopback, and none that another test listens at. */
const INSIDE = "127.1.0.";

/**
 * Real servers on loopback that stand for hosts of the internet, each at an address of its own, on two ports that stand for 443 and 80.
 * @param names for which its certificate is good
 * @param atEnd takes what ends them
 */
export async function openSmallInternet(names: string[], atEnd: (clean: () => void) => void): Promise<SmallInternet> {
  const certificates = await issueCertificates(names);
  const ports = { https: await freePort(), http: await freePort() };
  const described: Described = { names: {}, ports, authority: certificates.authority, open: INSIDE };
  let hosts = 0;
  let connections = 0;

  async function open(server: Server, address: string, port: number): Promise<void> {
    const sockets = new Set<Socket>();
    server.on("connection", (socket: Socket) => {
      connections += 1;
      sockets.add(socket.on("error", () => {}).on("close", () => sockets.delete(socket)));
    });
    server.listen(port, address);
    await once(server, "listening");
    atEnd(() => {
      for (const socket of sockets) socket.destroy();
      server.close();
    });
  }

  return {
    internet: internetOf(described),
    described,
    names: described.names,
    certificates,
    connections: () => connections,
    async host(name, { https, bytes, http, tls = {} }) {
      hosts += 1;
      const address = `${INSIDE}${hosts}`;
      described.names[name] = [address];
      const { certificate: cert, key } = certificates;
      if (https !== undefined) await open(createHttpsServer({ cert, key, ...tls }, https), address, ports.https);
      if (bytes !== undefined) await open(createTcpServer(bytes), address, ports.https);
      if (http !== undefined) await open(createHttpServer(http), address, ports.http);
      return address;
    },
  };
}

/** A port at which nothing listened a moment ago. */
export async function freePort(): Promise<number> {
  const server = createTcpServer();
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
