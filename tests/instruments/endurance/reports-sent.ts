import { createHmac } from "node:crypto";
import http from "node:http";
import { DatabaseSync } from "node:sqlite";
import { bucketStart, bucketText, REPORTS_PATH } from "../../../utils/core/reports/report.ts";

const SERVICES = ["netflix", "github", "discord", "reddit", "zoom", "slack", "spotify", "twitch"];

/** Reports, by their numbers, and what became of them. */
export type ReportsSent = {
  sent: number;
  answered: number[];
  kept: number;
  /** Of those answered, the ones that are not there. */
  lost: number[];
  twice: number;
  /** Answers that nobody may get. */
  faults: string[];
};

export function noReports(): ReportsSent {
  return { sent: 0, answered: [], kept: 0, lost: [], twice: 0, faults: [] };
}

/** The sender of each report has a prefix of its own, by whose keyed hash it is found again. */
const prefixOf = (number: number) => `${20 + ((number >> 16) & 127)}.${(number >> 8) & 255}.${number & 255}`;

/**
 * Sends one report.
 * @returns whether anybody answered
 */
export async function sendReport(url: string, agent: http.Agent, tally: ReportsSent): Promise<boolean> {
  const number = tally.sent++;
  const body = JSON.stringify({
    v: 1,
    service: SERVICES[number % SERVICES.length],
    on: null,
    failure: "http.error",
    bucket: bucketText(bucketStart(Date.now())),
  });
  const status = await post(`${url}${REPORTS_PATH}`, agent, body, `${prefixOf(number)}.7`);
  if (status === 204) tally.answered.push(number);
  else if (status !== null) tally.faults.push(`report ${number} was answered ${status}`);
  return status !== null;
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

/**
 * Looks every answered report up. Counts alone would not do: a report that was kept and not answered could hide one that was
 * answered and lost. Reports leave with their hour's key after two hours, so a longer run has to look sooner.
 */
export function lookUp(file: string, tally: ReportsSent): void {
  const database = new DatabaseSync(file, { readOnly: true });
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
