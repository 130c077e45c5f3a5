import type { IncidentStatus } from "../../feed/feed.ts";
import { plainText } from "./plain-text.ts";

export type OpenStatus = Extract<IncidentStatus, "investigating" | "identified" | "monitoring">;

/** The fix is in and they watch. "Closely monitoring traffic while continuing our investigation" (Azure, July 2026) is not that. */
const WATCHING = [
  /\bmonitoring (?:the |our |this |for |to )?(?:results?|recovery|stability|fix|ensure|confirm|service|services|situation|closely)\b/,
  /\b(?:fix|mitigation|change|patch|workaround|update|rollback) (?:has been|have been|was|is now|is) (?:fully |successfully )?(?:deployed|implemented|applied|rolled out|completed?|in place)\b/,
  /\bwe(?: have|'ve|’ve)? (?:fully |successfully |now )?(?:deployed|implemented|applied|rolled out|completed) (?:a|the|our|this) (?:fix|mitigation|change|patch|rollback)\b/,
  /\b(?:has|have) been (?:fully |successfully )?mitigated\b/,
  /\bcontinu(?:e|ing) to monitor\b/,
];

/** The cause is known. */
const KNOWN = [
  /\b(?:have|has|been|we|was|were|'ve|’ve|is)(?: now| already)? identified\b/,
  /^identified\b/,
  /\b(?:found|confirmed|determined|understand|isolated) (?:the|that|a|an) [a-z ]{0,30}(?:cause|source|trigger|issue|change|why)\b/,
  /\bas the (?:trigger|cause|root cause|source)\b/,
  /\b(?:working on|developing|implementing|preparing|deploying|testing|rolling out) (?:a|the) (?:fix|mitigation|patch|rollback)\b/,
  /\broll(?:ing|ed) back\b/,
  /\b(?:is|was) (?:caused by|due to)\b/,
  /\bwe can confirm\b|\blocalized power issue\b|\bloss of power\b|\bsuffered damage\b/,
];

const OVER = [
  /\b(?:issue|incident|problem|event|outage|disruption|this) (?:has been|have been|is|was|is now|is fully) (?:now |fully )?(?:resolved|fixed|mitigated and resolved)\b/,
  /\bservices? (?:is|are) (?:now )?operating normally\b/,
  /\bwe(?: have|'ve|’ve)? (?:now |fully |successfully )?resolved\b/,
];

/** What matters stands at the beginning. */
const CHARACTERS_READ = 8000;

/**
 * How far an open incident has come, from what the vendor wrote, where the format has no word for it.
 * @param posts as the vendor wrote them, markup and all, the newest first: the newest that tells decides
 */
export function statusFromText(posts: string[]): OpenStatus {
  for (const post of posts) {
    const text = plainText(post, CHARACTERS_READ).toLowerCase();
    if (says(text, WATCHING) && !/\bcontinu(?:e|ing) (?:our|to|the) investigat/.test(text)) return "monitoring";
    if (says(text, KNOWN) && !/\bnot (?:yet )?(?:been )?identified\b/.test(text)) return "identified";
    if (/\binvestigat(?:e|es|ed|ing|ion)\b/.test(text)) return "investigating";
  }
  return "investigating";
}

/** Whether a post says that it is over. */
export function saysResolved(post: string): boolean {
  return says(post.toLowerCase(), OVER);
}

function says(text: string, phrases: RegExp[]): boolean {
  return phrases.some((phrase) => phrase.test(text));
}
