import { afterAll, beforeAll } from "vitest";
import { type NameServer, startNameServer } from "../../instruments/loopback/name-server.ts";
import { openSmallInternet, type SmallInternet } from "../../instruments/loopback/small-internet.ts";
import { scratchFolder } from "./scratch-folder.ts";
import { type Asked, askAbout, startVantage } from "./vantage.ts";

/** What is answered about a host, and how many of the stand-ins' servers were connected to for it. */
type Refusal = { status: number; error: unknown; connections: number };

export type GuardedVantage = {
  small: SmallInternet;
  /** The name server that it asks, a real one. */
  names: NameServer;
  /** The address of `www.example.com`, which answers. */
  open: string;
  /** A host of its own each time, because an answer about one is shared for half a minute. Twenty names of one site are asked about in a minute. */
  newName(site?: "example.com" | "example.net"): string;
  ask(host: unknown): Promise<Asked>;
  refusal(host: unknown): Promise<Refusal>;
};

/** Why a name is refused that leads inside. */
export const PRIVATE = "this name leads to an address that is not public";

/** For all tests of a file: a vantage that looks names up at a real name server, and judges all addresses but the stand-ins' as on the internet. */
export function guardedVantage(): () => GuardedVantage {
  let vantage: GuardedVantage | null = null;
  beforeAll(async () => {
    const small = await openSmallInternet(["*.example.com", "example.com", "*.example.net"], afterAll);
    const names = await startNameServer("127.0.0.1", 0, afterAll);
    const open = await small.host("www.example.com", { https: (_, reply) => reply.end("a page") });
    names.set("www.example.com", { addresses: [open] });
    const described = { ...small.described, nameServer: names.address, isGuarded: true };
    const { url } = await startVantage(described, ["--data", scratchFolder(afterAll), "--proxies", "1"], "fra", {}, afterAll);
    let senders = 0;
    let hosts = 0;
    // Each question from a prefix of its own.
    const ask = (host: unknown) => {
      senders++;
      return askAbout(url, host, { "X-Forwarded-For": `9.${senders % 250}.${Math.floor(senders / 250)}.1` });
    };
    vantage = {
      ...{ small, names, open, ask },
      newName: (site = "example.com") => `host-${++hosts}.${site}`,
      async refusal(host) {
        const before = small.connections();
        const { status, body } = await ask(host);
        return { status, error: body.error, connections: small.connections() - before };
      },
    };
  });
  return () => {
    if (vantage === null) throw new Error("the vantage has not started");
    return vantage;
  };
}
