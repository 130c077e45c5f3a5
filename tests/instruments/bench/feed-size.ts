import { brotliCompressSync } from "node:zlib";
import { makeKeyPair } from "../../../server/keys/key-pair.ts";
import { grantFeedKey } from "../../../server/keys/signer.ts";
import { writeHead } from "../../../server/publish/head.ts";
import { type Head, openHead } from "../../../utils/core/feed/head.ts";
import { HEAD_PATH } from "../../../utils/core/feed/paths.ts";
import { keyIdOf } from "../../../utils/core/feed/public-key.ts";
import { readRootText } from "../../../utils/core/feed/root-text.ts";
import { joinDocument } from "../../../utils/core/feed/signed-document.ts";
import { verifySignature } from "../../../utils/feed/verify-signature.ts";
import { dayOf } from "./feed/client-day.ts";
import { askPlainly } from "./feed/plain-answer.ts";
import { publishedFeed } from "./feed/published-feed.ts";
import { openStatusPages } from "./feed/status-pages.ts";
import type { Measurement, Outcome } from "./outcome.ts";
import { startFeedServer } from "./server/feed-server.ts";

/** Sources that cannot be read on the worst day: their ids are named in the body. */
const UNREADABLE = 100;

/** As browsers ask over https; they ask for gzip only over plain http. */
const ENCODINGS = "gzip, deflate, br, zstd";

/** What the real server sends: head and body of a bad day, a head while keys change, and all that a client downloads in a day. */
export const feedSize: Measurement = {
  name: "feed",
  async measure() {
    const pages = await openStatusPages();
    const server = await startFeedServer(pages.sources);
    try {
      const ids = pages.sources.map(({ id }) => id);
      const feed = await publishedFeed(server.url, server.rootKey, ids);
      const head = await headOf(server.url, server.rootKey);
      const bodyUrl = `${server.url}/${head.body.url}`;
      const [small, large] = [await askPlainly(`${server.url}${HEAD_PATH}`, ENCODINGS), await askPlainly(bodyUrl, ENCODINGS)];
      const plain = head.body.bytes / 1000;
      const day = await dayOf({ head: small, body: large, missing: await askPlainly(`${server.url}/v2/root-2`, ENCODINGS) });
      return [
        {
          what: `body with ${feed.incidents.length} incidents, compressed`,
          value: large.bytes / 1000,
          unit: "kB",
          budget: { atMost: 6 },
          reference: `${plain.toFixed(1)} kB plain`,
          detail: `${large.encoding}; gzip: ${((await askPlainly(bodyUrl, "gzip")).bytes / 1000).toFixed(2)} kB; ${feed.sources.except.length} sources named as unreadable`,
        },
        {
          what: "head with one grant, compressed",
          value: small.bytes,
          unit: "B",
          budget: { atMost: 400 },
          reference: `${(await askPlainly(`${server.url}${HEAD_PATH}`, "identity")).bytes} B plain`,
          detail: `${small.encoding}; gzip: ${(await askPlainly(`${server.url}${HEAD_PATH}`, "gzip")).bytes} B`,
        },
        await worstBody(),
        {
          what: "head while keys change, compressed",
          value: brotliCompressSync(withTwoGrants(head)).length,
          unit: "B",
          budget: { atMost: 650 },
          reference: "two grants",
        },
        {
          what: "bodies of answers of a client-day without news",
          value: day.bodies / 1000,
          unit: "kB",
          budget: { atMost: 150 },
          reference: `${day.heads} heads, 1 body, 1 head of another mirror, 1 look for a new root`,
          detail: `each further body ${(large.bytes / 1000).toFixed(1)} kB; headers of the answers ${(day.headers / 1000).toFixed(1)} kB; all bytes of the connections with TLS, both ways, a new one for each request ${(day.wire / 1000).toFixed(0)} kB`,
        },
      ];
    } finally {
      await server.remove();
      await pages.close();
    }
  },
};

/** The body of the same day while many sources cannot be read. */
async function worstBody(): Promise<Outcome> {
  const pages = await openStatusPages(UNREADABLE);
  const server = await startFeedServer(pages.sources);
  try {
    const ids = pages.sources.map(({ id }) => id);
    const feed = await publishedFeed(server.url, server.rootKey, ids, UNREADABLE);
    const { body } = await headOf(server.url, server.rootKey);
    return {
      what: `body with ${feed.incidents.length} incidents and ${feed.sources.except.length} of ${ids.length} sources unreadable, compressed`,
      value: (await askPlainly(`${server.url}/${body.url}`, ENCODINGS)).bytes / 1000,
      unit: "kB",
      budget: { atMost: 10 },
      reference: `${(body.bytes / 1000).toFixed(1)} kB plain`,
    };
  } finally {
    await server.remove();
    await pages.close();
  }
}

async function headOf(url: string, rootKey: string): Promise<Head> {
  const root = readRootText(rootKey);
  if (root === null) throw new Error(`${rootKey} is no root key`);
  const bytes = new Uint8Array(await (await fetch(`${url}${HEAD_PATH}`)).arrayBuffer());
  const opened = await openHead(bytes, root, Date.now(), verifySignature);
  if (!opened.ok) throw new Error(opened.reason);
  return opened.head;
}

/** The same head with two grants and other signatures, of the same size. */
function withTwoGrants({ body, reports, sequence }: Head): Uint8Array {
  const keys = [makeKeyPair(), makeKeyPair()].map((root) => grantFeedKey(root, Date.now()));
  const [first] = keys;
  if (first === undefined) throw new Error("there are no grants");
  const json = writeHead({ body, reports, keys }, sequence, Date.now());
  return joinDocument("head", [{ keyId: keyIdOf(first.key), signature: first.signature }], json);
}
