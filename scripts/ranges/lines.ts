import { listNetwork } from "./list-network.ts";
import type { ListedRange } from "./listed-range.ts";

/**
 * A network a line, or a geofeed (RFC 8805), whose lines begin with one. Geofeeds name cities, and a city is no region: there
 * are three of DigitalOcean in New York, two of Linode in Frankfurt.
 */
export function readLines(text: string, provider: string, remainder: boolean): ListedRange[] {
  const ranges: ListedRange[] = [];
  for (const line of text.split(/\r?\n/)) {
    const [cidr = ""] = line.split("#", 1)[0]?.trim().split(/[,\s]/, 1) ?? [];
    if (cidr !== "") ranges.push(listNetwork(cidr, provider, null, remainder));
  }
  return ranges;
}
