import http from "node:http";
import type { AddressInfo } from "node:net";
import { type KeyPair, makeKeyPair, signWith } from "../../server/keys/key-pair.ts";
import { joinEnvelope, signedBytes } from "../../utils/core/feed/envelope.ts";
import { grantText, type KeyGrant } from "../../utils/core/feed/keys.ts";
import { FEED_PATH, REACHABLE_PATH } from "../../utils/core/feed/paths.ts";
import { keyIdOf } from "../../utils/core/feed/public-key.ts";
import { DAY, MINUTE, SECOND } from "../../utils/core/time.ts";

/** How a mirror answers: as it should, never, a byte at a time without end, with another address, with an error. */
export type Manner = "well" | "silent" | "dripping" | "elsewhere" | "broken";
/** Who signs: the root key itself, a key that it granted (a new one each time), one whose grant is over, one that granted itself. */
export type Signing = "root" | "granted" | "ended" | "stranger";

export type Mirror = { url: string; manner: Manner; asked: number };

export type TroubledMirrors = {
  mirrors: [Mirror, Mirror];
  /** Where mirrors that answer `elsewhere` send people: a good copy of the feed, and how often it was fetched. */
  elsewhere: Mirror;
  rootKey: string;
  /** What the feed contains from now on, and who signs it. */
  publish(incidents: object[], signing: Signing): void;
  close(): Promise<void>;
};

/** A feed on two mirrors, which fail in the ways of mirrors, and whose keys change in the ways of keys. */
export async function startTroubledMirrors(): Promise<TroubledMirrors> {
  const root = makeKeyPair();
  let sequence = 0;
  let bytes: Uint8Array = new Uint8Array();
  const servers: http.Server[] = [];
  const dripping = new Set<NodeJS.Timeout>();

  async function open(): Promise<Mirror> {
    const mirror: Mirror = { url: "", manner: "well", asked: 0 };
    const server = http.createServer(({ url }, response) => {
      if (url !== FEED_PATH && url !== REACHABLE_PATH) return response.writeHead(404).end();
      if (url === FEED_PATH) mirror.asked++;
      if (mirror.manner === "broken") return response.writeHead(500).end();
      if (mirror.manner === "elsewhere") return response.writeHead(302, { location: `${elsewhere.url}${url}` }).end();
      if (mirror.manner === "well" && url === REACHABLE_PATH) return response.writeHead(204).end();
      if (mirror.manner === "well") return response.writeHead(200, { "content-type": "application/octet-stream" }).end(bytes);
      if (mirror.manner === "dripping") {
        response.writeHead(200, { "content-type": "application/octet-stream" });
        const drip = setInterval(() => response.write("n"), SECOND / 4);
        dripping.add(drip);
        response.on("close", () => clearInterval(drip));
      }
      return response;
    });
    servers.push(server);
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    mirror.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    return mirror;
  }

  const elsewhere = await open();
  const mirrors: [Mirror, Mirror] = [await open(), await open()];
  return {
    mirrors,
    elsewhere,
    rootKey: root.key,
    publish(incidents, signing) {
      const now = Date.now();
      const pair = signing === "root" ? root : makeKeyPair();
      const keys =
        signing === "root" ? [] : [grantFor(pair, signing === "stranger" ? pair : root, now + (signing === "ended" ? -1 : 1) * DAY)];
      const times = { issued: new Date(now).toISOString(), expires: new Date(now + 30 * MINUTE).toISOString() };
      const json = new TextEncoder().encode(JSON.stringify({ version: 1, sequence: ++sequence, ...times, incidents, keys }));
      bytes = joinEnvelope(keyIdOf(pair.key), signWith(pair, signedBytes(json)), json);
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

function grantFor(pair: KeyPair, granter: KeyPair, ends: number): KeyGrant {
  const notAfter = new Date(ends).toISOString();
  const signature = signWith(granter, new TextEncoder().encode(grantText(pair.key, notAfter)));
  return { id: keyIdOf(pair.key), key: pair.key, notAfter, signature };
}
