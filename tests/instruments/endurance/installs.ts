import http from "node:http";
import { setTimeout as wait } from "node:timers/promises";
import { FEED_PATH } from "../../../utils/core/feed/paths.ts";
import { sequenceOf } from "./feed-as-client.ts";
import { noReports, type ReportsSent, sendReport } from "./reports-sent.ts";

export type Installs = ReportsSent & { polls: number; unchanged: number; silent: number };

/** An install asks for the feed, or reports, this often on average: a day of each in a few minutes. Milliseconds. */
const PAUSE = 2000;
const REPORTS_OF_POLLS = 0.5;

/** Browsers elsewhere that poll the feed as ours does and report now and then, until they are stopped. */
export function startInstalls(count: number, url: string, rootKey: string): { tally: Installs; stop(): Promise<void> } {
  const tally: Installs = { ...noReports(), polls: 0, unchanged: 0, silent: 0 };
  const agent = new http.Agent({ keepAlive: true, maxSockets: count });
  let going = true;

  async function live(): Promise<void> {
    let etag: string | null = null;
    let sequence = 0;
    while (going) {
      await wait(Math.random() * 2 * PAUSE);
      if (!going) return;
      if (Math.random() < REPORTS_OF_POLLS) await sendReport(url, agent, tally);
      const reply = await ask(etag);
      tally.polls++;
      if (reply === null) tally.silent++;
      else if (reply.status === 304) tally.unchanged++;
      else {
        etag = reply.etag;
        sequence = await check(reply.body, sequence);
      }
    }
  }

  async function ask(etag: string | null): Promise<{ status: number; etag: string | null; body: Uint8Array } | null> {
    try {
      const reply = await fetch(url + FEED_PATH, { headers: etag === null ? {} : { "if-none-match": etag } });
      return { status: reply.status, etag: reply.headers.get("etag"), body: new Uint8Array(await reply.arrayBuffer()) };
    } catch {
      return null;
    }
  }

  async function check(feed: Uint8Array, last: number): Promise<number> {
    const found = await sequenceOf(feed, rootKey);
    if (typeof found === "string") tally.faults.push(`a feed was refused: ${found}`);
    else if (found < last) tally.faults.push(`the sequence went back from ${last} to ${found}`);
    return typeof found === "string" ? last : Math.max(last, found);
  }

  const lives = Array.from({ length: count }, live);
  return {
    tally,
    async stop() {
      going = false;
      await Promise.all(lives);
      agent.destroy();
    },
  };
}
