import { once } from "node:events";
import type http from "node:http";
import https from "node:https";
import type { AddressInfo } from "node:net";
import type { Names } from "../../../scripts/browsers/extension-browser.ts";
import { issueCertificates } from "../../world/certificates.ts";
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

export type PageServer = { names: Names; close(): Promise<void> };

type Content = { type: string; body: Buffer };

const filled = (text: string, length: number) => Buffer.from(text.padEnd(length, " "));
/** The smallest picture there is; what follows its end is not looked at. */
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
  if (host === QUIET_SITE) return QUIET_PAGE;
  return host === POLLING_SITE ? pollingPage(Number(path.split("/")[2] ?? 1000)) : null;
}

/** Serves the pages of the bench over https on loopback, without delay: whatever a listener costs shows most where nothing else waits. */
export async function openPageServer(): Promise<PageServer> {
  const hosts = [...HOSTS, POLLING_SITE, POLLING_API, QUIET_SITE, FAILING_SITE];
  const certificates = await issueCertificates(hosts);
  const server = https.createServer({ key: certificates.key, cert: certificates.certificate, keepAliveTimeout: 60_000 }, answer);
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const addresses: Names["addresses"] = { [MISSING]: null };
  for (const host of hosts) addresses[host] = "127.0.0.1";
  return {
    names: { addresses, httpPort: port, httpsPort: port, authority: certificates.authority, keyHash: certificates.keyHash },
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
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
