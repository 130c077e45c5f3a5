import { describe, expect, test } from "vitest";
import { followFeed } from "./support/followed-feed.ts";
import { DEAD_MIRROR, startMirror } from "./support/mirrors.ts";

const { client, use } = followFeed();

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
