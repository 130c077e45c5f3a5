import { regionPattern, spellRegion } from "./region-patterns.ts";

/** Words in a cloud's host names that say how one reaches a service, not which. */
const WAYS = new Set(["vpce", "dualstack", "fips", "oci", "ocp", "internal", "private", "direct", "vpc", "ipv6"]);

/** Words for a service in host names where the provider's status pages use another. */
const SERVICES: { [cloud: string]: { [word: string]: string } } = {
  aws: {
    "execute-api": "apigateway",
    "lambda-url": "lambda",
    es: "opensearch",
    aos: "opensearch",
    aoss: "opensearch-serverless",
    cache: "elasticache",
    compute: "ec2",
    ddb: "dynamodb",
    "appsync-api": "appsync",
    "appsync-realtime-api": "appsync",
    "cognito-idp": "cognito",
    "cognito-identity": "cognito",
    elasticloadbalancing: "elb",
    elasticfilesystem: "efs",
    elasticmapreduce: "emr",
    email: "ses",
    "email-smtp": "ses",
    "inbound-smtp": "ses",
    monitoring: "cloudwatch",
    "git-codecommit": "codecommit",
    "dkr-ecr": "ecr",
    "dax-clusters": "dax",
    "kafka-serverless": "kafka",
    mediapackagev2: "mediapackage",
    "mediapackage-vod": "mediapackage",
    queue: "sqs",
    "vpc-lattice-svcs": "vpc-lattice",
  },
};

/** `use1`, `apne1`, `usgw1`: how ElastiCache abbreviates regions. */
const SHORT_REGION = /^(us|eu|ap|sa|ca|me|af|il|mx)(g?)(ne|nw|se|sw|n|s|e|w|c)(\d)$/;
const WINDS: { [letters: string]: string } = {
  n: "north",
  s: "south",
  e: "east",
  w: "west",
  c: "central",
  ne: "northeast",
  nw: "northwest",
  se: "southeast",
  sw: "southwest",
};

function expanded(label: string): string | null {
  const [, area, government, wind = "", number] = SHORT_REGION.exec(label) ?? [];
  return area === undefined ? null : `${area}-${government === "g" ? "gov-" : ""}${WINDS[wind]}-${number}`;
}

function serviceNamed(cloud: string, label: string | undefined): string | null {
  if (label === undefined) return null;
  const word = label.replace(/^fips-|-fips$/g, "");
  if (cloud.startsWith("aws") && /^s3(?:-|express-|$)/.test(word)) return "s3";
  return SERVICES[cloud.startsWith("aws") ? "aws" : cloud]?.[word] ?? word;
}

const readers = new Map<string, RegExp>();

/** Reads a label that is a region, or ends in one after the service's name (`s3-us-west-2`, `oss-cn-hangzhou-internal`). */
function readerFor(cloud: string): RegExp {
  let reader = readers.get(cloud);
  if (reader === undefined) {
    reader = new RegExp(`^(?:([a-z0-9-]+?)-)?(${regionPattern(cloud)})(?:-internal|-vpc)?$`);
    readers.set(cloud, reader);
  }
  return reader;
}

/**
 * Reads names of clouds that put service and region in one of several orders: `dynamodb.us-east-1`, `name.us-east-1.elb`,
 * `name.elb.us-east-1`, `bucket.s3.eu-west-1`, `s3-us-west-2`, `objectstorage.us-ashburn-1`, `id.s3.us-east-1.vpce`.
 * @param rest what stands before the cloud's own domain, without the dot between; may be empty.
 */
export function parseCloudHostName(cloud: string, rest: string): { region: string | null; service: string | null } {
  const labels = rest === "" ? [] : rest.split(".");
  const reader = readerFor(cloud);
  for (let index = labels.length - 1; index >= 0; index--) {
    const label = labels[index] ?? "";
    const [, prefix, spelled] = reader.exec(label) ?? [];
    const short = labels[index + 1] === "cache" ? expanded(label) : null;
    const region = short ?? (spelled === undefined ? null : spellRegion(cloud, spelled));
    if (region === null) continue;
    const after = labels.slice(index + 1).filter((word) => !WAYS.has(word));
    const before = labels.slice(0, index).filter((word) => !WAYS.has(word));
    // A bucket may be called like a region; nothing but the service itself stands behind a real one.
    if (after[0] === "s3") continue;
    return { region, service: serviceNamed(cloud, after[0] ?? prefix ?? before.at(-1)) };
  }
  // A lone word before the domain is a service at AWS; at the others it may be a customer.
  const named = cloud.startsWith("aws") || labels.length > 1 ? labels.filter((word) => !WAYS.has(word)).at(-1) : undefined;
  return { region: null, service: serviceNamed(cloud, named) };
}
