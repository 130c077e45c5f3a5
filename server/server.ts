import { randomUUID } from "node:crypto";
import { once } from "node:events";
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { createAdaptorServer } from "@hono/node-server";
import { MINUTE, SECOND } from "../utils/core/time.ts";
import { type DataPlace, openData } from "./data.ts";
import { type Editor, openEditor } from "./editor.ts";
import { type Election, holdElection } from "./election.ts";
import { createApplication } from "./http/application.ts";
import { type EncodedDocument, encodeDocument } from "./http/encoded.ts";
import type { Publication } from "./publish/publisher.ts";
import { createIntake } from "./reports/intake.ts";
import type { Source } from "./source.ts";
import type { Store } from "./store/store.ts";

export type ServerOptions = DataPlace & {
  /** Address to listen on. */
  host: string;
  /** 0 takes any free port. */
  port: number;
  sources: readonly Source[];
  publishEverySeconds: number;
  /** Folder for mirrors; `public` inside the data folder unless said. */
  publicDir?: string | undefined;
  /** Reverse proxies of the operator's own in front of this server. */
  proxies?: number | undefined;
  /** How sources see who asks. */
  userAgent?: string | undefined;
  /** Milliseconds of the epoch; another clock replays another day. */
  now?: (() => number) | undefined;
  log?: ((line: string) => void) | undefined;
};

export type RunningServer = {
  /** Base address, without a trailing slash: what `FEED_MIRRORS` takes. */
  url: string;
  /** What `FEED_ROOT_KEY` takes. */
  rootKey: string;
  close(): Promise<void>;
};

const USER_AGENT = "NotJustMeFeed/1";
const FEED = { type: "text/plain; charset=utf-8", cacheControl: "public, max-age=30" };
/** Changes that come together are published together. */
const CHANGE_PAUSE = 200;
const FOLLOW_EVERY = SECOND;

/**
 * Starts a feed server: serves, takes reports, and (alone, or elected among several on one database) reads the sources and
 * publishes. Throws, with one readable line, where it cannot start.
 */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const { host, port, dataDir, sources, publishEverySeconds, proxies = 0, now = Date.now, log = () => {} } = options;
  const holder = randomUUID();
  const closing: (() => unknown)[] = [];
  const close = async () => {
    for (const step of closing.splice(0).reverse()) await step();
  };

  try {
    const { store: data, signer, close: closeData } = await openData(options, holder, now());
    closing.push(closeData);
    const intake = createIntake(data.reports, { services: new Set(), isPlace: () => false }, now);
    await intake.prepare();

    let served: { sequence: number; document: EncodedDocument } | null = null;
    let editor: Editor | null = null;
    let timer: NodeJS.Timeout | undefined;
    let changed: NodeJS.Timeout | undefined;

    const serve = ({ sequence, bytes }: Publication) => {
      if (served === null || served.sequence < sequence) served = { sequence, document: encodeDocument(bytes, FEED) };
    };
    const follow = async () => {
      const newer = await data.publication.publishedAfter(served?.sequence ?? -1);
      if (newer !== null) serve({ sequence: newer.sequence, bytes: new Uint8Array(Buffer.from(newer.document, "utf8")) });
    };
    const publish = async () => {
      try {
        const publication = (await editor?.publish()) ?? null;
        if (publication !== null) serve(publication);
      } catch (problem) {
        log(`not published: ${problem instanceof Error ? problem.message : String(problem)}`);
      }
    };

    const application = createApplication({
      feed: () => served?.document ?? null,
      file: () => null,
      health: () => health(now(), served?.sequence ?? null, editor, data),
      intake,
      proxies,
      onRead: () => {},
    });
    const server = createAdaptorServer({ fetch: application.fetch }) as Server;
    const listening = once(server, "listening");
    server.listen(port, host);
    await listening;
    closing.push(
      () => closeServer(server),
      () => intake.drain(),
    );

    await follow();
    const followTimer = setInterval(() => {
      if (editor === null) follow().catch(() => {});
    }, FOLLOW_EVERY);
    const upkeepTimer = setInterval(() => {
      upkeep().catch((problem) => log(`upkeep: ${problem instanceof Error ? problem.message : String(problem)}`));
    }, MINUTE);
    const upkeep = async () => {
      await intake.prepare();
      if (editor !== null) await data.reports.eraseDue(now());
    };
    closing.push(
      () => clearInterval(followTimer),
      () => clearInterval(upkeepTimer),
    );

    const election: Election = holdElection(data.publication, holder, {
      log,
      async takeOffice() {
        const made = await openEditor({
          store: data,
          signer,
          holder,
          sources,
          folder: options.publicDir ?? join(dataDir, "public"),
          userAgent: options.userAgent ?? USER_AGENT,
          now,
          log,
        });
        editor = made;
        await data.reports.eraseDue(now());
        made.start(() => {
          changed ??= setTimeout(() => {
            changed = undefined;
            void publish();
          }, CHANGE_PAUSE);
        });
        timer = setInterval(() => void publish(), publishEverySeconds * SECOND);
        await publish();
      },
      async leaveOffice() {
        clearInterval(timer);
        clearTimeout(changed);
        const leaving = editor;
        editor = null;
        await leaving?.stop();
      },
    });
    closing.push(() => election.stop());

    const { address, port: bound } = server.address() as AddressInfo;
    return { url: `http://${address.includes(":") ? `[${address}]` : address}:${bound}`, rootKey: signer.rootKey, close };
  } catch (problem) {
    await close();
    throw problem;
  }
}

function health(now: number, sequence: number | null, editor: Editor | null, store: Store): object {
  return {
    time: new Date(now).toISOString(),
    sequence,
    store: store.kind,
    publishes: editor !== null,
    sources: editor?.states().map(({ id, checked, trouble, incidents, unknown }) => ({
      id,
      checked: checked === null ? null : new Date(checked).toISOString(),
      trouble,
      incidents: incidents.length,
      unknown,
    })),
  };
}

async function closeServer(server: Server): Promise<void> {
  const closed = new Promise((resolve) => server.close(resolve));
  server.closeIdleConnections();
  // Requests in flight get a moment; a client that never finishes its own must not hold up the end.
  const impatient = setTimeout(() => server.closeAllConnections(), 2 * SECOND);
  await closed;
  clearTimeout(impatient);
}
