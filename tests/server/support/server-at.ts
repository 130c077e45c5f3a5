import { join } from "node:path";
import { expect, onTestFinished } from "vitest";
import { type ServerOptions, startServer } from "../../../server/server.ts";
import type { Feed } from "../../../utils/core/feed/feed.ts";
import type { Source } from "../../../utils/core/status-pages/source.ts";
import { MINUTE } from "../../../utils/core/time.ts";
import { sendReport } from "./send-report.ts";
import { fetchFeed, until } from "./server-process.ts";

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
      // After the clock was turned, clients refuse what was published before.
      return await until(() => fetchFeed(server.url, server.rootKey, clock.now).catch(() => null));
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
