import { createHmac } from "node:crypto";
import { Agent, request } from "node:http";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { expect, test } from "vitest";
import { FAILURE_TYPES } from "../../utils/core/failure.ts";
import { bucketStart, bucketText } from "../../utils/core/report.ts";
import { scratchFolder } from "./support/scratch-folder.ts";
import { fetchFeed, startProcess } from "./support/server-process.ts";

const LIVES = 5;
const AT_ONCE = 64;

/** The sender of each report has a prefix of its own. */
const prefixOf = (number: number) => `20.${number >> 8}.${number & 255}`;

/** Keeps many reports under way until the server is gone; returns the numbers of those that were answered 204. */
async function flood(url: string, first: number, sent: { last: number }): Promise<number[]> {
  const agent = new Agent({ keepAlive: true, maxSockets: AT_ONCE });
  const taken: number[] = [];
  const one = (number: number) =>
    new Promise<boolean>((resolve) => {
      const failure = FAILURE_TYPES[number % FAILURE_TYPES.length];
      const body = JSON.stringify({ v: 1, service: "netflix", on: null, failure, bucket: bucketText(bucketStart(Date.now())) });
      const headers = { "X-Forwarded-For": `${prefixOf(number)}.7` };
      const sending = request(`${url}/v1/reports`, { method: "POST", agent, headers }, (reply) => {
        if (reply.statusCode === 204) taken.push(number);
        reply.resume().on("end", () => resolve(true));
        reply.on("error", () => resolve(false));
      });
      sending.on("error", () => resolve(false)).end(body);
    });
  sent.last = first;
  const keepOn = async () => {
    while (await one(sent.last++));
  };
  await Promise.all(Array.from({ length: AT_ONCE }, keepOn));
  agent.destroy();
  return taken;
}

test("a server that is killed again and again under load loses no report that it took, counts none twice, and its feed goes on", async () => {
  const folder = scratchFolder();
  const flags = ["--data", folder, "--sources", "none", "--every", "0.2", "--proxies", "1", "--ranges", join(folder, "none")];
  const taken: number[] = [];
  const sent = { last: 0 };
  let sequence = 0;
  for (let life = 0; life < LIVES; life++) {
    const server = await startProcess(flags);
    const feed = await fetchFeed(server.url, server.rootKey);
    expect(feed.sequence).toBeGreaterThan(sequence);
    const flooding = flood(server.url, sent.last, sent);
    await new Promise((resolve) => setTimeout(resolve, 150 + 271 * life));
    sequence = Math.max(feed.sequence, (await fetchFeed(server.url, server.rootKey)).sequence);
    await server.end("SIGKILL");
    taken.push(...(await flooding));
  }
  const last = await startProcess(flags);
  expect((await fetchFeed(last.url, last.rootKey)).sequence).toBeGreaterThan(sequence);
  await last.end("SIGKILL");

  const database = new DatabaseSync(join(folder, "feed.sqlite"));
  const keys = database
    .prepare("select secret from hour_keys")
    .all()
    .map(({ secret }) => Buffer.from(String(secret), "base64url"));
  const slots = database
    .prepare("select slot from reports")
    .all()
    .map(({ slot }) => String(slot));
  database.close();
  const kept = new Set(slots);
  const slotOf = (number: number, key: Buffer) =>
    createHmac("sha256", key)
      .update(`${prefixOf(number)}.0/24`)
      .digest()
      .subarray(0, 8)
      .toString("base64url");
  const lost = taken.filter((number) => !keys.some((key) => kept.has(slotOf(number, key))));
  expect(taken.length).toBeGreaterThan(LIVES * AT_ONCE);
  expect(lost).toEqual([]);
  expect(slots.length).toBe(kept.size);
  expect(slots.length).toBeLessThanOrEqual(sent.last);
}, 120_000);
