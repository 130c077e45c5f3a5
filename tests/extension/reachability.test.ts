import { afterEach, describe, expect, test, vi } from "vitest";
import { checkReachability } from "../../utils/feed/reachability.ts";
import { followFeed } from "./support/followed-feed.ts";
import { DEAD_MIRROR, startMirror } from "./support/mirrors.ts";
import { underPublicName } from "./support/public-name.ts";

const { client, events, use } = followFeed();

describe("the reachability check", () => {
  test("says reached on 204 with a date, captive on the page of somebody else, unreachable where nobody answers", async () => {
    const answer = async (mirrors: string[]) => {
      await use(mirrors.map(underPublicName));
      events.length = 0;
      await client().check();
      return events.flatMap((event) => (event.event === "connectivity" ? event.result : []));
    };
    const cors = { "access-control-allow-origin": "*", "access-control-expose-headers": "Date" };
    expect(await answer([await startMirror((_request, reply) => reply.writeHead(204, cors).end())])).toContain("reached");
    expect(await answer([await startMirror((_request, reply) => reply.writeHead(200, cors).end("log in"))])).toContain("captive");
    expect(
      await answer([await startMirror((_request, reply) => reply.writeHead(302, { location: "http://portal.example/" }).end())]),
    ).toContain("captive");
    expect(await answer([DEAD_MIRROR])).toContain("unreachable");
  });

  const reachable = () =>
    startMirror((_request, reply) =>
      reply.writeHead(204, { "access-control-allow-origin": "*", "access-control-expose-headers": "Date" }).end(),
    );

  test("says reached-locally, without a word about the clock, where the only mirrors are on this device or its own network", async () => {
    expect(await checkReachability([await reachable(), DEAD_MIRROR])).toEqual({ result: "reached-locally" });
    expect(await checkReachability([DEAD_MIRROR])).toEqual({ result: "unreachable" });
  });

  test("goes by the mirrors on the internet where there are any: one of them is enough, and one on this network is none", async () => {
    const [here, there] = [await reachable(), underPublicName(await reachable())];
    const dead = DEAD_MIRROR.replace("127.0.0.1", new URL(there).hostname);
    expect(await checkReachability([here, dead, there])).toMatchObject({ result: "reached" });
    expect(await checkReachability([here, dead])).toEqual({ result: "unreachable" });
  });
});

describe("the network that a mirror tells its asker", () => {
  const telling = (text: string) =>
    startMirror((_request, reply) =>
      reply
        .writeHead(204, {
          "access-control-allow-origin": "*",
          "access-control-expose-headers": "Date, X-Your-Network",
          "x-your-network": text,
        })
        .end(),
    );

  test("is taken with the check", async () => {
    expect(await checkReachability([underPublicName(await telling("3352 ES"))])).toMatchObject({
      result: "reached",
      network: { asn: 3352, country: "ES" },
    });
  });

  test.each(["3352", "ES", "3352 es", "0 ES", "-1 ES", "3352 ES; x", "99999999999 ES", "4294967296 ES"])("is none in %j", async (text) => {
    expect((await checkReachability([underPublicName(await telling(text))])).network).toBeUndefined();
  });
});

/** As Chromium does it on a dead network: for hosts that it uses by https only, it answers http itself, at every port. */
function deadNetwork({ httpsOnly, portal }: { httpsOnly: string; portal: boolean }): void {
  vi.stubGlobal("fetch", async (address: string) => {
    const { protocol, hostname, port } = new URL(address);
    if (protocol === "http:" && (hostname === httpsOnly || (portal && port === ""))) return { type: "opaqueredirect", status: 0 };
    throw new TypeError("Failed to fetch");
  });
}

describe("where https gets no answer, and http a redirect", () => {
  afterEach(() => {
    vi.unstubAllGlobals();
  });

  test("there is a portal", async () => {
    deadNetwork({ httpsOnly: "other.example", portal: true });
    expect(await checkReachability(["https://feed.example", "https://two.example"])).toEqual({ result: "captive" });
  });

  test("there is none where the redirect is the browser's own, to https", async () => {
    deadNetwork({ httpsOnly: "feed.pages.dev", portal: false });
    expect(await checkReachability(["https://feed.pages.dev", "https://two.example"])).toEqual({ result: "unreachable" });
  });
});
