import http2 from "node:http2";
import type { AddressInfo } from "node:net";
import type { KeyPair } from "./certificates.ts";

/** A resolver that browsers ask over HTTPS (RFC 8484). */
export type Resolver = {
  url: string;
  /** Names it was asked for. */
  asked(host: string): number;
  set(state: "fine" | "dead"): Promise<void>;
  close(): Promise<void>;
};

const TYPE_A = 1;
const NO_SUCH_NAME = 3;

/** Answers for the given names, and that there is no such name for all others. */
export async function startResolver(keys: KeyPair, addressOf: (host: string) => string | null): Promise<Resolver> {
  const asked: string[] = [];
  const sessions = new Set<http2.ServerHttp2Session>();
  const server = http2.createSecureServer({ key: keys.key, cert: keys.certificate, allowHTTP1: true }, async (request, response) => {
    const given = new URL(request.url, "https://resolver.example").searchParams.get("dns");
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const question = given === null ? Buffer.concat(chunks) : Buffer.from(given, "base64url");
    const { host, type, end } = readQuestion(question);
    asked.push(host);
    response.writeHead(200, { "content-type": "application/dns-message", "cache-control": "max-age=0" });
    response.end(answerTo(question, end, addressOf(host), type));
  });
  server.on("session", (session) => {
    sessions.add(session);
    session.once("close", () => sessions.delete(session));
  });
  const listen = (port: number) => new Promise<void>((resolve) => server.listen(port, "127.0.0.1", () => resolve()));
  await listen(0);
  const { port } = server.address() as AddressInfo;
  const stop = async () => {
    for (const session of sessions) session.destroy();
    if (server.listening) await new Promise((resolve) => server.close(resolve));
  };
  return {
    url: `https://127.0.0.1:${port}/dns-query`,
    asked: (host) => asked.filter((one) => one === host).length,
    async set(state) {
      if (state === "dead") await stop();
      else if (!server.listening) await listen(port);
    },
    close: stop,
  };
}

/** The one question of a query: after twelve bytes of header, labels with their lengths, then type and class. */
function readQuestion(message: Buffer): { host: string; type: number; end: number } {
  const labels: string[] = [];
  let at = 12;
  for (let length = message[at] ?? 0; length > 0; length = message[at] ?? 0) {
    labels.push(message.toString("ascii", at + 1, at + 1 + length));
    at += 1 + length;
  }
  return { host: labels.join(".").toLowerCase(), type: message.readUInt16BE(at + 1), end: at + 5 };
}

function answerTo(question: Buffer, end: number, address: string | null, type: number): Buffer {
  const reply = Buffer.from(question.subarray(0, end));
  const answers = address !== null && type === TYPE_A ? 1 : 0;
  reply.writeUInt16BE(0x8180 | (address === null ? NO_SUCH_NAME : 0), 2);
  reply.writeUInt16BE(answers, 6);
  reply.writeUInt16BE(0, 8);
  reply.writeUInt16BE(0, 10);
  if (answers === 0) return reply;
  // The name by reference to the question, type A, class IN, one second to live, four bytes.
  return Buffer.concat([reply, Buffer.from([0xc0, 12, 0, 1, 0, 1, 0, 0, 0, 1, 0, 4, ...(address ?? "").split(".").map(Number)])]);
}
