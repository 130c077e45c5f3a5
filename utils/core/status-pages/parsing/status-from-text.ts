import { plainText, textLines } from "./plain-text.ts";
import { saysResolved } from "./says-resolved.ts";
import type { BegunStage, OpenStatus } from "./stage.ts";

/**
 * A fix is deployed and the vendor monitors the result. "Closely monitoring traffic while continuing our investigation" (Azure, July 2026)
 * is still an investigation.
 */
const MONITORING = [
  /\bmonitoring (?:the |our |this |for |to )?(?:results?|recovery|stability|fix|ensure|confirm|service|services|situation|closely)\b/,
  /\b(?:fix|mitigation|change|patch|workaround|update|rollback) (?:has been|have been|was|is now|is) (?:fully |successfully )?(?:deployed|implemented|applied|rolled out|completed?|in place)\b/,
  /\bwe(?: have|'ve|’ve)? (?:fully |successfully |now )?(?:deployed|implemented|applied|rolled out|completed) (?:a|the|our|this) (?:fix|mitigation|change|patch|rollback)\b/,
  /\b(?:has|have) been (?:fully |successfully )?mitigated\b/,
  /\bcontinu(?:e|ing) to monitor\b/,
  /\b(?:überwachen|beobachten) (?:die|den|das|weiter)|\b(?:monitoreando|supervisando|monitorando)\b|\bsurveill(?:ons|ance)|監視|経過を?観察|(?:正在|持续)监控/,
];

/** The cause is known. */
const IDENTIFIED = [
  /\b(?:have|has|been|we|was|were|'ve|’ve|is)(?: now| already)? identified\b/,
  /^identified\b/,
  /\b(?:found|confirmed|determined|understand|isolated) (?:the|that|a|an) [a-z ]{0,30}(?:cause|source|trigger|issue|change|why)\b/,
  /\bas the (?:trigger|cause|root cause|source)\b/,
  /\b(?:working on|developing|implementing|preparing|deploying|testing|rolling out) (?:a|the) (?:fix|mitigation|patch|rollback)\b/,
  /\broll(?:ing|ed) back\b/,
  /\b(?:is|was) (?:caused by|due to)\b/,
  /\bwe can confirm\b|\blocalized power issue\b|\bloss of power\b|\bsuffered damage\b/,
  /\bursache\b.{0,40}\b(?:gefunden|identifiziert|erkannt)|\b(?:identificad[oa]|identificamos|identifié)|原因を?(?:特定|確認)|已定位/,
];

/** The same words in German, Spanish, Portuguese, French, Japanese and Chinese stand at the end of each list. */
const INVESTIGATING = /\binvestigat(?:e|es|ed|ing|ion)\b|\b(?:untersuch|investigando|investigamos|enquête|analisando)|調査|调查/;

/** Judged: posts state their status at the beginning. */
const MAX_LENGTH_READ = 8000;

/**
 * Derives the status of an open incident from the vendor's posts, for formats that have no field for it. The phrases
 * are judged.
 * @param posts with their markup, the newest first: the newest post that states a status decides
 */
export function statusFromText(posts: string[]): OpenStatus {
  for (const post of posts) {
    const text = plainText(post, MAX_LENGTH_READ).toLowerCase();
    if (matchesAny(text, MONITORING) && !/\bcontinu(?:e|ing) (?:our|to|the) investigat/.test(text)) return "monitoring";
    if (matchesAny(text, IDENTIFIED) && !/\bnot (?:yet )?(?:been )?identified\b/.test(text)) return "identified";
    if (INVESTIGATING.test(text)) return "investigating";
  }
  return "investigating";
}

/**
 * Derives the status of an incident whose vendor states none that is known: the newest post can also state the end.
 * @param posts with their markup, the newest first
 */
export function stageFromText(posts: string[]): BegunStage {
  const newest = posts.find((post) => post.trim() !== "") ?? "";
  return saysResolved(textLines(newest).join("\n")) ? "resolved" : statusFromText(posts);
}

function matchesAny(text: string, phrases: RegExp[]): boolean {
  return phrases.some((phrase) => phrase.test(text));
}
