import http from "node:http";
import type { AddressInfo } from "node:net";
import { HEAD_PATH } from "../../utils/core/feed/paths.ts";
import { createSigner, type Files, feedDocument, signFeed } from "../extension/support/signed-feeds.ts";

type Sender = { url: string; close(): Promise<void> };

/** Serves on loopback content that is made for each request. */
async function startSender(type: string, answer: (path: string) => string | Uint8Array | null): Promise<Sender> {
  const server = http.createServer(({ url = "/" }, response) => {
    const body = answer(url);
    response.writeHead(body === null ? 404 : 200, { "content-type": type }).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

export type StatusPage = Sender & { show(page: object): void };

/** A status page that shows what the test gives it; at first, that all is well. */
export async function startStatusPage(): Promise<StatusPage> {
  const well = { page: { id: "p" }, status: { indicator: "none" }, components: [], incidents: [] };
  let shown: object = well;
  const sender = await startSender("application/json", () => JSON.stringify(shown));
  return {
    ...sender,
    show(page) {
      shown = page;
    },
  };
}

export type SignedFeed = Sender & { rootKey: string; setContent(content: object): void };

/** A feed with a key of its own, validly signed whatever it contains: that of a malicious operator, or of a thief. */
export async function startSignedFeed(): Promise<SignedFeed> {
  const root = createSigner();
  let content: object = { incidents: [] };
  let sequence = 0;
  let files: Files = {};
  const sender = await startSender("application/octet-stream", (path) => {
    if (path === HEAD_PATH) files = { ...files, ...signFeed(feedDocument(++sequence, 0, content), root) };
    return files[path] ?? null;
  });
  return {
    ...sender,
    rootKey: root.rootKey,
    setContent(next) {
      content = next;
    },
  };
}
