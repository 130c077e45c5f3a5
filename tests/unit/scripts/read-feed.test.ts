import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, onTestFinished, test } from "vitest";
import { mirrorAt } from "../../../scripts/support/read-feed.ts";

test.each(["", "/", "/feed", "/feed/"])(
  "the files of a mirror are asked for below its base address, here with %j at the end",
  async (base) => {
    const asked: (string | undefined)[] = [];
    const server = createServer((request, reply) => {
      asked.push(request.url);
      reply.end("x");
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    onTestFinished(() => void server.close());
    await mirrorAt(`http://127.0.0.1:${(server.address() as AddressInfo).port}${base}`)("/v2/head", 10);
    expect(asked).toEqual([`${base.replace(/\/$/, "")}/v2/head`]);
  },
);
