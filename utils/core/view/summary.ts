import { evidenceSentence } from "./evidence-sentence.ts";
import { situationHeadline } from "./headline.ts";
import { moment } from "./moment.ts";
import type { Situation } from "./situation.ts";
import { type Message, say } from "./translator.ts";

/** Reasons quoted; a help desk reads the first lines. */
const REASONS = 4;

/**
 * The situation as a few sentences to paste into a chat or a ticket, in the order a stranger needs them. Nothing in it but
 * the site's name and what the popup shows.
 */
export function summaryText(situation: Situation, siteName: string | null) {
  const { verdict, official, now } = situation;
  const lines: Message<ReportKey>[] = [situationHeadline(situation, siteName)];
  if (verdict.since !== null) lines.push(say("report.since", { since: moment(verdict.since, now) }));
  lines.push(...verdict.evidence.slice(0, REASONS).map((one) => evidenceSentence(one, now)));
  const quoted = verdict.evidence.some(({ kind }) => kind === "incident" || kind === "official-silent");
  if (official !== null && !quoted) {
    const place = { provider: official.provider, region: null };
    if (official.state === "spoken") lines.push(say("report.official", { place, title: official.title }));
    if (official.state === "silent") lines.push(say("report.silent", { place }));
  }
  return lines;
}

type ReportKey =
  | ReturnType<typeof situationHeadline>["key"]
  | ReturnType<typeof evidenceSentence>["key"]
  | "report.since"
  | "report.official"
  | "report.silent";
