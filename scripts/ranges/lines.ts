import { listNetwork } from "./list-network.ts";
import type { ListedRange } from "./listed-range.ts";

/**
 * Reads one network per line, or a geofeed (RFC 8805), whose lines begin with a network. The cities of a geofeed are not regions:
 * DigitalOcean has three regions in New York, Linode two in Frankfurt.
 */
export function readLines(text: string, provider: string, remainder: boolean): ListedRange[] {
  const ranges: ListedRange[] = [];
  for (const line of text.split(/\r?\n/)) {
    const [cidr = ""] = line.split("#", 1)[0]?.trim().split(/[,\s]/, 1) ?? [];
    if (cidr !== "") ranges.push(listNetwork(cidr, provider, null, remainder));
  }
  return ranges;
}
