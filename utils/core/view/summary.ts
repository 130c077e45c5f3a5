import { evidenceSentence } from "./evidence-sentence.ts";
import { situationHeadline } from "./headline.ts";
import { moment } from "./moment.ts";
import { reasonsBeside } from "./reasons.ts";
import type { Situation } from "./situation.ts";
import { type Message, say } from "./translator.ts";

/** At most this many reasons are given; a help desk reads the first lines. Judged. */
const MAX_REASONS = 4;

/**
 * The situation as a few sentences to paste into a chat or a ticket, the most important first. They contain the site's name and what
 * the popup shows, and nothing else.
 */
export function summaryText(situation: Situation, siteName: string | null) {
  const { verdict, official, now } = situation;
  const lines: Message<SummaryKey>[] = [situationHeadline(situation, siteName)];
  if (verdict.since !== null) lines.push(say("summary.since", { since: moment(verdict.since, now) }));
  lines.push(
    ...reasonsBeside(situation, siteName)
      .slice(0, MAX_REASONS)
      .map((one) => evidenceSentence(one, now)),
  );
  const quoted = verdict.evidence.some(({ kind }) => kind === "incident" || kind === "official-silent");
  if (official !== null && !quoted) {
    const place = { provider: official.provider, region: null };
    if (official.state === "stated") lines.push(say("summary.official", { place, title: official.title }));
    if (official.state === "silent") lines.push(say("summary.silent", { place }));
  }
  return lines;
}

type SummaryKey =
  | ReturnType<typeof situationHeadline>["key"]
  | ReturnType<typeof evidenceSentence>["key"]
  | "summary.since"
  | "summary.official"
  | "summary.silent";
