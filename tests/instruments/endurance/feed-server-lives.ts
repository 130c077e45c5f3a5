import { writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { serverCommand, startListener } from "../bench/server/feed-server.ts";

/** One life of a feed server, from its start to the power cut. */
export type Life = { url: string; rootKey: string; pid: number; kill(): Promise<void> };

/** Where the reports of a folder's server are kept. */
export const databaseOf = (folder: string) => join(folder, "data", "feed.sqlite");

/**
 * Starts `npm run server` on what earlier lives in the same folder have left behind, as behind one reverse proxy and with no sources.
 * @param port 0: any
 * @param every seconds between two feeds
 */
export async function startLife(folder: string, port: number, every: number): Promise<Life> {
  const sources = join(folder, "sources.json");
  writeFileSync(sources, "[]");
  const flags = [
    ...["--host", "127.0.0.1", "--port", String(port), "--proxies", "1", "--every", String(every)],
    ...["--data", join(folder, "data"), "--sources", sources, "--ranges", join(folder, "none")],
  ];
  const server = await startListener([...serverCommand(), ...flags], undefined, 2);
  return { url: server.url, pid: server.pid, kill: server.kill, rootKey: server.lines[1]?.replace("root key ", "") ?? "" };
}

/** A port that is free now, for a server that has to come back under the same address. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === "string") throw new Error("no free port");
  return address.port;
}
