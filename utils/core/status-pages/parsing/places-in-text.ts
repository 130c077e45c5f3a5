import { countriesIn } from "../../net/countries-in-text.ts";

/** Where a text says that something is: countries by ISO code, and regions as ids. Both empty: it names no place. */
export type NamedPlaces = { areas: string[]; regions: string[] };

/** Cities in which clouds, CDNs and telecom companies have sites, and their countries. Not those that are also a person or a product. */
const CITIES = new Map(
  "amsterdam:NL,ashburn:US,athens:GR,atlanta:US,auckland:NZ,bangalore:IN,bengaluru:IN,bangkok:TH,barcelona:ES,beijing:CN,berlin:DE,bogotá:CO,bogota:CO,boston:US,brussels:BE,bucharest:RO,budapest:HU,buenos aires:AR,cairo:EG,cape town:ZA,chennai:IN,chicago:US,copenhagen:DK,dallas:US,delhi:IN,denver:US,doha:QA,dubai:AE,dublin:IE,düsseldorf:DE,falkenstein:DE,frankfurt:DE,gravelines:FR,hamburg:DE,helsinki:FI,honolulu:US,houston:US,hyderabad:IN,istanbul:TR,jakarta:ID,jeddah:SA,johannesburg:ZA,karachi:PK,kuala lumpur:MY,kyiv:UA,lagos:NG,lima:PE,lisbon:PT,london:GB,los angeles:US,madrid:ES,manchester:GB,manila:PH,marseille:FR,melbourne:AU,miami:US,milan:IT,montreal:CA,montréal:CA,moscow:RU,mumbai:IN,munich:DE,münchen:DE,nairobi:KE,newark:US,new york:US,nuremberg:DE,nürnberg:DE,osaka:JP,oslo:NO,palo alto:US,paris:FR,perth:AU,prague:CZ,riyadh:SA,roubaix:FR,san francisco:US,san jose:US,santiago:CL,são paulo:BR,sao paulo:BR,seattle:US,seoul:KR,shanghai:CN,shenzhen:CN,silicon valley:US,stockholm:SE,strasbourg:FR,sydney:AU,taipei:TW,tehran:IR,tel aviv:IL,tokyo:JP,toronto:CA,vancouver:CA,vienna:AT,warsaw:PL,zurich:CH,zürich:CH,東京:JP,大阪:JP"
    .split(",")
    .map((line) => line.split(":") as [string, string]),
);

/** Words for a part of the world, and the id that stands for each. */
const PARTS = new Map(
  "europe:europe,europa:europe,ヨーロッパ:europe,欧州:europe,emea:emea,apac:apac,asia pacific:asia-pacific,asia-pacific:asia-pacific,asia:asia,アジア:asia,north america:north-america,nordamerika:north-america,norteamérica:north-america,amérique du nord:north-america,américa do norte:north-america,south america:south-america,südamerika:south-america,sudamérica:south-america,américa do sul:south-america,latin america:latin-america,latam:latin-america,latinoamérica:latin-america,américa latina:latin-america,lateinamerika:latin-america,middle east:middle-east,naher osten:middle-east,medio oriente:middle-east,mena:mena,africa:africa,afrika:africa,oceania:oceania,scandinavia:scandinavia,nordics:nordics,benelux:benelux"
    .split(",")
    .map((line) => line.split(":") as [string, string]),
);

const DIRECTION = "(?:central|(?:north|south)[ -]?(?:east|west)|north|south|east|west)";
/** Ids of any cloud: `us-east-1`, `eu-west-1a`, `europe-west4`, `us-central1-a`. */
const CLOUD_REGION = `(?:us|eu|ap|ca|sa|me|af|il|mx|cn)-(?:gov-)?${DIRECTION}-\\d|(?:africa|asia|australia|europe|me|northamerica|southamerica|us)-${DIRECTION}\\d{1,2}`;
/** Names that companies give their own regions: "EU-West", "US East 2", "AP South". */
const OWN_REGION = `(?:us|eu|ap|apac|na|sa|uk|ca|au|jp|in)[ -]${DIRECTION}(?:[ -]?\\d{1,2})?`;
const ANY_REGION = new RegExp(`(?<![\\p{L}\\d-])(?:(?<cloud>${CLOUD_REGION})(?:-?[a-f])?|(?<own>${OWN_REGION}))(?![\\p{L}\\d])`, "giu");
const WORDS = [...PARTS.keys(), ...CITIES.keys()].sort((one, other) => other.length - one.length);
const ANY_WORD = new RegExp(
  `(?<![\\p{L}\\d])(?:${WORDS.filter((word) => /^[a-z]/.test(word)).join("|")})(?![\\p{L}\\d])|${WORDS.filter((word) => !/^[a-z]/.test(word)).join("|")}`,
  "giu",
);
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
  const regions = new Set(Array.from(named.matchAll(ANY_REGION), ({ groups = {} }) => regionOf(groups.cloud, groups.own ?? "")));
  for (const { 0: word, index } of named.matchAll(ANY_WORD)) {
    // Names of places are capitalised, and the region `europe-west4` is read above.
    if (!/^[\p{Lu}\p{Lo}]/u.test(word)) continue;
    const part = PARTS.get(word.toLowerCase());
    if (part === undefined) areas.add(CITIES.get(word.toLowerCase()) ?? "");
    else if (!/^-[a-z]+\d/i.test(named.slice(index + word.length))) regions.add(part);
  }
  for (const empty of [areas, regions]) empty.delete("");
  for (const { groups = {} } of regions.size === 0 ? named.matchAll(SHORT) : []) {
    if (groups.short === "US" && groups.where !== undefined) areas.add("US");
    else regions.add((groups.short ?? "").toLowerCase());
  }
  return { areas: [...areas], regions: [...regions] };
}

/** The cities that a text names, as it writes them: clouds call their regions after cities. */
export function citiesIn(text: string): string[] {
  return Array.from(text.slice(0, MAX_LENGTH_READ).matchAll(ANY_WORD), ([word]) => word).filter((word) => CITIES.has(word.toLowerCase()));
}

/** "AP South" and "in-south" are regions, "in north" is none: what is written with a blank has to begin with capitals. */
function regionOf(cloud: string | undefined, own: string): string {
  if (cloud !== undefined) return cloud.toLowerCase().replaceAll(" ", "-");
  const isName = own.includes("-") ? !/^in/.test(own) : /^[A-Z]{2}/.test(own);
  return isName ? own.toLowerCase().replace(/[ -]+/g, "-") : "";
}
