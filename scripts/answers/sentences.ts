import type { DownAnswer } from "./down.ts";
import type { KnownOutage } from "./known-outage.ts";
import type { FeedState } from "./read-feed.ts";
import { ago, clock } from "./times.ts";

/* English sentences that the command line and the MCP server share. */

const STATUS: { [status in KnownOutage["status"]]: string } = {
  possible: "not confirmed",
  investigating: "being investigated",
  identified: "the cause is known",
  monitoring: "mended, being watched",
  resolved: "over",
};

/** "major, being investigated, since 14:05 UTC (52 minutes ago)". @param now milliseconds of the epoch */
export function outageFacts({ severity, status, started, resolved, areas }: KnownOutage, now: number): string {
  const where = areas.length === 0 ? "" : `, only in ${areas.join(", ")}`;
  const times = resolved === null ? `since ${clock(started, now)} (${ago(started, now)})` : `ended ${clock(resolved, now)}`;
  return severity === "maintenance" ? `planned work, ${times}${where}` : `${severity}, ${STATUS[status]}, ${times}${where}`;
}

/** Who says so, one sentence each, without the words of the source. */
export function witnesses({ saidBy, official, reports, measured, name }: KnownOutage, now: number): string[] {
  return [
    ...(official === null ? [] : [`Said officially ${ago(official.acknowledged, now)}.`]),
    ...(reports === null ? [] : [`${people(reports.reporters)} on ${networks(reports.networks)} report it.`]),
    ...(measured === null ? [] : [`Measured: fails from ${measured.fail.join(", ")}${answering(measured.answer)}.`]),
    ...(saidBy.includes("official") ? [] : [`No official word of ${name} yet.`]),
  ];
}

function answering(vantages: readonly string[]): string {
  return vantages.length === 0 ? "" : `; answers from ${vantages.join(", ")}`;
}

const number = (count: number) => count.toLocaleString("en");
const people = (count: number) => (count === 1 ? "One person" : `${number(count)} people`);
const networks = (count: number) => (count === 1 ? "one network" : `${number(count)} networks`);

/** That an outage of a platform is known to hit the service that is asked about; nothing where it is the service's own. */
export function hitSentence({ affects }: KnownOutage, { name, service }: DownAnswer["subject"]): string[] {
  return service !== null && affects.includes(service) ? [`It is known to hit ${name}.`] : [];
}

/** What is known besides outages: reports, measurements, and whether silence means anything. */
export function surroundings({ subject, known, reports, measured, statusPage }: DownAnswer, now: number): string[] {
  const said: string[] = [];
  if (reports !== null) {
    const who = reports.reporters === null ? "People" : people(reports.reporters);
    said.push(
      reports.state === "elevated"
        ? `${who} report trouble, far more than usual.`
        : `${who} report trouble; that is not yet out of the usual.`,
    );
  }
  if (measured !== null) said.push(`Measured: fails from ${measured.fail.join(", ")}, ${measured.fail.length} of ${measured.of} places.`);
  if (subject.kind === "host" && subject.service === null && subject.place === null)
    said.push("It belongs to no service and to no provider that is known here, so no outage of it could be known.");
  else if (known === "nothing") said.push(pageSentence(statusPage, now));
  return said;
}

function pageSentence({ state, checked }: DownAnswer["statusPage"], now: number): string {
  if (state === "read") return `Its status page was read ${checked === null ? "" : ago(checked, now)}.`;
  if (state === "unread") return "No status page of it is read.";
  return checked === null
    ? "Its status page could not be read: its silence means nothing."
    : `Its status page could not be read since ${clock(checked, now)}: its silence means nothing.`;
}

/** How current the answer is, and why the mirrors gave nothing better. */
export function feedSentence({ state, issued, reasons }: FeedState, now: number): string {
  const why = reasons.length === 0 ? "" : ` (${reasons.join("; ")})`;
  if (issued === null) return `No feed could be read${why}.`;
  const age = `${clock(issued, now)}, ${ago(issued, now)}`;
  if (state === "fresh") return `As of ${age}.`;
  if (state === "kept") return `As of ${age}: no mirror gave anything newer${why}.`;
  return `The last good copy is of ${age}, and has expired: it is no evidence${why}.`;
}
