import { once } from "node:events";
import type http from "node:http";
import https from "node:https";
import type { AddressInfo } from "node:net";
import type { Names } from "../../../../scripts/browsers/extension-browser.ts";
import { issueCertificates } from "../../loopback/certificates.ts";
import { MIRROR_HOST } from "../../loopback/public-mirror.ts";
import { RUIN_API, RUIN_SITE, RUSH_SITE, ruinPage, rushPage, TAB_SITES } from "./crowded-pages.ts";
import {
  FAILING_SITE,
  HOSTS,
  heavyPage,
  MISSING,
  POLLING_API,
  POLLING_SITE,
  pollingPage,
  QUIET_PAGE,
  QUIET_SITE,
  SITE,
} from "./heavy-page.ts";

export type PageServer = {
  names: Names;
  /** The places that the address table gives the hosts. */
  ranges: { cidr: string; provider: string; region: string | null }[];
  close(): Promise<void>;
};

type Content = { type: string; body: Buffer };

const filled = (text: string, length: number) => Buffer.from(text.padEnd(length, " "));
/** The smallest image there is; browsers ignore what follows its end. */
const PICTURE = Buffer.concat([Buffer.from("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7", "base64"), Buffer.alloc(8000)]);
const CONTENTS: { [kind: string]: Content } = {
  style: { type: "text/css", body: filled("h1 { color: #222 }", 6000) },
  script: { type: "text/javascript", body: filled("globalThis.parts = (globalThis.parts ?? 0) + 1;", 12_000) },
  image: { type: "image/gif", body: PICTURE },
  frame: { type: "text/html", body: Buffer.from("<!doctype html><title>part</title><p>part</p>") },
  call: { type: "application/json", body: filled('{"ok":true}', 2000) },
};

/** Pages by host: `poll/200` on the polling site polls every 200 ms. */
function pageOf(host: string, path: string): string | null {
  if (host === SITE) return heavyPage();
  if (host === RUIN_SITE) return ruinPage();
  if (host === RUSH_SITE) return rushPage();
  if (host === QUIET_SITE || TAB_SITES.includes(host)) return QUIET_PAGE;
  return host === POLLING_SITE ? pollingPage(Number(path.split("/")[2] ?? 1000)) : null;
}

/** What the bench's address table says of its hosts, in turn, so that hosts are placed and learned. */
const PLACES = ["cloudflare", "aws/us-east-1", "fastly", "aws/eu-west-1", "azure/westeurope", "gcp/us-central1"];

const addressOf = (index: number) => `127.81.0.${index + 1}`;

/**
 * Serves the pages of the bench over https on loopback, without delay: whatever a listener costs shows most where nothing else waits.
 * Each host has an address of its own, listed in the table that `ranges` is made for.
 */
export async function openPageServer(): Promise<PageServer> {
  const hosts = [...HOSTS, POLLING_SITE, POLLING_API, QUIET_SITE, FAILING_SITE, RUIN_SITE, RUIN_API, RUSH_SITE, ...TAB_SITES];
  const certificates = await issueCertificates(hosts);
  const servers: https.Server[] = [];
  let port = 0;
  for (const index of hosts.keys()) {
    const server = https.createServer({ key: certificates.key, cert: certificates.certificate, keepAliveTimeout: 60_000 }, answer);
    server.listen(port, addressOf(index));
    await once(server, "listening");
    port = (server.address() as AddressInfo).port;
    servers.push(server);
  }
  const { authority, keyHash } = certificates;
  const addresses: Names["addresses"] = { [MISSING]: null, [MIRROR_HOST]: "127.0.0.1" };
  for (const [index, host] of hosts.entries()) addresses[host] = addressOf(index);
  return {
    names: { addresses, httpPort: port, httpsPort: port, authority, keyHash },
    ranges: hosts.map((_, index) => {
      const [provider = "", region = null] = (PLACES[index % PLACES.length] ?? "").split("/");
      return { cidr: `${addressOf(index)}/32`, provider, region };
    }),
    async close() {
      for (const server of servers) {
        server.closeAllConnections();
        server.close();
        await once(server, "close");
      }
    },
  };
}

function answer(request: http.IncomingMessage, response: http.ServerResponse): void {
  const path = request.url ?? "/";
  response.setHeader("access-control-allow-origin", "*");
  response.setHeader("cache-control", "no-store");
  const host = request.headers.host ?? "";
  if (host === FAILING_SITE) {
    response.writeHead(503, { "content-type": "text/html" }).end("<h1>Service Unavailable</h1>");
    return;
  }
  const page = pageOf(host, path);
  if (page !== null) {
    response.writeHead(200, { "content-type": "text/html" }).end(page);
    return;
  }
  const [, kind = "", fate] = path.split("/");
  const content = CONTENTS[kind];
  if (fate === "reset") request.socket.destroy();
  else if (content === undefined || fate === "error") response.writeHead(fate === "error" ? 503 : 404).end();
  else response.writeHead(200, { "content-type": content.type, "content-length": content.body.length }).end(content.body);
}
