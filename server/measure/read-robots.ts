import { SECOND } from "../../utils/core/time.ts";
import { connectToOne, secure } from "../probe/connection.ts";
import { ask } from "../probe/exchange.ts";
import type { Internet } from "../probe/internet.ts";
import { redirectOf } from "../probe/redirect.ts";
import type { Target } from "../probe/target.ts";
import type { RobotsWord } from "./robots.ts";
import { robotsAllow } from "./robots-text.ts";
import type { MeasuredTarget } from "./targets.ts";

/** RFC 9309 asks for at least five. */
const MOST_REDIRECTS = 5;
/** Bytes that are read; what comes after them does not count. RFC 9309 asks for 500 kB, which no front page among the targets has. Judged. */
const READ = 64 * 1024;
const TIMEOUT = 10 * SECOND;

type Asking = { userAgent: string; internet: Internet; stop: AbortSignal };

/**
 * Reads robots.txt of a target's host and says what it means for the target, by the same way and with the same checks as a probe. Never
 * throws. A host without one allows everything (RFC 9309, 2.3.1.3), and one that answers with 5xx says nothing.
 */
export async function readRobots({ host, path }: MeasuredTarget, { userAgent, internet, stop }: Asking): Promise<RobotsWord> {
  const signal = AbortSignal.any([stop, AbortSignal.timeout(TIMEOUT)]);
  const [agent = ""] = userAgent.split(/[/ ]/);
  try {
    let place: Required<Target> = { host, path: "/robots.txt", scheme: "https" };
    for (let hop = 0; hop <= MOST_REDIRECTS; hop++) {
      const open = (await internet.lookUp(place.host, signal)).filter(internet.isOpen);
      if (open.length === 0) return "unknown";
      const socket = await connectToOne(open, internet.portOf(place.scheme), signal);
      const secured = place.scheme === "https" ? await secure(socket, place.host, internet, signal) : socket;
      const reply = await ask(secured, { host: place.host, path: place.path, userAgent }, signal);
      const { statusCode = 0 } = reply;
      const next = redirectOf(reply, place);
      if (next === null) {
        if (statusCode === 200) return robotsAllow(await beginningOf(reply), agent, path) ? "allowed" : "forbidden";
        reply.destroy();
        return statusCode < 500 ? "allowed" : "unknown";
      }
      reply.destroy();
      place = next;
    }
    return "allowed";
  } catch {
    return "unknown";
  }
}

async function beginningOf(reply: AsyncIterable<Buffer> & { destroy(): unknown }): Promise<string> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of reply) {
    parts.push(part);
    size += part.length;
    if (size >= READ) break;
  }
  reply.destroy();
  return Buffer.concat(parts).subarray(0, READ).toString("utf8");
}
