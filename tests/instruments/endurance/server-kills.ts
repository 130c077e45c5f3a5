import { mkdtempSync, rmSync } from "node:fs";
import http from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { sequenceAt } from "./feed-as-client.ts";
import { databaseOf, startLife } from "./feed-server-lives.ts";
import { lookUp, noReports, type ReportsSent, sendReport } from "./reports-sent.ts";

/** Faults: a feed that a client would refuse, a number that goes back, an odd answer. */
export type ServerKills = ReportsSent & { lives: number };

const SENDERS = 48;
/** A server is killed at a random moment after at most this many answered reports; on a slow machine, after this many milliseconds. */
const MAX_ANSWERS = 400;
const LONGEST_LIFE = 10_000;

/**
 * Kills the server like a power cut, again and again, while people report; every life goes on with what the last one kept.
 * @param tell gets a line about each kill
 */
export async function killServer(lives: number, tell: (line: string) => void): Promise<ServerKills> {
  const folder = mkdtempSync(join(tmpdir(), "not-just-me-kills-"));
  const tally: ServerKills = { ...noReports(), lives };
  let sequence = 0;
  try {
    for (let life = 1; life <= lives; life++) {
      const server = await startLife(folder, 0, 0.2);
      const look = async () => {
        const found = await sequenceAt(server.url, server.rootKey);
        if (typeof found === "string") tally.faults.push(`life ${life}: ${found}`);
        else if (found < sequence) tally.faults.push(`life ${life}: the sequence went back from ${sequence} to ${found}`);
        else sequence = found;
      };
      await look();
      const agent = new http.Agent({ keepAlive: true, maxSockets: SENDERS });
      const enough = tally.answered.length + Math.random() * MAX_ANSWERS;
      const end = Date.now() + LONGEST_LIFE;
      const senders = Array.from({ length: SENDERS }, () => reportUntilGone(server.url, agent, tally));
      while (tally.answered.length < enough && Date.now() < end) await wait(1);
      // What was published meanwhile binds the next life too.
      await look();
      await wait(Math.random() * 20);
      await server.kill();
      await Promise.all(senders);
      agent.destroy();
      if (life % 10 === 0) tell(`${life} lives: ${tally.answered.length} reports answered 204, ${tally.faults.length} faults`);
    }
    lookUp(databaseOf(folder), tally);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return tally;
}

/** One person after another reports, until the server is gone. */
async function reportUntilGone(url: string, agent: http.Agent, tally: ReportsSent): Promise<void> {
  while (await sendReport(url, agent, tally));
}
