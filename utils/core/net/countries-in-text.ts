/** Two letters in use as ISO country codes lie between these. */
const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
/** Names that are also a state, a person or a bird. */
const AMBIGUOUS: ReadonlySet<string> = new Set(["Georgia", "Jordan", "Chad", "Guinea", "Jersey", "Turkey", "World"]);

/** A feed has some dozens of titles, and each is read again at every evaluation. Judged. */
const MAX_READ = 200;
const read = new Map<string, string[]>();

// Made on the first call, from the names that the engine itself knows.
let countries: { name: RegExp; code: string }[] | undefined;

function nameCountries(): { name: RegExp; code: string }[] {
  const names = new Intl.DisplayNames("en", { type: "region", fallback: "none" });
  const found: { name: RegExp; code: string }[] = [];
  for (const first of LETTERS) {
    for (const second of LETTERS) {
      const code = first + second;
      const name = names.of(code);
      // The engine also names unions and outlying areas that no country code of a feed stands for.
      if (name !== undefined && !AMBIGUOUS.has(name) && !["EU", "EZ", "UN", "ZZ", "QO"].includes(code))
        found.push({ name: new RegExp(`\\b${name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}\\b`), code });
    }
  }
  return found;
}

/**
 * The countries that an English text names in full, as ISO codes. Vendors name the country of a regional incident in its title
 * ("Network issues in Russia").
 */
export function countriesIn(text: string): string[] {
  const known = read.get(text);
  if (known !== undefined) return known;
  countries ??= nameCountries();
  const found = countries.filter(({ name }) => name.test(text)).map(({ code }) => code);
  if (read.size >= MAX_READ) read.clear();
  read.set(text, found);
  return found;
}
