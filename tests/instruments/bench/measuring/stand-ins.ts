import { createServer as createHttpServer } from "node:http";
import { createServer, type Socket } from "node:net";
import { createInterface } from "node:readline";
import { createSecureContext, TLSSocket } from "node:tls";
import { issueCertificates } from "../../loopback/certificates.ts";

/**
 * Hosts of the internet on loopback, all at one port. Counts what passes below TLS. Prints, as JSON, first what an asker needs to know, then
 * for each line on standard input how many bytes and connections there have been.
 *
 * What makes a measurement dear is as on the internet: the chain of certificates has some 4 kB; a front page sends what a fresh connection may
 * (14 kB, RFC 6928), and twice as much after each round trip of 150 ms that has brought no end; every fourth front page first leads to another name.
 */
const FIRST_FLIGHT = 14_600;
const ROUND_TRIP = 150;
const CHAIN_CERTIFICATES = 8;

const { certificate, key, authority } = await issueCertificates(["*.example.com"]);
const extra = await Promise.all(
  Array.from({ length: CHAIN_CERTIFICATES }, async () => (await issueCertificates(["x.example.com"])).authority),
);
const page = Buffer.alloc(FIRST_FLIGHT, "a page ");
let bytes = 0;
let connections = 0;
let resumed = 0;

const http = createHttpServer((request, reply) => {
  // Whoever asks closes the connection as soon as the page begins.
  reply.on("error", () => {});
  request.socket.on("error", () => {});
  const host = request.headers.host ?? "";
  if (request.url !== "/") return void reply.writeHead(request.url === "/robots.txt" ? 404 : 200).end("healthy");
  const index = Number(/\d+/.exec(host)?.[0]);
  if (index % 4 === 0 && host.startsWith("t")) return void reply.writeHead(301, { Location: `https://w${index}.example.com/` }).end();
  reply.writeHead(200, { "Content-Length": page.length * 7 });
  reply.write(page);
  const second = setTimeout(() => reply.write(Buffer.concat([page, page])), ROUND_TRIP);
  const third = setTimeout(() => reply.end(Buffer.concat([page, page, page, page])), 2 * ROUND_TRIP);
  const stop = () => [second, third].forEach(clearTimeout);
  reply.on("close", stop);
});

const secureContext = createSecureContext({ cert: [certificate, ...extra].join("\n"), key });
const server = createServer({ noDelay: true }, (socket: Socket) => {
  connections++;
  socket
    .on("error", () => {})
    .on("close", () => {
      bytes += socket.bytesRead + socket.bytesWritten;
    });
  const secured = new TLSSocket(socket, { isServer: true, secureContext });
  secured
    .on("error", () => {})
    .on("secure", () => {
      if (secured.isSessionReused()) resumed++;
    });
  http.emit("connection", secured);
});
server.listen(0, "0.0.0.0", () => {
  console.log(JSON.stringify({ port: (server.address() as { port: number }).port, authority }));
});

for await (const _ of createInterface({ input: process.stdin })) console.log(JSON.stringify({ bytes, connections, resumed }));
