import { countriesIn } from "../../net/countries-in-text.ts";
import { indexNames, namesIn } from "../../net/names-in-text.ts";

/** Where a text says that something is: countries by ISO code, and regions as ids. Both empty: it names no place. */
export type NamedPlaces = { areas: string[]; regions: string[] };

/** Cities in which clouds, CDNs and telecom companies have sites, and their countries. Not those that are also a person or a product. */
const CITIES = indexNames(
  "Amsterdam:NL,Ashburn:US,Athens:GR,Atlanta:US,Auckland:NZ,Bangalore:IN,Bengaluru:IN,Bangkok:TH,Barcelona:ES,Beijing:CN,Berlin:DE,Bogotá:CO,Bogota:CO,Boston:US,Brussels:BE,Bucharest:RO,Budapest:HU,Buenos Aires:AR,Cairo:EG,Cape Town:ZA,Chennai:IN,Chicago:US,Copenhagen:DK,Dallas:US,Delhi:IN,Denver:US,Doha:QA,Dubai:AE,Dublin:IE,Düsseldorf:DE,Falkenstein:DE,Frankfurt:DE,Gravelines:FR,Hamburg:DE,Helsinki:FI,Honolulu:US,Houston:US,Hyderabad:IN,Istanbul:TR,Jakarta:ID,Jeddah:SA,Johannesburg:ZA,Karachi:PK,Kuala Lumpur:MY,Kyiv:UA,Lagos:NG,Lima:PE,Lisbon:PT,London:GB,Los Angeles:US,Madrid:ES,Manchester:GB,Manila:PH,Marseille:FR,Melbourne:AU,Miami:US,Milan:IT,Montreal:CA,Montréal:CA,Moscow:RU,Mumbai:IN,Munich:DE,München:DE,Nairobi:KE,Newark:US,New York:US,Nuremberg:DE,Nürnberg:DE,Osaka:JP,Oslo:NO,Palo Alto:US,Paris:FR,Perth:AU,Prague:CZ,Riyadh:SA,Roubaix:FR,San Francisco:US,San Jose:US,Santiago:CL,São Paulo:BR,Sao Paulo:BR,Seattle:US,Seoul:KR,Shanghai:CN,Shenzhen:CN,Silicon Valley:US,Stockholm:SE,Strasbourg:FR,Sydney:AU,Taipei:TW,Tehran:IR,Tel Aviv:IL,Tokyo:JP,Toronto:CA,Vancouver:CA,Vienna:AT,Warsaw:PL,Zurich:CH,Zürich:CH,東京:JP,大阪:JP"
    .split(",")
    .map((line) => line.split(":") as [string, string]),
);

/** Words for a part of the world, and the id that stands for each. */
const PARTS = indexNames(
  "Europe:europe,Europa:europe,ヨーロッパ:europe,欧州:europe,EMEA:emea,APAC:apac,Asia Pacific:asia-pacific,Asia-Pacific:asia-pacific,Asia:asia,アジア:asia,North America:north-america,Nordamerika:north-america,Norteamérica:north-america,Amérique du Nord:north-america,América do Norte:north-america,South America:south-america,Südamerika:south-america,Sudamérica:south-america,América do Sul:south-america,Latin America:latin-america,LATAM:latin-america,Latinoamérica:latin-america,América Latina:latin-america,Lateinamerika:latin-america,Middle East:middle-east,Naher Osten:middle-east,Medio Oriente:middle-east,MENA:mena,Africa:africa,Afrika:africa,Oceania:oceania,Scandinavia:scandinavia,Nordics:nordics,Benelux:benelux"
    .split(",")
    .map((line) => line.split(":") as [string, string]),
);

const DIRECTION = "(?:central|(?:north|south)[ -]?(?:east|west)|north|south|east|west)";
/** Ids of any cloud: `us-east-1`, `eu-west-1a`, `europe-west4`, `us-central1-a`. */
const CLOUD_REGION = `(?:us|eu|ap|ca|sa|me|af|il|mx|cn)-(?:gov-)?${DIRECTION}-\\d|(?:africa|asia|australia|europe|me|northamerica|southamerica|us)-${DIRECTION}\\d{1,2}`;
/** Names that companies give their own regions: "EU-West", "US East 2", "AP South". */
const OWN_REGION = `(?:us|eu|ap|apac|na|sa|uk|ca|au|jp|in)[ -]${DIRECTION}(?:[ -]?\\d{1,2})?`;
const ANY_REGION = new RegExp(`(?<![\\p{L}\\d-])(?:(?<cloud>${CLOUD_REGION})(?:-?[a-f])?|(?<own>${OWN_REGION}))(?![\\p{L}\\d])`, "giu");
const MAY_BE_REGION = /(?:central|north|south|east|west)/i;

/** "API (US)" is a region of the vendor's, "in the US" a country. Two letters count in capitals only. */
const SHORT = /(?<![\p{L}\d-])(?<where>\bin (?:the )?)?(?<short>EU|US)(?![\p{L}\d]|-\d)/gu;

/** The text says that it is not confined to the places that it names, or that these are the ones without trouble. */
const WORLDWIDE =
  /\b(?:global(?:ly)?|world-?wide|(?:all|multiple|several|many|various) (?:regions|countries|locations|data ?cent(?:er|re)s)|every (?:region|country)|weltweit|mundial(?:mente)?|mondial(?:e|ement)?)\b|全世界|世界中|全球/i;
const EXCEPT = /\b(?:outside(?: of)?|except(?:ing)?(?: for)?|excluding|other than|not in|non-?)\s?(?:the )?\p{Lu}/u;
/** "Russian operators": what belongs to a country, where a language would mean no place. */
const OF_COUNTRY =
  /(?<![\p{L}\d])(?<name>Russian|German|French|Spanish|Italian|Brazilian|Indian|Japanese|Chinese|Australian|Canadian|Mexican|Turkish|Iranian|British|American|Dutch|Polish|Ukrainian)(?= (?:customers?|users?|carriers?|operators?|networks?|regions?|ISPs?|providers?|banks?|merchants?|numbers?|mobile|market|data ?cent))/gu;
const COUNTRY_OF = new Map(
  "Russian:RU,German:DE,French:FR,Spanish:ES,Italian:IT,Brazilian:BR,Indian:IN,Japanese:JP,Chinese:CN,Australian:AU,Canadian:CA,Mexican:MX,Turkish:TR,Iranian:IR,British:GB,American:US,Dutch:NL,Polish:PL,Ukrainian:UA"
    .split(",")
    .map((line) => line.split(":") as [string, string]),
);

/** Judged: a title or the name of a component is shorter. */
const MAX_LENGTH_READ = 400;

/** The places that a title or the name of a component names: "Network issues in Russia", "EU-West", "Frankfurt, Germany". */
export function placesIn(text: string): NamedPlaces {
  const named = text.slice(0, MAX_LENGTH_READ);
  if (WORLDWIDE.test(named) || EXCEPT.test(named)) return { areas: [], regions: [] };
  const areas = new Set(countriesIn(named));
  for (const [name] of named.matchAll(OF_COUNTRY)) areas.add(COUNTRY_OF.get(name) ?? "");
  const regions = new Set(
    MAY_BE_REGION.test(named) ? Array.from(named.matchAll(ANY_REGION), ({ groups = {} }) => regionOf(groups.cloud, groups.own ?? "")) : [],
  );
  for (const { stands } of namesIn(named, PARTS)) regions.add(stands);
  for (const { stands } of namesIn(named, CITIES)) areas.add(stands);
  for (const empty of [areas, regions]) empty.delete("");
  for (const { groups = {} } of regions.size === 0 ? named.matchAll(SHORT) : []) {
    if (groups.short === "US" && groups.where !== undefined) areas.add("US");
    else regions.add((groups.short ?? "").toLowerCase());
  }
  return { areas: [...areas], regions: [...regions] };
}

/** The cities that a text names, as it writes them: clouds call their regions after cities. */
export function citiesIn(text: string): string[] {
  return Array.from(namesIn(text.slice(0, MAX_LENGTH_READ), CITIES), ({ name }) => name);
}

/** "AP South" and "in-south" are regions, "in north" is none: what is written with a blank has to begin with capitals. */
function regionOf(cloud: string | undefined, own: string): string {
  if (cloud !== undefined) return cloud.toLowerCase().replaceAll(" ", "-");
  const isName = own.includes("-") ? !/^in/.test(own) : /^[A-Z]{2}/.test(own);
  return isName ? own.toLowerCase().replace(/[ -]+/g, "-") : "";
}
