import type { Incident } from "../../feed/feed.ts";
import { MAX_ADVICE, MAX_ADVICE_LENGTH } from "../../feed/limits.ts";
import { truncate } from "./plain-text.ts";

type Advice = Incident["advice"][number];

/** Sentences in which a vendor tells people what to do. */
const TELLS = [
  /\bwe (?:[a-z]{1,12} ){0,4}(?:recommend|suggest|advise|encourage)\b/i,
  /\b(?:customers|users|you|developers|admins|administrators) (?:can|should|may want to|might want to|could|are (?:advised|encouraged) to|may be able to)(?: also| still| instead)? (?:consider|try|use|access|retry|switch|clear|refresh|reload|restart|re-?launch|migrate|fail ?over|update|sign|log|deploy|choose|select|move|continue|run|work around|contact their|perform|disable|enable)\b/i,
  /^(?:so,? )?(?:please )?(?:try|retry|consider|refresh|reload|restart|clear|use|switch to|update (?:the|your|to)|re-?launch|choose|select)\b(?! [—–-])/i,
  /\bplease (?:try|retry|use|consider|refresh|reload|restart|clear|update|uninstall|switch|sign|log|quit|disable|enable)\b/i,
  /\b(?:as a|the|a possible|possible|one|temporary|recommended|current) workarounds?\b/i,
  /^workarounds?:/i,
  /\bin the meantime, (?:you|users|customers)\b/i,
  /\bto access [^.]{3,80}, try https?:/i,
  /\b(?:fastest|faster|quickest|best) (?:path|way) to (?:full )?(?:recovery|recover)\b/i,
];

/** Courtesies that look like advice. */
const EMPTY =
  /:$|^work ?arounds?:? ?(?:none|n\/a|no)\b|\bopen a (?:ticket|case)\b|\bconsult(?:ing)? with\b|\b(?:has|have|'ve|’ve) (?:been )?(?:now )?resolved\b|\bnone at this time\b|\bno (?:known )?work ?around|\bno action\b|\bthere is no\b|\bthank|\bpatien|\bapolog|\bsubscribe\b|\bfor (?:more|further|additional) (?:information|details|updates|assistance)\b|\bcontact (?:aws|our|the|us|customer|google|redis|microsoft)?\b.{0,40}\bsupport\b|\breach out to\b|\bfurther updates?\b|\bwe will (?:provide|share|post|update|continue)\b/i;

/** What only people who run systems can follow. */
const OPERATORS =
  /\b(?:region|regions|availability zones?|instances?|volumes?|workloads?|clusters?|api|apis|sdk|endpoints?|dns|cli|failover|fail over|failing away|migrate|disaster recovery|deploy|deployments?|traffic|backups?|snapshots?|tenants?|origins?|administrators?|admins|developers?|databases?|console)\b/i;

/**
 * The sentences that tell users or operators what to do.
 * @param posts lines of plain text by post, the newest post first
 * @param cloud whether the page speaks only to those who build on it: then all advice is for operators
 */
export function findAdvice(posts: string[][], cloud: boolean): Advice[] {
  const found = new Map<string, Advice>();
  for (const lines of posts) {
    for (const line of lines) {
      for (const sentence of sentencesOf(line)) {
        if (found.size >= MAX_ADVICE) return [...found.values()];
        if (sentence.length < 15 || EMPTY.test(sentence) || !TELLS.some((phrase) => phrase.test(sentence))) continue;
        const text = truncate(sentence, MAX_ADVICE_LENGTH);
        if (!found.has(text)) found.set(text, { for: cloud || OPERATORS.test(sentence) ? "operator" : "user", text });
      }
    }
  }
  return [...found.values()];
}

/** Sentences end at a full stop before a capital, so that addresses and numbers stay whole. */
function sentencesOf(line: string): string[] {
  return line
    .slice(0, 8000)
    .split(/(?<=[.!?])\s+(?=[\p{Lu}"'“‘(])/u)
    .map((sentence) => sentence.trim());
}
