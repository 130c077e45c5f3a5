import { GOOGLE_REGION_CODES, LINODE_REGION_CITIES, ORACLE_REGION_CODES } from "./host-rule-table.ts";

const DIRECTION = "(?:central|(?:north|south)?(?:east|west)|north|south)";

const AZURE_SIDE = "(?:central|north|south|east|west)+";
const AZURE_COUNTRIES =
  "uk|uae|canada|mexico|brazil|chile|france|germany|switzerland|norway|sweden|denmark|finland|austria|belgium|poland|italy|spain|greece|israel|qatar|saudiarabia|southafrica|japan|korea|(?:jio)?india|indonesia|malaysia|taiwan|china|newzealand|australia";
/** "westus2", "northeurope", "germanywestcentral", "usgovvirginia": words, since any label of letters could be a customer's. */
const AZURE = `(?:${AZURE_SIDE}(?:us|europe|asia|india)|(?:${AZURE_COUNTRIES})${AZURE_SIDE}|us(?:gov|dod)[a-z]+)\\d?(?:euap)?`;

/** The form of regions in host names, as the source of a regular expression without groups, by provider id or placeholder. */
const PATTERNS: { [name: string]: string } = {
  aws: `(?:us|eu|ap|sa|ca|me|af|cn|il|mx|eusc-de)-(?:gov-|iso[a-z]?-)?${DIRECTION}-\\d`,
  "aws-cn": `cn-${DIRECTION}-\\d`,
  gcp: `(?:africa|asia|australia|europe|me|northamerica|southamerica|us)-${DIRECTION}\\d+`,
  multi: `(?:(?:africa|asia|australia|europe|me|northamerica|southamerica|us)-${DIRECTION}\\d+|us|europe|asia)`,
  code: "[a-z]{2}",
  azure: AZURE,
  "azure-cn": AZURE,
  "azure-gov": AZURE,
  oracle: "(?:(?:us|ca|mx|sa|uk|eu|il|me|af|ap)-[a-z]+-\\d|[a-z]{3})",
  ibm: "(?:(?:us|eu|ca|br|jp|au|in|ap)-[a-z]{2,5}\\d?|us|eu|ap|[a-z]{3}\\d\\d)",
  alibaba: "(?:cn|ap|us|eu|me|na)-[a-z]+(?:-\\d)?(?:-(?:finance|gov)(?:-\\d)?)?",
  tencent: "(?:ap|na|eu|sa|me)-[a-z]+(?:-[a-z]+|-\\d)*",
  huawei: "(?:cn|ap|me|la|na|sa|af|eu|tr|ru)-[a-z]+-\\d+",
  "akamai-linode": "(?:[a-z]{2}-[a-z]+(?:-\\d+)?|[a-z]+\\d?)",
  digitalocean: "[a-z]{3}\\d",
  vultr: "[a-z]{3}\\d?",
  hetzner: "[a-z]{3}\\d",
  ovh: "(?:gra|sbg|rbx|bhs|de|uk|waw|lim|eri|sgp|syd|mum|ynm|(?:eu|ca|us|ap)-[a-z]+-[a-z]+)\\d*",
  scaleway: "(?:fr-par|nl-ams|pl-waw|it-mil)(?:-\\d)?",
  exoscale: "[a-z]{2}-[a-z]{3}-\\d",
  contabo: "[a-z]{2,3}\\d",
  bunny: "[a-z]{2,3}",
  backblaze: "[a-z]{2}-[a-z]+-\\d{3}",
  wasabi: "[a-z]{2}-[a-z]+-\\d",
  render: "(?:oregon|ohio|virginia|frankfurt|singapore)",
  scalingo: "osc-[a-z]+\\d",
  platformsh: "[a-z]{2,3}(?:-\\d)?",
  appwrite: "[a-z]{3}",
  ngrok: "(?:us|eu|ap|au|sa|jp|in)",
  auth0: "(?:us|eu|au|jp|uk|ca|sa)",
  sentry: "(?:us|de)",
  twilio: "[a-z]{2}\\d",
  datadog: "[a-z]{2}\\d",
  sap: "[a-z]{2}\\d\\d",
  civo: "[a-z]{3}\\d",
  otc: "eu-(?:de|nl|ch2)",
  stackit: "eu\\d\\d",
  outscale: "(?:cloudgouv-)?(?:eu|us|ap|cn)-[a-z]+-\\d",
  baidu: "(?:bj|gz|su|bd|fwh|fsh|hkg|cd|nj|yq|sin)",
  volcengine: "(?:cn|ap)-[a-z]+(?:-\\d)?",
  qiniu: "(?:cn|ap|na)-[a-z]+-\\d",
  kingsoft: "(?:cn|ap|eu|na)-[a-z]+(?:-\\d)?",
  jdcloud: "cn-[a-z]+-\\d",
  cloudscale: "(?:lpg|rma)",
  selectel: "(?:ru|kz|uz|ke|gis)-\\d+",
  "vk-cloud": "ru-[a-z]+",
  sakura: "[a-z]{3}\\d\\d",
  any: "[a-z0-9-]+",
};

/** The form of a region in the host names of a provider, or of a placeholder of the host rules (`{code}`, `{any}`, …). */
export function regionPattern(name: string): string {
  return PATTERNS[name] ?? "[a-z0-9-]+";
}

/**
 * Translates a region from the form of host names to the provider's own short form.
 * @param pattern the name of the pattern that matched: a provider id or a placeholder
 * @returns null where the text only looks like a region
 */
export function regionFromHostName(pattern: string, text: string): string | null {
  if (pattern === "code") return GOOGLE_REGION_CODES[text] ?? null;
  if (pattern === "oracle" && text.length === 3) return ORACLE_REGION_CODES[text] ?? null;
  if (pattern === "akamai-linode" && !text.includes("-")) return LINODE_REGION_CITIES[text] ?? null;
  return text;
}
