/** Scripts with letters that look like Latin ones: "раssword" begins with two of Cyrillic. No vendor mixes them in one sentence. */
const LOOK_ALIKES = /[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}\p{Script=Cherokee}]/u;
const LATIN = /\p{Script=Latin}/u;
/** Letters whose accent is a part of them, and the letters that they look like. */
const STROKED: { [letter: string]: string } = { ı: "i", ł: "l", ø: "o", đ: "d" };
/**
 * Letters of phonetic and other rare alphabets that look like common ones, such as "ɑ" in "pɑssword". What remains without accents are
 * the letters of the languages that vendors write in.
 */
const RARE_LETTERS = /(?![a-zßæœðþ])\p{Script=Latin}/u;

/** URLs, host names, paths of a host, e-mail addresses and handles, IP addresses, "example dot com". */
const ADDRESS = [
  /:\/\//,
  /@/,
  /[\p{L}\p{N}]\.[\p{L}\p{N}-]*\p{L}[\p{L}\p{N}-]/u,
  /[a-z0-9] ?[。｡·•‧∙⋅・] ?[a-z0-9]|\.(?:com|net|org|io|app|dev|co)\b/,
  /\[\.\]|\(\.\)|\bdot (?:com|net|org|io|app|dev|co)\b/,
  /\bhttps?:|\bwww\b/,
  /\d{1,3}\.\d{1,3}\.\d{1,3}\.\d{1,3}/,
  /::|[0-9a-f]{1,4}(?::[0-9a-f]{1,4}){3}/,
];
const HYPHENS = /[\u2010-\u2015\u2212]/g;
const DATE = /\b\d{4}-\d\d-\d\d\b/g;
/** Seven digits or more, grouped as telephone numbers are. */
const TELEPHONE = /\d(?:[ ()./+-]{0,3}\d){6}/;

/** Requests to sign in or to prove something. Accents are removed before. */
const SIGN_IN = [
  /\b(?:sign|log)(?:ging|ged|ing|ed)?[ -]?(?:(?:back|again|you|yourself|yourselves|them|themselves) ){0,2}(?:in|on|into|onto|out|off)\b/,
  /\blog-?ins?\b|\bauthenticat|\bre-?auth|\bunlock/,
  /\bverif(?:y|ies|ied|ying|ication)\b|\bconfirm(?:ing)? (?:your|the|their|an?)\b|\bvalidat(?:e|ing) (?:your|their)\b|\bidentity\b/,
];

/** What only the person knows. */
const SECRETS = [
  /\bpass[ -]?(?:word|code|phrase|key)s?\b|\bpins?\b|\bcredentials?\b|\botps?\b|\bmfa\b|\b2fa\b|\bseed\b|\bqr\b|\bcv[vc]\b|\bssn\b/,
  /\b(?:security|access|verification|one[ -]?time|2fa|sms|backup|recovery|digit|a|the|this|your) ?codes?\b/,
  /\b(?:secret|private|recovery|api) (?:key|phrase|word|token)s?\b/,
  /\b(?:enter|provide|submit|share|give|send|supply)(?:ing)? (?:us |them )?(?:your|their)\b/,
];

const MONEY = [
  /\bpay(?:s|ing|ments?|pal)?\b|\bbilling\b|\binvoices?\b|\bfees?\b|\brefund|\bpurchas|\bbuy(?:ing)?\b|\bdeposit|\bremit/,
  /\btransfer(?:s|ring|red)?\b|\bmoney\b|\bfunds\b|\bwallets?\b|\bbitcoin\b|\bcrypto ?(?:currency)?\b|\biban\b|\bbank\b|\bwire\b/,
  /\b(?:credit|debit|gift|bank|payment|your|the|a) ?cards?\b|\bcard (?:number|detail)s?\b/,
];

/** "Retry the API call" asks nobody to telephone. */
const TELEPHONING = [
  /(?<!\b(?:api|apis|function|method|service|system|http|rest|sdk|cli) )\bcall(?:ing)?\b/,
  /\b(?:tele)?phone\b|\bdial\b|\bring us\b|\bhot-?line\b|\btoll[ -]free\b|\bwhats ?app\b|\btelegram\b|\btext us\b|\bsms\b/,
];

/** The commonest of the same in Spanish, Portuguese, French, German and Japanese. */
const OTHER_LANGUAGES = [
  /\binici(?:e|ar|a|ando) sesion\b|\bcontrasenas?\b|\bclaves?\b|\bverifi(?:que|car|ca)\b|\bcodigos?\b/,
  /\bpag(?:ue|ar|o|os)\b|\btarjetas?\b|\bllam(?:e|ar|a|enos)\b|\btransfer(?:ir|encia|encias|ira)\b/,
  /\bsenhas?\b|\bfaca login\b|\bentr(?:e|ar) na (?:sua )?conta\b|\bcarta(?:o|oes)\b|\bcartoes\b|\bligue\b|\bligar para\b|\bpagamentos?\b/,
  /\bmots? de passe\b|\bconnect(?:ez|er)\b|\bidentifi(?:ez|er|ants?)\b|\bpay(?:ez|er)\b|\bpaiements?\b|\bcartes?\b/,
  /\bappel(?:ez|er)\b|\bvirements?\b|\btelephon/,
  /\bpasswort|\bkennwort|\banmeld|\bmelden sie sich\b|\beinlog|\bloggen sie\b|\bzahl(?:en|ung|ungen)\b|\bbezahl|\buberweis/,
  /\bkarten?\b|\brufen sie\b|\banruf|\bbestatig/,
  /パスワード|ログイン|サインイン|暗証|認証|支払|振込|振り込|カード|電話|コード/,
];

const REQUESTS = [...SIGN_IN, ...SECRETS, ...MONEY, ...TELEPHONING, ...OTHER_LANGUAGES];

/**
 * Whether a vendor's sentence may be shown as advice. A status page can be taken over, and its words would be shown as the provider's own:
 * so none with an address or a telephone number, and none that asks to sign in, verify, pay, transfer or call, or for a password, a code or
 * a card. The words are judged; advice that is lost by them is worth less than one person who follows a thief.
 */
export function isHarmlessAdvice(sentence: string): boolean {
  const text = sentence.normalize("NFKC").replace(HYPHENS, "-").replaceAll("_", " ").toLowerCase();
  if (LOOK_ALIKES.test(text) && LATIN.test(text)) return false;
  if (TELEPHONE.test(text.replace(DATE, "")) || ADDRESS.some((form) => form.test(text))) return false;
  const withoutAccents = text
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "")
    .replace(/[ıłøđ]/g, (letter) => STROKED[letter] ?? "");
  if (RARE_LETTERS.test(withoutAccents)) return false;
  return !REQUESTS.some((request) => request.test(withoutAccents) || request.test(text));
}
