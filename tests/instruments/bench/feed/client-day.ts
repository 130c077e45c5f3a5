import { once } from "node:events";
import https from "node:https";
import { type AddressInfo, connect, createServer } from "node:net";
import { DAY, MINUTE } from "../../../../utils/core/time.ts";
import { issueCertificates } from "../../loopback/certificates.ts";
import type { PlainAnswer } from "./plain-answer.ts";

/** A client asks for the head this often, see `utils/background/alarms.ts`. */
const EVERY = 5 * MINUTE;
const HOST = "feed.test";

/** Bytes of a client's day: bodies of answers, headers of answers, and everything on the wire in both directions. */
export type ClientDay = { heads: number; bodies: number; headers: number; wire: number };

/**
 * Adds up a day in which nothing happens: a head every five minutes, one body, one head of a second mirror and one look for a new root.
 * A connection does not last five minutes, so each head has one of its own; what one costs is measured with real TLS.
 */
export async function dayOf({ head, body, missing }: { head: PlainAnswer; body: PlainAnswer; missing: PlainAnswer }): Promise<ClientDay> {
  const heads = DAY / EVERY;
  const others = [body, head, missing];
  const sum = (of: (answer: PlainAnswer) => number) => heads * of(head) + others.reduce((total, answer) => total + of(answer), 0);
  return {
    heads,
    bodies: sum(({ bytes }) => bytes),
    headers: sum(({ headerBytes }) => headerBytes),
    wire: (heads + others.length) * (await bytesOfOneConnection(head)) + body.bytes,
  };
}

/** The bytes of one connection with TLS 1.3 that asks for the head once, counted in both directions between client and server. */
async function bytesOfOneConnection(head: PlainAnswer): Promise<number> {
  const { authority, certificate, key } = await issueCertificates([HOST]);
  const server = https.createServer({ key, cert: `${certificate}\n${authority}` }, (_, reply) => {
    reply.writeHead(head.status, head.headers).end(head.body);
  });
  let bytes = 0;
  const counter = createServer((client) => {
    const upstream = connect((server.address() as AddressInfo).port, "127.0.0.1");
    client.on("data", (part) => {
      bytes += part.length;
    });
    upstream.on("data", (part) => {
      bytes += part.length;
    });
    client.on("error", () => upstream.destroy());
    upstream.on("error", () => client.destroy());
    client.pipe(upstream).pipe(client);
  });
  server.listen(0, "127.0.0.1");
  counter.listen(0, "127.0.0.1");
  await Promise.all([once(server, "listening"), once(counter, "listening")]);
  try {
    const request = https.get({
      ...{
        host: "127.0.0.1",
        port: (counter.address() as AddressInfo).port,
        path: "/v2/head",
        servername: HOST,
        ca: authority,
        agent: false,
      },
      headers: { Host: HOST, "Accept-Encoding": "gzip, deflate, br, zstd", Accept: "*/*", "Accept-Language": "*" },
    });
    const [reply] = await once(request, "response");
    reply.resume();
    await once(reply, "end");
    return bytes;
  } finally {
    counter.close();
    server.close();
    server.closeAllConnections();
  }
}
