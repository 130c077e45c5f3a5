import { REGION_NAMES } from "./region-table.ts";

/** Parts of the world that people can choose from a list. */
export const AREAS = ["americas", "europe", "middle-east-africa", "asia-pacific"] as const;
export type Area = (typeof AREAS)[number];

/** Patterns of regions' ids and English names; the first that matches decides. */
const AREA_PATTERNS: [Area, RegExp][] = [
  [
    "middle-east-africa",
    /\b(?:me|af|il)-|africa|middle east|israel|uae|qatar|doha|dammam|saudi|johannesburg|morocco|tel aviv|bahrain|jerusalem/i,
  ],
  [
    "americas",
    /\b(?:us|ca|mx|sa)-|\b(?:us|gov|dod)\b|america|united states|canada|brazil|mexico|chile|colombia|iowa|oklahoma|carolina|virginia|columbus|alabama|dallas|oregon|los angeles|salt lake|las vegas|phoenix|montr[eé]al|toronto|quer[eé]taro|s[aã]o paulo|santiago|new york|new jersey|san francisco|atlanta|richmond|newark|fremont|chicago|washington|seattle|miami|silicon|honolulu|ashburn|hillsboro/i,
  ],
  [
    "europe",
    /\b(?:eu|eusc)-|europe|\b(?:uk|gb)\b|france|germany|switzerland|norway|sweden|denmark|finland|austria|belgium|poland|italy|spain|greece|serbia|netherlands|warsaw|stockholm|madrid|london|frankfurt|zurich|milan|paris|berlin|turin|amsterdam|oslo|manchester|falkenstein|nuremberg|helsinki/i,
  ],
  [
    "asia-pacific",
    /\b(?:ap|cn)-|asia|japan|korea|india|indonesia|malaysia|taiwan|china|new zealand|australia|singapore|hong kong|tokyo|osaka|seoul|mumbai|delhi|jakarta|bangkok|sydney|melbourne|bangalore|chennai/i,
  ],
];

/** The part of the world in which a region lies; null without a region, or where its names match no pattern. */
export function areaOf(provider: string, region: string | null): Area | null {
  if (region === null) return null;
  const line = REGION_NAMES[provider]?.split("\n").find((candidate) => candidate.startsWith(`${region}|`));
  const names = `${line?.split("|")[1] ?? ""} ${region}`;
  return AREA_PATTERNS.find(([, pattern]) => pattern.test(names))?.[0] ?? null;
}
