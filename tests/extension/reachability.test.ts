import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import type { WorldEvent } from "../../utils/core/world/events.ts";
import { createFeedClient } from "../../utils/feed/feed-client.ts";
import { DEAD_MIRROR, startMirror, stopMirrors } from "./support/mirrors.ts";
import { createSigner } from "./support/signed-feeds.ts";

const root = createSigner();
let events: WorldEvent[] = [];
const client = () => createFeedClient((event) => events.push(event));
const use = (mirrors: string[]) => fakeBrowser.storage.local.set({ ownFeeds: [{ mirrors, rootKey: root.rootKey }] });

beforeEach(() => {
  fakeBrowser.reset();
  events = [];
});
afterEach(stopMirrors);

describe("the reachability check", () => {
  test("says reached on 204 with a date, captive on the page of somebody else, unreachable where nobody answers", async () => {
    const answer = async (mirrors: string[]) => {
      await use(mirrors);
      return (await client().checkReachability())?.result;
    };
    const cors = { "access-control-allow-origin": "*", "access-control-expose-headers": "Date" };
    expect(await answer([await startMirror((_request, reply) => reply.writeHead(204, cors).end())])).toBe("reached");
    expect(await answer([await startMirror((_request, reply) => reply.writeHead(200, cors).end("log in"))])).toBe("captive");
    expect(await answer([await startMirror((_request, reply) => reply.writeHead(302, { location: "http://portal.example/" }).end())])).toBe(
      "captive",
    );
    expect(await answer([DEAD_MIRROR])).toBe("unreachable");
  });
});
