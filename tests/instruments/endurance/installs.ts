import http from "node:http";
import { setTimeout as wait } from "node:timers/promises";
import { sequenceAt } from "./feed-as-client.ts";
import { noReports, type ReportsSent, sendReport } from "./reports-sent.ts";

export type Installs = ReportsSent & { polls: number; silent: number };

/** An install asks for the feed, or reports, this often on average: a day of each in a few minutes. Milliseconds. */
const PAUSE = 2000;
const REPORTS_OF_POLLS = 0.5;

/** Browsers elsewhere that poll the feed as ours does and report now and then, until they are stopped. */
export function startInstalls(count: number, url: string, rootKey: string): { tally: Installs; stop(): Promise<void> } {
  const tally: Installs = { ...noReports(), polls: 0, silent: 0 };
  const agent = new http.Agent({ keepAlive: true, maxSockets: count });
  let going = true;

  async function live(): Promise<void> {
    let sequence = 0;
    while (going) {
      await wait(Math.random() * 2 * PAUSE);
      if (!going) return;
      if (Math.random() < REPORTS_OF_POLLS) await sendReport(url, agent, tally);
      const found = await sequenceAt(url, rootKey).catch(() => null);
      tally.polls++;
      if (found === null) tally.silent++;
      else if (typeof found === "string") tally.faults.push(`a feed was refused: ${found}`);
      else if (found < sequence) tally.faults.push(`the sequence went back from ${sequence} to ${found}`);
      else sequence = found;
    }
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
