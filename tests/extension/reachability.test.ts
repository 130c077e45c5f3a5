import { describe, expect, test } from "vitest";
import { followFeed } from "./support/followed-feed.ts";
import { DEAD_MIRROR, startMirror } from "./support/mirrors.ts";

const { client, events, use } = followFeed();

describe("the reachability check", () => {
  test("says reached on 204 with a date, captive on the page of somebody else, unreachable where nobody answers", async () => {
    const answer = async (mirrors: string[]) => {
      await use(mirrors);
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
});
