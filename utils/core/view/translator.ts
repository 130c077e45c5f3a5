import type { Vantage } from "../feed/views.ts";
import type { Place } from "../providers/place.ts";
import { placeName, regionName } from "../providers/place-name.ts";
import { DAY, HOUR, MINUTE, SECOND } from "../time.ts";

/** A message of `locales/` with the values for its placeholders: a sentence that is in no language yet. */
export type Message<Key extends string = string> = { key: Key; values: Values };

export type Value =
  /** A name, host or code as it is: kept together in its own direction. */
  | string
  /** Written with the digits of the language. `count` also selects the plural form. */
  | number
  /** A list: "a, b and c". */
  | readonly string[]
  /** Countries by their ISO codes, written as a list of names. */
  | { countries: readonly string[] }
  /** Where something was measured, written as a list of cities or countries. */
  | { vantages: readonly Vantage[] }
  /** A phrase inside the sentence. */
  | Message
  | Place
  /** A time of day, milliseconds of the epoch; with its date when `dated`. */
  | { instant: number; dated: boolean }
  /** A part of a whole, 0 to 1, as a percentage. */
  | { share: number }
  /** A length of time, put after a preposition ("in …", "for …"). */
  | { seconds: number }
  /** How long ago, from milliseconds. */
  | { elapsed: number };

export type Values = { readonly [name: string]: Value };

/** Builds a message whose key keeps its literal type, so that a key missing in `locales/en.yml` is a compile error. */
export function say<Key extends string>(key: Key, values: Values = {}): Message<Key> {
  return { key, values };
}

export type Translator<Key extends string = string> = {
  /** The language of the messages, as its file in `locales/` names it. */
  language: string;
  /** The locale of numbers, times and plurals: `en-GB`, `ar-EG`. */
  locale: string;
  direction: "ltr" | "rtl";
  text: (key: Key, values?: Values) => string;
  /** "12 minutes ago", from the difference in milliseconds. */
  ago: (elapsed: number) => string;
  /** A provider, or one region of it, by the name people know, kept together. */
  place: (provider: string, region: string | null) => string;
  /** A name that stands alone in running text, kept together in its own direction. */
  isolated: (name: string) => string;
};

export type TranslatorOptions = {
  /** The message for a flat key (`evidence.othersWork.few`), or undefined where the language has none. */
  lookup: (key: string) => string | undefined;
  /** The locale of the person's browser; numbers and times follow its region where the language is the same. */
  uiLocale: string;
  /** IANA name; the machine's own where it is missing. */
  timeZone?: string;
  /** Wrap names in Unicode isolates so that `example.com` keeps its place in Arabic. Default true. */
  isolate?: boolean;
};

/** Airports (IATA) whose city others than Vultr name, or Vultr by another code: a region there. */
const AIRPORTS = new Map<string, readonly [provider: string, region: string]>([
  ["arn", ["vultr", "sto"]],
  ["gru", ["vultr", "sao"]],
  ["hel", ["hetzner", "hel1"]],
  ["iad", ["hetzner", "ash"]],
  ["nue", ["hetzner", "nbg1"]],
  ["sin", ["vultr", "sgp"]],
  ["yyz", ["vultr", "yto"]],
]);

/** Unicode isolates: a name finds its own direction; a place name keeps that of the language it is written in. */
const ISOLATE = { auto: "\u2068", ltr: "\u2066", rtl: "\u2067" };
const POP_ISOLATE = "\u2069";

/** A part of a translated text. `direction` is set for a name in isolates, which has a direction of its own. */
export type TextPart = { text: string; direction: "auto" | "ltr" | "rtl" | null };

/** Splits a translated text at its isolates, so that markup can say `bdi` where plain text has invisible characters. */
export function textParts(text: string): TextPart[] {
  return text
    .split(/([\u2066-\u2068][^\u2066-\u2069]*\u2069)/)
    .filter((part) => part !== "")
    .map((part) => {
      if (part.startsWith(ISOLATE.auto)) return { text: part.slice(1, -1), direction: "auto" };
      if (part.startsWith(ISOLATE.ltr)) return { text: part.slice(1, -1), direction: "ltr" };
      if (part.startsWith(ISOLATE.rtl)) return { text: part.slice(1, -1), direction: "rtl" };
      return { text: part, direction: null };
    });
}

/** The same text without isolates, for places that show them as boxes. */
export function withoutIsolates(text: string): string {
  return text.replace(/[\u2066-\u2069]/g, "");
}

/**
 * Translates messages into one language.
 *
 * Plurals are chosen here, by `Intl.PluralRules`, because `@wxt-dev/i18n` 0.2 knows at most three forms and Arabic needs six
 * (its README says so under "Plural Forms"). A plural message is a group of forms named by CLDR category: zero, one, two, few,
 * many, other.
 */
export function createTranslator<Key extends string>(options: TranslatorOptions): Translator<Key> {
  const { lookup, uiLocale, timeZone, isolate = true } = options;
  const language = lookup("language") ?? "en";
  const locale = uiLocale.replace("_", "-").startsWith(language) ? uiLocale.replace("_", "-") : language;
  const number = new Intl.NumberFormat(locale);
  const percent = new Intl.NumberFormat(locale, { style: "percent" });
  const plural = new Intl.PluralRules(locale);
  const list = new Intl.ListFormat(locale, { type: "conjunction" });
  const zone = timeZone === undefined ? {} : { timeZone };
  const time = new Intl.DateTimeFormat(locale, { hour: "numeric", minute: "2-digit", ...zone });
  const datedTime = new Intl.DateTimeFormat(locale, { day: "numeric", month: "short", hour: "numeric", minute: "2-digit", ...zone });
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: "auto" });

  const direction = lookup("direction") === "rtl" ? "rtl" : "ltr";
  const apart = (name: string, how: "auto" | "ltr" | "rtl") => (isolate ? ISOLATE[how] + name + POP_ISOLATE : name);
  const isolated = (name: string) => apart(name, "auto");
  // "AWS شرق الولايات المتحدة" begins with Latin letters and is Arabic all the same.
  const place = (provider: string, region: string | null) => apart(placeName(provider, region, lookup), direction);

  function write(value: Value): string {
    if (typeof value === "string") return isolated(value);
    if (typeof value === "number") return number.format(value);
    if (isList(value)) return list.format(value.map(isolated));
    if ("key" in value) return text(value.key, value.values);
    if ("provider" in value) return place(value.provider, value.region);
    if ("instant" in value) return (value.dated ? datedTime : time).format(value.instant);
    if ("countries" in value) return list.format(value.countries.map(country));
    if ("vantages" in value) return list.format(new Set(value.vantages.map(vantage)));
    if ("share" in value) return percent.format(value.share);
    if ("elapsed" in value) return ago(value.elapsed);
    return span(value.seconds);
  }

  /** The name of a country; what is no ISO code stays as it is. */
  function country(code: string): string {
    return /^[A-Z]{2}$/.test(code) ? (new Intl.DisplayNames(locale, { type: "region" }).of(code) ?? code) : isolated(code);
  }

  /** The city that an id abbreviates, as airports do; else its country; else the id. Names of cities are those of providers. */
  function vantage({ id, country: code }: Vantage): string {
    const [provider, region] = AIRPORTS.get(id.replace(/-?\d+$/, "")) ?? ["vultr", id];
    const city = regionName(provider, region, lookup);
    return city === undefined ? country(code ?? id) : apart(city, direction);
  }

  function span(seconds: number): string {
    const { unit, count } = inUnits(seconds * SECOND);
    return text(`span.${unit}`, { count });
  }

  function text(key: string, values: Values = {}): string {
    const form = typeof values.count === "number" ? plural.select(values.count) : "other";
    const message = lookup(key) ?? lookup(`${key}.${form}`) ?? lookup(`${key}.other`) ?? key;
    return message.replace(/\{(\w+)\}/g, (placeholder, name: string) => {
      const value = values[name];
      return value === undefined ? placeholder : write(value);
    });
  }

  function ago(elapsed: number): string {
    const { unit, count } = inUnits(Math.max(0, elapsed));
    return elapsed < 10 * SECOND ? relative.format(0, "second") : relative.format(-count, unit);
  }

  return { language, locale, direction, text, ago, place, isolated };
}

function isList(value: Value): value is readonly string[] {
  return Array.isArray(value);
}

/** The largest unit with a rounded count of two or more: "in the last 80 seconds", "in the last 2 minutes". */
function inUnits(milliseconds: number): { unit: "seconds" | "minutes" | "hours" | "days"; count: number } {
  if (milliseconds < 1.5 * MINUTE) return { unit: "seconds", count: Math.max(1, Math.round(milliseconds / SECOND)) };
  if (milliseconds < 1.5 * HOUR) return { unit: "minutes", count: Math.round(milliseconds / MINUTE) };
  if (milliseconds < 1.5 * DAY) return { unit: "hours", count: Math.round(milliseconds / HOUR) };
  return { unit: "days", count: Math.round(milliseconds / DAY) };
}
