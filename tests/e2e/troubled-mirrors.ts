import http from "node:http";
import type { AddressInfo } from "node:net";
import { HEAD_PATH, REACHABLE_PATH, rootPath } from "../../utils/core/feed/paths.ts";
import { type Root, rootText } from "../../utils/core/feed/root-text.ts";
import { DAY, SECOND } from "../../utils/core/time.ts";
import { createSigner, type Files, feedDocument, type Signer, signFeed, signRoot } from "../extension/support/signed-feeds.ts";

/**
 * How a mirror answers: as it should, never, a byte at a time without end, with another address, with an error; with the feed as it was
 * before the last one, with the last head and the body of the one before, with a head or a body without end.
 */
export type Manner = "well" | "silent" | "dripping" | "elsewhere" | "broken" | "rolled-back" | "mixed" | "endless-head" | "endless-body";
/**
 * Who signs: a key that the root key granted (a new one each time), one whose grant is over, one that a stranger granted, one that leads
 * the number far ahead.
 */
export type Signing = "granted" | "ended" | "stranger" | "far-ahead";
/** Who signs the next root: the old and the new keys, as it should be, or only one of both. */
export type RootSigning = "both" | "old" | "new";

export type Mirror = { url: string; manner: Manner; asked: number };

export type TroubledMirrors = {
  mirrors: [Mirror, Mirror];
  /** Where mirrors that answer `elsewhere` send people: a good copy of the feed, and how often it was fetched. */
  elsewhere: Mirror;
  /** The root that people follow it by. */
  rootKey: string;
  /** What the feed contains from now on, and who signs it. */
  publish(incidents: object[], signing?: Signing): void;
  /** Names the next root, whose key grants from now on. */
  changeRoot(signing: RootSigning): void;
  close(): Promise<void>;
};

/** A feed on two mirrors, which fail in the ways of mirrors, and whose keys change in the ways of keys. */
export async function startTroubledMirrors(): Promise<TroubledMirrors> {
  const first = createSigner();
  let granter = first;
  let root: Root = { number: 1, keys: [first.rootKey], threshold: 1 };
  let sequence = 0;
  let files: Files = {};
  let former: Files = {};
  const roots: Files = {};
  const servers: http.Server[] = [];
  const dripping = new Set<NodeJS.Timeout>();

  async function open(): Promise<Mirror> {
    const mirror: Mirror = { url: "", manner: "well", asked: 0 };
    const server = http.createServer(({ url = "" }, response) => {
      if (url === HEAD_PATH) mirror.asked++;
      const type = { "content-type": "application/octet-stream" };
      switch (mirror.manner) {
        case "silent":
          return response;
        case "broken":
          return response.writeHead(500).end();
        case "elsewhere":
          return response.writeHead(302, { location: `${elsewhere.url}${url}` }).end();
        case "dripping": {
          response.writeHead(200, type);
          const drip = setInterval(() => response.write("n"), SECOND / 4);
          dripping.add(drip);
          return response.on("close", () => clearInterval(drip));
        }
      }
      if (url === REACHABLE_PATH) return response.writeHead(204).end();
      if ((mirror.manner === "endless-head" && url === HEAD_PATH) || (mirror.manner === "endless-body" && url.includes("body")))
        return pourOut(response.writeHead(200, type));
      const bytes = { ...filesOf(mirror.manner), ...roots }[url];
      return response.writeHead(bytes === undefined ? 404 : 200, type).end(bytes);
    });
    servers.push(server);
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    mirror.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    return mirror;
  }

  function filesOf(manner: Manner): Files {
    if (manner === "rolled-back") return former;
    if (manner !== "mixed") return files;
    const [[, body = new Uint8Array()] = []] = Object.entries(former).filter(([path]) => path !== HEAD_PATH);
    return Object.fromEntries(Object.entries(files).map(([path, bytes]) => [path, path === HEAD_PATH ? bytes : body]));
  }

  const elsewhere = await open();
  const mirrors: [Mirror, Mirror] = [await open(), await open()];
  return {
    mirrors,
    elsewhere,
    rootKey: rootText(root),
    publish(incidents, signing = "granted") {
      const document = feedDocument(signing === "far-ahead" ? Number.MAX_SAFE_INTEGER : ++sequence, 0, { incidents });
      const end = Date.now() + (signing === "ended" ? -1 : 1) * DAY;
      former = files;
      files = signFeed(document, signing === "stranger" ? createSigner() : granter, { by: createSigner(), notAfter: end });
    },
    changeRoot(signing) {
      const next = createSigner();
      root = { number: root.number + 1, keys: [next.rootKey], threshold: 1 };
      roots[rootPath(root.number)] = signRoot(root, signersOf(signing, granter, next));
      granter = next;
    },
    async close() {
      for (const drip of dripping) clearInterval(drip);
      for (const server of servers) {
        server.closeAllConnections();
        await new Promise((resolve) => server.close(resolve));
      }
    },
  };
}

function signersOf(signing: RootSigning, old: Signer, next: Signer): Signer[] {
  if (signing === "both") return [old, next];
  return signing === "old" ? [old] : [next];
}

/** Writes for as long as somebody reads. */
function pourOut(response: http.ServerResponse): http.ServerResponse {
  const piece = Buffer.alloc(16 * 1024, "n");
  const write = () => {
    while (!response.closed && response.write(piece));
    if (!response.closed) response.once("drain", write);
  };
  write();
  return response;
}
