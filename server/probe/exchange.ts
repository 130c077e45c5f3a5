import { once } from "node:events";
import { type IncomingMessage, request } from "node:http";
import type { Socket } from "node:net";
import { SECOND } from "../../utils/core/time.ts";

/** Bytes of headers: what Chromium takes. */
const LONGEST_HEADERS = 256 * 1024;
/**
 * Bytes of a body that are read, to see that it comes. None is kept. Whoever answers sends some 14 kB at once (RFC 6928), and as soon as they
 * are acknowledged twice as much: with 4 kB the connection is closed before that, with 16 kB only after it.
 */
const READ = 4 * 1024;
/** Once the headers are there, the body gets this long: pages that stay open for hours answer too. Judged. */
const BODY_PATIENCE = 2 * SECOND;

/** Asks for one path on an open connection, once. Resolves with the headers. */
export async function ask(
  socket: Socket,
  { host, path, userAgent }: { host: string; path: string; userAgent: string },
  signal: AbortSignal,
): Promise<IncomingMessage> {
  const headers = { Host: host, "User-Agent": userAgent, Accept: "text/html,*/*;q=0.8", "Accept-Language": "*", Connection: "close" };
  const asked = request({ createConnection: () => socket, path, headers, maxHeaderSize: LONGEST_HEADERS });
  // Also after the headers: the body's reader is told, and an error without a listener would end the process.
  asked.on("error", () => {});
  asked.end();
  try {
    const [reply] = await once(asked, "response", { signal });
    return reply as IncomingMessage;
  } catch (problem) {
    asked.destroy();
    throw problem;
  }
}

/** Reads the beginning of a body and forgets it. Throws where the other side cuts it off before its announced end. */
export async function readBeginning(reply: IncomingMessage, signal: AbortSignal): Promise<void> {
  let isEnough = false;
  const stop = () => {
    isEnough = true;
    reply.destroy();
  };
  const patience = setTimeout(stop, BODY_PATIENCE);
  signal.addEventListener("abort", stop, { once: true });
  try {
    let size = 0;
    for await (const part of reply) {
      size += (part as Buffer).length;
      if (size >= READ) break;
    }
  } catch (problem) {
    if (!isEnough) throw problem;
  } finally {
    clearTimeout(patience);
    signal.removeEventListener("abort", stop);
    reply.destroy();
  }
}
