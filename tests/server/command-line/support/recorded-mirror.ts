import type { IncomingHttpHeaders, RequestListener } from "node:http";
import type { Files } from "../../../extension/support/signed-feeds.ts";
import { standIn } from "../../support/stand-in.ts";

/** All that a mirror hears of one request. */
export type Heard = { method: string; url: string; headers: IncomingHttpHeaders; body: string };

/** A mirror that serves files, those that stand in `files` at the time, and records every request whole. */
export async function recordedMirror(files: Files): Promise<{ url: string; files: Files; heard: Heard[] }> {
  const mirror = { url: "", files, heard: [] as Heard[] };
  const listener: RequestListener = async (request, reply) => {
    let body = "";
    for await (const part of request) body += part;
    const { method = "", url = "", headers } = request;
    mirror.heard.push({ method, url, headers, body });
    const bytes = mirror.files[url];
    reply.writeHead(bytes === undefined ? 404 : 200).end(bytes);
  };
  mirror.url = await standIn(listener);
  return mirror;
}
