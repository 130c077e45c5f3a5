import { join } from "node:path";
import { expect, onTestFinished } from "vitest";
import { type ServerOptions, startServer } from "../../../server/server.ts";
import type { Feed } from "../../../utils/core/feed/feed.ts";
import type { Source } from "../../../utils/core/status-pages/source.ts";
import { MINUTE } from "../../../utils/core/time.ts";
import { verifyFeed } from "../../../utils/feed/verify-feed.ts";
import { sendReport } from "./send-report.ts";

/** A server whose clock the test turns. */
export async function serverAt(time: string, dataDir: string, sources: Source[] = [], more: Partial<ServerOptions> = {}) {
  const clock = { now: Date.parse(time) };
  const server = await startServer({
    ...{ host: "127.0.0.1", port: 0, dataDir, sources, publishEverySeconds: 0.2 },
    rangesFile: join(dataDir, "none"),
    now: () => clock.now,
    ...more,
  });
  onTestFinished(() => server.close());
  return {
    ...server,
    clock,
    async feed(): Promise<Feed> {
      const bytes = new Uint8Array(await (await fetch(`${server.url}/v1/feed`)).arrayBuffer());
      const opening = await verifyFeed(bytes, [server.rootKey], clock.now);
      if (!opening.ok) throw new Error(opening.reason);
      return opening.feed;
    },
  };
}

export type ServerAt = Awaited<ReturnType<typeof serverAt>>;

/** People on these networks, others every minute, report the same services for five minutes. */
export async function fiveMinutes(
  server: ServerAt,
  addresses: (minute: number) => string[],
  services: string[],
  on: string,
): Promise<void> {
  for (let minute = 0; minute < 5; minute++) {
    const { url, clock } = server;
    const sent = addresses(minute).flatMap((address) => services.map((service) => sendReport(url, address, service, on, clock.now)));
    expect(new Set((await Promise.all(sent)).map(({ status }) => status))).toEqual(new Set([204]));
    clock.now += MINUTE;
  }
}

export const twelveNetworks = (minute: number) => Array.from({ length: 12 }, (_, network) => `127.${network + 1}.${10 + minute}.1`);
