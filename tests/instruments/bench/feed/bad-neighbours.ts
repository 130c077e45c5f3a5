import { once } from "node:events";
import http from "node:http";
import type { AddressInfo } from "node:net";
import { handMade } from "../../../unit/status-pages/payload-files.ts";
import type { ListedSource } from "./status-pages.ts";

/** How many sources of each kind. */
export const KINDS = { good: 300, hanging: 40, garbage: 30, dead: 30 } as const;
export type Kind = keyof typeof KINDS;

export type BadNeighbours = { sources: ListedSource[]; kindOf(id: string): Kind | undefined; close(): Promise<void> };

/** Discard: nobody listens there. */
const DEAD_PORT = 9;
const GARBAGE: (string | Buffer)[] = [
  "<!doctype html><html><body>Welcome to our new status page</body></html>",
  '{"error":"unauthorized","code":401}',
  Buffer.from(Array.from({ length: 5000 }, (_, index) => (index * 97) % 256)),
  "[".repeat(100_000),
  "",
];

/**
 * Serves 400 sources: good ones with a payload of every format, each with a new text at every look, and bad ones that never
 * answer, answer with something else (one without end), or are not there at all.
 */
export async function openBadNeighbours(every: number): Promise<BadNeighbours> {
  // A payload of words that nobody knows is not read as good.
  const payloads = handMade().filter(({ name }) => !name.includes("unknown"));
  const server = http.createServer((request, response) => answer(request.url ?? "/", response, payloads));
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const kinds = new Map<string, Kind>();
  const sources = Object.entries(KINDS).flatMap(([kind, count]) =>
    Array.from({ length: count }, (_, index): ListedSource => {
      const id = `${kind}-${index}`;
      kinds.set(id, kind as Kind);
      const format = kind === "good" ? (payloads[index % payloads.length]?.format ?? "") : "statuspage";
      const url = `http://127.0.0.1:${kind === "dead" ? DEAD_PORT : port}/${kind}/${index}`;
      return { id, format, url, provider: id, site: null, page: "https://status.example", every };
    }),
  );
  return {
    sources,
    kindOf: (id) => kinds.get(id),
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}

function answer(path: string, response: http.ServerResponse, payloads: ReturnType<typeof handMade>): void {
  const [, kind, place] = path.split("/");
  const index = Number(place);
  if (kind === "hanging") {
    // Half of them begin to answer.
    if (index % 2 === 0) response.write("{");
    return;
  }
  if (kind === "good") {
    // White space at the end is a new payload that has to be read again, and no news.
    const { bytes = new Uint8Array() } = payloads[index % payloads.length] ?? {};
    response.end(Buffer.concat([bytes, encodedSpaces(bytes, 1 + Math.floor(Math.random() * 50))]));
    return;
  }
  if (index === 0) pourWithoutEnd(response);
  else response.end(GARBAGE[index % GARBAGE.length]);
}

function encodedSpaces(bytes: Uint8Array, count: number): Buffer {
  const isUtf16 = bytes[0] === 0xfe && bytes[1] === 0xff;
  return isUtf16 ? Buffer.from(" ".repeat(count), "utf16le").swap16() : Buffer.from(" ".repeat(count));
}

function pourWithoutEnd(response: http.ServerResponse): void {
  const block = Buffer.alloc(64 * 1024, "x");
  const more = () => {
    while (!response.destroyed && response.write(block));
  };
  response.on("drain", more);
  more();
}
