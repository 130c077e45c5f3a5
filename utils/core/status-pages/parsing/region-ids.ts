import { REGION_NAMES } from "../../providers/region-table.ts";

/** Names of regions on the providers' status pages that differ from those in `region-table.ts`. */
const OTHER_NAMES: { [provider: string]: { [name: string]: string } } = {
  aws: {
    "us-east": "us-gov-east-1",
    "us-west": "us-gov-west-1",
    "aws govcloud (us-east)": "us-gov-east-1",
    "aws govcloud (us-west)": "us-gov-west-1",
    montreal: "ca-central-1",
    canada: "ca-central-1",
    "canada-central": "ca-central-1",
    "northern virginia": "us-east-1",
    "n. virginia": "us-east-1",
    "n.virginia": "us-east-1",
    "northern california": "us-west-1",
    "n. california": "us-west-1",
    "sao paulo": "sa-east-1",
    "mexico (central)": "mx-central-1",
    mexico: "mx-central-1",
    "middle east (uae)": "me-central-1",
    beijing: "cn-north-1",
    ningxia: "cn-northwest-1",
  },
  azure: {
    germanywc: "germanywestcentral",
    germanyn: "germanynorth",
    centralfrance: "francecentral",
    southfrance: "francesouth",
    switzerlandn: "switzerlandnorth",
    switzerlandw: "switzerlandwest",
    norwaye: "norwayeast",
    norwayw: "norwaywest",
    brazilse: "brazilsoutheast",
    stagingeastus: "eastus",
  },
  gcp: {
    "sao paulo": "southamerica-east1",
    montreal: "northamerica-northeast1",
    queretaro: "northamerica-south1",
    "northern virginia": "us-east4",
    "n. virginia": "us-east4",
  },
};

const IDS = new Map<string, Map<string, string>>();
for (const [provider, table] of Object.entries(REGION_NAMES)) IDS.set(provider, idsOf(provider, table));

function idsOf(provider: string, table: string): Map<string, string> {
  const ids = new Map(Object.entries(OTHER_NAMES[provider] ?? {}));
  for (const line of table.trim().split("\n")) {
    const [id = "", name = ""] = line.split("|");
    ids.set(id, id);
    ids.set(name.toLowerCase(), id);
    // "US East (N. Virginia)", "Iowa (us-central1)", "US East (Ashburn)": status pages also use either half by itself.
    const halves = /^([^()]+) \(([^()]+)\)$/.exec(name.toLowerCase());
    if (halves === null) continue;
    const [, before = "", inside = ""] = halves;
    if (provider === "gcp" && !ids.has(before)) ids.set(before, id);
    if (provider !== "gcp" && !ids.has(inside)) ids.set(inside, id);
  }
  return ids;
}

/**
 * Finds a provider's region by the name on its status page, or by its id, in any case.
 * @returns the id in the provider's own short form (`us-east-1`, `westus`, `us-central1`); null for an unknown name
 */
export function regionId(provider: string, name: string): string | null {
  return IDS.get(provider)?.get(name.trim().toLowerCase()) ?? null;
}

const AWS_SUFFIX =
  /^(?:(.+)-)?((?:us-gov|us-iso[a-z]?|eusc-de|af|ap|ca|cn|eu|il|me|mx|sa|us)-(?:central|north|northeast|northwest|south|southeast|southwest|east|west)-\d{1,2})$/;

/** Splits an AWS id such as `ec2-us-east-1` into service and region; `iam`, which is global, has no region. */
export function splitAwsService(id: string): { service: string; region: string | null } {
  // Until 2022 AWS's pages used "US Standard", the old name of S3's first region.
  const name = id
    .trim()
    .toLowerCase()
    .replace(/-us-standard$/, "-us-east-1");
  const parts = AWS_SUFFIX.exec(name);
  if (parts === null) return { service: name, region: null };
  return { service: parts[1] ?? "", region: parts[2] ?? null };
}

/** The longest names of regions have four words: "US Gov East Virginia". */
const MAX_NAME_WORDS = 4;

/**
 * The ids of the regions that a text mentions, in the text's order. It finds ids (a zone counts as its region) and the names of Azure's
 * regions. Other providers' names are also names of towns: "Frankfurt" in a text is not a mention of a region.
 */
export function findRegions(provider: string, text: string): string[] {
  const words = text.slice(0, 4000).match(/[\p{L}\d]+(?:-[\p{L}\d]+)*/gu) ?? [];
  const found = new Set<string>();
  for (let start = 0; start < words.length; start++) {
    for (let length = MAX_NAME_WORDS; length >= 1; length--) {
      const name = words
        .slice(start, start + length)
        .join(" ")
        .toLowerCase();
      const id = regionId(provider, length === 1 ? withoutZone(name) : name);
      const isId = length === 1 && id === withoutZone(name) && /[\d-]|^[a-z]{6,}$/.test(id);
      if (id === null || !(isId || (provider === "azure" && length > 1))) continue;
      found.add(id);
      start += length - 1;
      break;
    }
  }
  return [...found];
}

/** The region of a zone: `us-central1` for `us-central1-a`, `us-east-1` for `us-east-1a`. Other names are returned as they are. */
export function withoutZone(name: string): string {
  return name.replace(/^([a-z]+(?:-[a-z]+){1,2}-?\d{1,2})-?[a-f]$/, "$1");
}
