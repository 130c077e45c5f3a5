import type { Incident } from "../../feed/incident.ts";
import { MAX_ADVICE, MAX_ADVICE_LENGTH } from "../../feed/limits.ts";
import { isHarmlessAdvice } from "./harmless-advice.ts";
import { truncate } from "./plain-text.ts";

type Advice = Incident["advice"][number];

/** Sentences in which a vendor advises people what to do. */
const ADVISING = [
  /\bwe (?:[a-z]{1,12} ){0,4}(?:recommend|suggest|advise|encourage)\b/i,
  /\b(?:customers|users|you|developers|admins|administrators) (?:can|should|may want to|might want to|could|are (?:advised|encouraged) to|may be able to)(?: also| still| instead)? (?:consider|try|use|access|retry|switch|clear|refresh|reload|restart|re-?launch|migrate|fail ?over|update|sign|log|deploy|choose|select|move|continue|run|work around|contact their|perform|disable|enable)\b/i,
  /^(?:so,? )?(?:please )?(?:try|retry|consider|refresh|reload|restart|clear|use|switch to|update (?:the|your|to)|re-?launch|choose|select)\b(?! [—–-])/i,
  /\bplease (?:try|retry|use|consider|refresh|reload|restart|clear|update|uninstall|switch|sign|log|quit|disable|enable)\b/i,
  /\b(?:as a|the|a possible|possible|one|temporary|recommended|current) workarounds?\b/i,
  /^workarounds?:/i,
  /\bin the meantime, (?:you|users|customers)\b/i,
  /\b(?:fastest|faster|quickest|best) (?:path|way) to (?:full )?(?:recovery|recover)\b/i,
];

/** Sentences that look like advice and contain none: courtesies, promises, "none at this time". */
const WITHOUT_ADVICE =
  /:$|^work ?arounds?:? ?(?:none|n\/a|no)\b|\bopen a (?:ticket|case)\b|\bconsult(?:ing)? with\b|\b(?:has|have|'ve|’ve) (?:been )?(?:now )?resolved\b|\bnone at this time\b|\bno (?:known )?work ?around|\bno action\b|\bthere is no\b|\bthank|\bpatien|\bapolog|\bsubscribe\b|\bfor (?:more|further|additional) (?:information|details|updates|assistance)\b|\bcontact (?:aws|our|the|us|customer|google|redis|microsoft)?\b.{0,40}\bsupport\b|\breach out to\b|\bfurther updates?\b|\bwe will (?:provide|share|post|update|continue)\b/i;

/** Words of advice that only people who operate systems can follow. */
const OPERATORS =
  /\b(?:region|regions|availability zones?|instances?|volumes?|workloads?|clusters?|api|apis|sdk|endpoints?|dns|cli|failover|fail over|failing away|migrate|disaster recovery|deploy|deployments?|traffic|backups?|snapshots?|tenants?|origins?|administrators?|admins|developers?|databases?|console)\b/i;

/**
 * Finds the sentences that advise users or operators what to do and are harmless (`harmless-advice.ts`): the first of the newest posts,
 * each once, up to the feed's limit.
 * The phrases are judged.
 * @param posts each post as lines of plain text, the newest post first
 * @param forOperators whether all readers of the page are operators, as on a cloud's page
 */
export function findAdvice(posts: string[][], forOperators: boolean): Advice[] {
  const found = new Map<string, Advice>();
  for (const lines of posts) {
    for (const line of lines) {
      for (const sentence of sentencesOf(line)) {
        if (found.size >= MAX_ADVICE) return [...found.values()];
        if (sentence.length < 15 || WITHOUT_ADVICE.test(sentence) || !ADVISING.some((phrase) => phrase.test(sentence))) continue;
        if (!isHarmlessAdvice(sentence)) continue;
        const text = truncate(sentence, MAX_ADVICE_LENGTH);
        if (!found.has(text)) found.set(text, { for: forOperators || OPERATORS.test(sentence) ? "operator" : "user", text });
      }
    }
  }
  return [...found.values()];
}

/** Splits after a full stop before a capital letter, so that URLs and numbers stay whole. */
function sentencesOf(line: string): string[] {
  return line
    .slice(0, 8000)
    .split(/(?<=[.!?])\s+(?=[\p{Lu}"'“‘(])/u)
    .map((sentence) => sentence.trim());
}
