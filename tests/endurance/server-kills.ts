import { createHmac } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import http from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { setTimeout as wait } from "node:timers/promises";
import { acceptFeed } from "../../utils/core/feed-envelope.ts";
import { FEED_PATH } from "../../utils/core/feed-paths.ts";
import { bucketStart, bucketText, REPORTS_PATH } from "../../utils/core/report.ts";
import { verifyFeed } from "../../utils/feed-verification.ts";
import { serverCommand, startListener } from "../bench/server/feed-server.ts";

export type ServerKills = {
  lives: number;
  sent: number;
  /** Reports answered 204, by their numbers. */
  answered: number[];
  kept: number;
  /** Of those answered, the ones that are not there. */
  lost: number[];
  twice: number;
  /** Anything else that must not be: a feed that a client would refuse, a number that goes back, an odd answer. */
  faults: string[];
};

const SENDERS = 48;
/** A life under load lasts at most this long, milliseconds. */
const LONGEST_LIFE = 500;
const SERVICES = ["netflix", "github", "discord", "reddit", "zoom", "slack", "spotify", "twitch"];

/** The sender of each report has a prefix of its own, by whose keyed hash it is found again. */
const prefixOf = (number: number) => `${20 + ((number >> 16) & 127)}.${(number >> 8) & 255}.${number & 255}`;

/**
 * Kills the server like a power cut, again and again, while people report; every life goes on with what the last one kept.
 * @param tell is told of each life
 */
export async function killServer(lives: number, tell: (line: string) => void): Promise<ServerKills> {
  const folder = mkdtempSync(join(tmpdir(), "not-just-me-kills-"));
  const tally: ServerKills = { lives, sent: 0, answered: [], kept: 0, lost: [], twice: 0, faults: [] };
  let sequence = 0;
  try {
    const sources = join(folder, "sources.json");
    writeFileSync(sources, "[]");
    const flags = [
      "--host",
      "127.0.0.1",
      "--port",
      "0",
      "--data",
      join(folder, "data"),
      "--sources",
      sources,
      "--proxies",
      "1",
      "--ranges",
      join(folder, "none"),
    ];
    for (let life = 1; life <= lives; life++) {
      const server = await startListener([...serverCommand(), ...flags, "--every", "0.2"], undefined, 2);
      const rootKey = server.lines[1]?.replace("root key ", "") ?? "";
      const found = await feedOf(server.url, rootKey);
      if (typeof found === "string") tally.faults.push(`life ${life}: ${found}`);
      else if (found < sequence) tally.faults.push(`life ${life}: the sequence went back from ${sequence} to ${found}`);
      else sequence = found;
      const agent = new http.Agent({ keepAlive: true, maxSockets: SENDERS });
      const end = Date.now() + Math.random() * LONGEST_LIFE;
      const senders = Array.from({ length: SENDERS }, () => report(server.url, agent, end + 2000, tally));
      await wait(Math.max(0, end - Date.now()));
      await server.kill();
      await Promise.all(senders);
      agent.destroy();
      if (life % 10 === 0) tell(`${life} lives: ${tally.answered.length} reports answered 204, ${tally.faults.length} faults`);
    }
    lookUp(join(folder, "data", "feed.sqlite"), tally);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return tally;
}

/** The sequence of the feed as a client would take it, or why it would not. */
async function feedOf(url: string, rootKey: string): Promise<number | string> {
  const reply = await fetch(`${url}${FEED_PATH}`);
  const opening = await verifyFeed(new Uint8Array(await reply.arrayBuffer()), [rootKey], Date.now());
  if (!opening.ok) return opening.reason;
  const accepted = acceptFeed(opening.feed, null, Date.now());
  return accepted.ok ? opening.feed.sequence : accepted.reason;
}

/** One person after another reports, until the server is gone. */
async function report(url: string, agent: http.Agent, until: number, tally: ServerKills): Promise<void> {
  while (Date.now() < until) {
    const number = tally.sent++;
    const body = JSON.stringify({
      v: 1,
      service: SERVICES[number % SERVICES.length],
      on: null,
      failure: "http.error",
      bucket: bucketText(bucketStart(Date.now())),
    });
    const status = await post(`${url}${REPORTS_PATH}`, agent, body, `${prefixOf(number)}.7`);
    if (status === null) return;
    if (status === 204) tally.answered.push(number);
    else tally.faults.push(`report ${number} was answered ${status}`);
  }
}

function post(url: string, agent: http.Agent, body: string, from: string): Promise<number | null> {
  return new Promise((resolve) => {
    const headers = { "content-type": "text/plain", "x-forwarded-for": from };
    const request = http.request(url, { method: "POST", agent, headers }, (reply) => {
      reply.resume();
      resolve(reply.statusCode ?? null);
    });
    request.on("error", () => resolve(null));
    request.end(body);
  });
}

/** Counts alone would not do: a report that was kept and not answered could hide one that was answered and lost. */
function lookUp(file: string, tally: ServerKills): void {
  const database = new DatabaseSync(file);
  const column = (query: string, name: string) =>
    database
      .prepare(query)
      .all()
      .map((row) => String(row[name]));
  const keys = column("select secret from hour_keys", "secret").map((secret) => Buffer.from(secret, "base64url"));
  const slots = column("select slot from reports", "slot");
  database.close();
  const kept = new Set(slots);
  const slotOf = (number: number, key: Buffer) =>
    createHmac("sha256", key)
      .update(`${prefixOf(number)}.0/24`)
      .digest()
      .subarray(0, 8)
      .toString("base64url");
  tally.kept = slots.length;
  tally.twice = slots.length - kept.size;
  tally.lost = tally.answered.filter((number) => !keys.some((key) => kept.has(slotOf(number, key))));
}
