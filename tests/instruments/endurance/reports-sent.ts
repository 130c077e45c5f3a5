import http from "node:http";
import { DatabaseSync } from "node:sqlite";
import { NEL_TYPES } from "../../../utils/core/net/failure.ts";
import { knownPlaces } from "../../../utils/core/providers/known-places.ts";
import { bucketStart, bucketText, REPORTS_PATH } from "../../../utils/core/reports/report.ts";

const SERVICES = ["netflix", "github", "discord", "reddit", "zoom", "slack", "spotify", "twitch"];
const PLACES = knownPlaces().map(({ provider, region }) => (region === null ? provider : `${provider}/${region}`));

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

/** The sender of each report has a prefix of its own. */
const prefixOf = (number: number) => `${20 + ((number >> 16) & 127)}.${(number >> 8) & 255}.${number & 255}`;

/**
 * What the report of this number says. No other says the same, up to 180,000 of them: that is how it is found again, because nobody can
 * tell whose a slot is.
 */
function contentOf(number: number): { service: string; on: string; failure: string } {
  const service = SERVICES[number % SERVICES.length] ?? "";
  const rest = Math.floor(number / SERVICES.length);
  const on = PLACES[rest % PLACES.length] ?? "";
  return { service, on, failure: NEL_TYPES[Math.floor(rest / PLACES.length) % NEL_TYPES.length] ?? "" };
}

/**
 * Sends one report.
 * @returns whether anybody answered
 */
export async function sendReport(url: string, agent: http.Agent, tally: ReportsSent): Promise<boolean> {
  const number = tally.sent++;
  const body = JSON.stringify({
    v: 1,
    ...contentOf(number),
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
 * answered and lost. Reports are erased after two hours, so a longer run has to look sooner.
 */
export function lookUp(file: string, tally: ReportsSent): void {
  const database = new DatabaseSync(file, { readOnly: true });
  const rows = database.prepare("select service, place, failure from reports").all();
  database.close();
  const kept = new Set(rows.map(({ service, place, failure }) => `${service} ${place} ${failure}`));
  tally.kept = rows.length;
  tally.twice = rows.length - kept.size;
  tally.lost = tally.answered.filter((number) => {
    const { service, on, failure } = contentOf(number);
    return !kept.has(`${service} ${on} ${failure}`);
  });
}
