import { regionFromHostName, regionPattern } from "./region-patterns.ts";

/** Labels of host names that state how a service is reached, not which service it is. */
const ACCESS_LABELS = new Set(["vpce", "dualstack", "fips", "oci", "ocp", "internal", "private", "direct", "vpc", "ipv6"]);

/** Services whose label in host names differs from the id on the provider's status pages. */
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

/** ElastiCache's abbreviations of regions: `use1`, `apne1`, `usgw1`. */
const SHORT_REGION = /^(us|eu|ap|sa|ca|me|af|il|mx)(g?)(ne|nw|se|sw|n|s|e|w|c)(\d)$/;
const DIRECTIONS: { [letters: string]: string } = {
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
  const [, area, government, direction = "", number] = SHORT_REGION.exec(label) ?? [];
  return area === undefined ? null : `${area}-${government === "g" ? "gov-" : ""}${DIRECTIONS[direction]}-${number}`;
}

function serviceNamed(cloud: string, label: string | undefined): string | null {
  if (label === undefined) return null;
  const word = label.replace(/^fips-|-fips$/g, "");
  if (cloud.startsWith("aws") && /^s3(?:-|express-|$)/.test(word)) return "s3";
  return SERVICES[cloud.startsWith("aws") ? "aws" : cloud]?.[word] ?? word;
}

const readers = new Map<string, RegExp>();

/** Matches a label that is a region, or a service's name followed by a region (`s3-us-west-2`, `oss-cn-hangzhou-internal`). */
function readerFor(cloud: string): RegExp {
  let reader = readers.get(cloud);
  if (reader === undefined) {
    reader = new RegExp(`^(?:([a-z0-9-]+?)-)?(${regionPattern(cloud)})(?:-internal|-vpc)?$`);
    readers.set(cloud, reader);
  }
  return reader;
}

/**
 * Parses host names of clouds that have service and region in various orders: `dynamodb.us-east-1`, `name.us-east-1.elb`,
 * `name.elb.us-east-1`, `bucket.s3.eu-west-1`, `s3-us-west-2`, `objectstorage.us-ashburn-1`, `id.s3.us-east-1.vpce`.
 * @param rest the part before the cloud's own domain, without the dot between them; may be empty
 */
export function parseCloudHostName(cloud: string, rest: string): { region: string | null; service: string | null } {
  const labels = rest === "" ? [] : rest.split(".");
  const reader = readerFor(cloud);
  for (let index = labels.length - 1; index >= 0; index--) {
    const label = labels[index] ?? "";
    const [, prefix, written] = reader.exec(label) ?? [];
    const short = labels[index + 1] === "cache" ? expanded(label) : null;
    const region = short ?? (written === undefined ? null : regionFromHostName(cloud, written));
    if (region === null) continue;
    const after = labels.slice(index + 1).filter((word) => !ACCESS_LABELS.has(word));
    const before = labels.slice(0, index).filter((word) => !ACCESS_LABELS.has(word));
    // A bucket can have the name of a region. Behind a real region no `s3` follows.
    if (after[0] === "s3") continue;
    return { region, service: serviceNamed(cloud, after[0] ?? prefix ?? before.at(-1)) };
  }
  // A single label before the domain is a service at AWS; at the other clouds it can be a customer.
  const named = cloud.startsWith("aws") || labels.length > 1 ? labels.filter((word) => !ACCESS_LABELS.has(word)).at(-1) : undefined;
  return { region: null, service: serviceNamed(cloud, named) };
}
