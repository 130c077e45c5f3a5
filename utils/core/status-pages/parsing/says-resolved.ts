/** Says that the trouble is over: English, then German, Spanish and Portuguese and Italian, French, Dutch, Japanese and Chinese. */
const OVER = [
  /\b(?:issues?|incidents?|problems?|events?|outages?|disruptions?|degradation|interruption|errors?|this|it|fault|impact|latency)\b[^.;]{0,80}?\b(?:(?:has|have)(?: now| since)? been|is|are|was|were)(?: now| fully| completely| successfully)* (?:resolved|fixed|cleared)\b/,
  /\bwe(?: have|'ve|’ve)?(?: now| fully| successfully)* (?:resolved|fixed) (?:the|this|an?|all|it)\b/,
  /^(?:\W{0,4}(?:status|state)\W{1,4})?\W{0,3}(?:resolved|fixed|all clear|incident closed|behoben|gelöst|resuelto|solucionado|resolvido|résolu|risolto)\W*(?:$|[-–—:.!])/,
  /(?:störung|problem|vorfall|fehler|ausfall|beeinträchtigung)\S{0,4} (?:wurden?|ist|sind|konnten?)(?: \S{1,20}){0,4} (?:behoben|beseitigt|gelöst|beendet)(?!\p{L})/u,
  /(?:problema|incidente|incidencia|interrupci[óo]n|fallo|erro|incidência|falha|interrupção|disservizio)s?(?: \S{1,20}){0,3} (?:ha sido|han sido|fue|está|quedó|foi|foram|é stato|è stato)(?: \S{1,20}){0,2} (?:resuelt|solucionad|resolvid|corrigid|risolt|normalizad)[oa]s?(?!\p{L})/u,
  /(?:incident|problème|panne|dysfonctionnement)s?(?: \S{1,20}){0,2} (?:a été|ont été|est|sont)(?: \S{1,20}){0,2} (?:résolu|corrigé|rétabli|clos)e?s?(?!\p{L})/u,
  /(?:storing|probleem)(?: \S{1,20}){0,2} (?:is|zijn)(?: \S{1,20}){0,2} (?:opgelost|verholpen)(?!\p{L})/u,
  /(?:解消|解決|復旧|回復)(?:しました|しております|いたしました|済み|済)|(?:已|已经)(?:全部|完全)?(?:解决|恢复|修复)/,
];

/** Says that the service works. Together with words of watching it is not over yet. */
const WORKS = [
  /\b(?:services?|systems?|everything|platform|operations?|functionality|components|products)\b[^.;,]{0,40}\b(?:is|are|has|have)(?: now| been| fully| all)* (?:operating normally|operating as expected|operational(?: again)?|restored|returned to normal(?: levels| operations?)?|back to normal|fully recovered|recovered fully)(?!\p{L})/u,
  /(?:wieder (?:vollständig|normal|uneingeschränkt|wie gewohnt)|正常に(?:戻り|稼働して|ご利用)|恢复正常)/,
];

/** Before such words, in one clause: a hope, a condition, a part, a negation. */
const NOT_YET =
  /(?:\b(?:not|n't|n’t|never|once|until|till|when|if|will|should|would|could|expect\w*|to be|being|partial(?:ly)?|mostly|hop(?:e|ing)|believe|appears?|seems?|unless|nearly|almost|before|working (?:to|on)|trying|some|nicht|sobald|teilweise|wenn|bis|cuando|parcialmente|hasta|quando|até|dès que|lorsque|partiellement)\b|não|n’a pas|n'a pas|no ha|まだ|一部|尚未|部分)[^,;、，]{0,80}$/u;
/** The same where "some" is only about who was affected: "the issue affecting some users has been resolved". */
const AFFECTED_SOME = /\b(?:affect|impact|prevent|caus|for|where|with|in which)\w*(?: \S{1,20}){0,3} some\b/;

/** After such words: for a part of the people only. */
const FOR_SOME =
  /^[^.,;]{0,20}\bfor (?:some|most|many|the (?:vast )?majority|nearly|almost|a (?:subset|portion)|\d)|^ (?:in|on) (?:some|most)\b/;

/** What is said after it where not all is well. */
const STILL =
  /\bcurrently (?:experienc|see|investigat)|\bworking (?:to|on|towards?)\b|\bcontinu(?:e|es|ing) to process\b|\bstill (?:see|seeing|experienc|investigat|work|affect|impact|unavail|degraded|down|being|in progress)|\bremain(?:s|ing)? (?:affected|impacted|unavailable|degraded|impaired|down)|\bcontinu(?:e|es|ing) (?:to (?:see|experience|investigate|work|be|have)|(?:our|the|to) investigat)|\b(?:is|are) (?:still )?ongoing\b|\binvestigating (?:a|another|further)|weiterhin (?:beeinträchtigt|gestört)|todavía|aún|ainda|toujours|引き続き(?:調査|影響|対応)|仍/;
const WATCHING = /\bmonitor|\bwatching\b|überwach|beobacht|monitore|monitora|supervisa|surveill|監視|经过观察|经過観察|経過を?観察|监控/;
/** What vendors ask whoever still has trouble to do, after the end. */
const COURTESY = /^\W*(?:if|should|please|wenn|falls|sollten|si |se |caso )/;

const SENTENCE_END = /(?<=[.!?。！？])\s*(?=[^\s\d)])|\n/;

/** Judged: posts state their end at the beginning or after a few sentences. */
const MAX_LENGTH_READ = 4000;

/**
 * Whether a post states that the incident is over: the whole of it, now. "Once the issue is resolved", "resolved for most customers",
 * "resolved; some users still see errors" and "restored, we are monitoring" do not. The phrases are judged.
 */
export function saysResolved(post: string): boolean {
  const sentences = post.slice(0, MAX_LENGTH_READ).toLowerCase().split(SENTENCE_END);
  const isOver = sentences.findIndex((sentence) => states(sentence, OVER));
  const at = isOver >= 0 ? isOver : sentences.findIndex((sentence) => states(sentence, WORKS));
  if (at < 0) return false;
  const rest = sentences.slice(at);
  if (isOver < 0 && sentences.some((sentence) => WATCHING.test(sentence))) return false;
  // What works is only a part where something else does not, before or after.
  return !(isOver < 0 ? sentences : rest).some((sentence) => STILL.test(sentence) && !COURTESY.test(sentence));
}

function states(sentence: string, phrases: RegExp[]): boolean {
  return phrases.some((phrase) => {
    const match = phrase.exec(sentence);
    if (match === null) return false;
    const end = match.index + match[0].length;
    const before = sentence.slice(0, end);
    return (
      (!NOT_YET.test(before) || (AFFECTED_SOME.test(before) && !NOT_YET.test(before.replace(/ some\b/g, "")))) &&
      !FOR_SOME.test(sentence.slice(end))
    );
  });
}
