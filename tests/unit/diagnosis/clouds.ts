import { createLocator } from "../../../utils/core/providers/locator.ts";
import { parsePlaceId } from "../../../utils/core/providers/place.ts";

/** Ranges reserved for tests (RFC 2544), given to clouds here. An address in none of them belongs to no cloud. */
export const RANGES = {
  "aws/us-east-1": "198.18.1",
  "aws/us-west-2": "198.18.2",
  "aws/eu-west-1": "198.18.3",
  "azure/eastus": "198.18.4",
  "gcp/us-central1": "198.18.5",
  cloudflare: "198.18.6",
  fastly: "198.18.7",
  akamai: "198.18.8",
  vercel: "198.18.9",
  nobody: "198.19.1",
} as const;

export type Cloud = keyof typeof RANGES;

export const CLOUDS: Cloud[] = ["aws/us-west-2", "aws/eu-west-1", "azure/eastus", "gcp/us-central1", "cloudflare", "fastly", "akamai"];

export const locator = createLocator({
  extraRanges: Object.entries(RANGES)
    .filter(([cloud]) => cloud !== "nobody")
    .map(([cloud, prefix]) => ({ cidr: `${prefix}.0/24`, ...parsePlaceId(cloud) })),
});

/** These sites are on one cloud, as this browser has learned: pages of them have opened before. */
export function learnedOn(cloud: Cloud, ...sites: string[]): { [host: string]: Cloud } {
  return Object.fromEntries(sites.flatMap((site) => [`www.${site}`, `api.${site}`].map((host) => [host, cloud])));
}
