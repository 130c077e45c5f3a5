import { indexNames, type NameIndex, namesIn } from "./names-in-text.ts";

/** Two letters in use as ISO country codes lie between these. */
const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
/** Names that are also a state, a person, a word ("Island" is German for Iceland) or a part of another name. */
const AMBIGUOUS: ReadonlySet<string> = new Set(
  "Georgia,Jordan,Chad,Guinea,Jersey,World,Island,Réunion,Man,Welt,Monde,Mundo,Georgien,Guinée".split(","),
);
/** Unions and outlying areas that the engine names too, and that no country code of a feed stands for. */
const NO_COUNTRIES: ReadonlySet<string> = new Set(["EU", "EZ", "UN", "ZZ", "QO"]);
/** Languages that status pages are written in. */
const LANGUAGES = ["en", "de", "es", "pt", "fr", "ja", "zh"];
/** What people write and the engine does not. */
const OTHER_NAMES =
  "USA:US,U.S.:US,UK:GB,U.K.:GB,Great Britain:GB,England:GB,Scotland:GB,Northern Ireland:GB,UAE:AE,KSA:SA,Turkey:TR,Hong Kong:HK,Macau:MO,Czech Republic:CZ,Holland:NL,Korea:KR";

// Made on the first call, from the names that the engine itself knows.
let names: NameIndex | undefined;

function nameCountries(): NameIndex {
  const names = new Map<string, string>();
  const found: string[] = [];
  for (const language of LANGUAGES) {
    const engine = new Intl.DisplayNames(language, { type: "region", fallback: "none" });
    for (const code of found.length > 0 ? found : allCodes()) {
      const name = engine.of(code);
      if (name === undefined) continue;
      if (language === LANGUAGES[0]) found.push(code);
      if (!AMBIGUOUS.has(name) && !names.has(name)) names.set(name, code);
    }
  }
  for (const line of OTHER_NAMES.split(",")) names.set(line.split(":")[0] ?? "", line.split(":")[1] ?? "");
  return indexNames(names);
}

/** Two letters each. The engine also knows codes that are gone: DD is another name of DE. */
function allCodes(): string[] {
  const codes = Array.from(LETTERS).flatMap((first) => Array.from(LETTERS, (second) => first + second));
  return codes.filter((code) => !NO_COUNTRIES.has(code) && Intl.getCanonicalLocales(`und-${code}`)[0] === `und-${code}`);
}

/**
 * The countries that a text names, as ISO codes, in the text's order. Vendors name the country of a regional incident in its title
 * ("Network issues in Russia").
 */
export function countriesIn(text: string): string[] {
  names ??= nameCountries();
  // "New Mexico" is no country.
  const named = [...namesIn(text, names)].filter(({ at }) => !text.slice(0, at).endsWith("New "));
  return [...new Set(named.map(({ stands }) => stands))];
}
