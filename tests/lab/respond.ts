import { createHash } from "node:crypto";
import type http from "node:http";
import type net from "node:net";
import type { Socket } from "node:net";
import type { Duplex } from "node:stream";
import { pageOf } from "../instruments/loopback/stand-in.ts";
import { type Condition, isFlaw } from "./condition.ts";
import { type LabHost, PORTAL_PAGE } from "./lab-host.ts";

/** A host with what is wrong with it now. */
export type Standing = {
  host: LabHost;
  condition: Condition;
  /** What is wrong with its calls and its WebSockets alone. */
  api: Condition;
  asked: string[];
  /** Answers to requests that hang. */
  held: (() => void)[];
  ports: { secure: net.Server; plain: net.Server };
  sockets: Set<Socket>;
};

/** How long a server thinks before it gives up, milliseconds. Firefox asks up to ten times before it says so (tried on 153). */
const A_WHILE = 700;
const FROZEN_AFTER = 16 * 1024;
/** RFC 6455: what a server adds to the key of a handshake before it hashes it. */
const HANDSHAKE = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";

/** Answers a request as the host's condition says. */
export function respond(standing: Standing, request: http.IncomingMessage, response: http.ServerResponse): void {
  const path = pathOf(request);
  const isCall = path.startsWith("/api/");
  const { host } = standing;
  standing.asked.push(path);
  response.setHeader("cache-control", "no-store");
  // Without this header the browser hides the status of a call to another host, also from extensions.
  if (host.closedToOthers !== true) response.setHeader("access-control-allow-origin", "*");
  const condition = isCall && standing.condition === "fine" ? standing.api : standing.condition;
  if (condition === "hang") standing.held.push(() => serve(host, path, response));
  else if (condition === "late-reset") setTimeout(() => request.socket.destroy(), A_WHILE);
  else if (host.broken?.includes(path) === true) request.socket.destroy();
  else if (condition === "empty") request.socket.end();
  else if (condition === "truncated") {
    response.writeHead(200, { "content-type": "text/html", "content-length": 5000 });
    response.write("<!doctype html><title>Half a page</title><p>Half a ", () => request.socket.destroy());
  } else if (condition === "frozen") {
    response.writeHead(200, { "content-type": "text/html", "content-length": 10 * FROZEN_AFTER });
    response.write("<!doctype html><title>Frozen</title><p>".padEnd(FROZEN_AFTER, "ice "));
  } else if (condition === "portal") response.writeHead(302, { location: PORTAL_PAGE }).end();
  else if (typeof condition === "number") fail(response, condition, {});
  else if (condition === "fine" || isFlaw(condition)) serve(host, path, response);
  else if (typeof condition === "object" && "after" in condition) setTimeout(() => serve(host, path, response), condition.after);
  else if (typeof condition === "object") fail(response, condition.status, condition.headers);
  else throw new Error(`"${condition}" cannot be made here`);
}

/** Answers the handshake of a WebSocket: it stays open, is closed at once where its condition is `empty`, or gets a status. */
export function upgrade(standing: Standing, request: http.IncomingMessage, socket: Duplex): void {
  standing.asked.push(pathOf(request));
  const { api } = standing;
  if (typeof api === "number") {
    socket.end(`HTTP/1.1 ${api} Refused\r\ncontent-length: 0\r\n\r\n`);
    return;
  }
  const accept = createHash("sha1").update(`${request.headers["sec-websocket-key"]}${HANDSHAKE}`).digest("base64");
  socket.write(`HTTP/1.1 101 Switching Protocols\r\nupgrade: websocket\r\nconnection: upgrade\r\nsec-websocket-accept: ${accept}\r\n\r\n`);
  if (api === "empty") socket.end();
}

function pathOf({ url = "/" }: http.IncomingMessage): string {
  return url.replace(/[?#].*$/, "");
}

function serve(host: LabHost, path: string, response: http.ServerResponse): void {
  const file = host.files?.[path];
  if (file !== undefined) response.writeHead(file.status ?? 200, { "content-type": file.type, ...file.headers }).end(file.body);
  else if (path.startsWith("/api/")) response.writeHead(200, { "content-type": "application/json" }).end('{"ok":true}');
  else response.writeHead(200, { "content-type": "text/html" }).end(pageOf(host));
}

function fail(response: http.ServerResponse, status: number, headers: { [name: string]: string }): void {
  response.writeHead(status, { "content-type": "text/html", ...headers }).end(`<!doctype html><title>${status}</title><h1>${status}</h1>`);
}
