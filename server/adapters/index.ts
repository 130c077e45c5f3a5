import type { Adapter } from "./adapter.ts";
import { awsData } from "./aws-data.ts";
import { awsHealth } from "./aws-health.ts";
import { awsRss } from "./aws-rss.ts";
import { statuspage } from "./statuspage.ts";

const ADAPTERS: Adapter[] = [awsHealth, awsRss, awsData, statuspage];

const BY_FORMAT = new Map(ADAPTERS.map((adapter) => [adapter.format, adapter]));

/** Every format that can be read, in the order of the documentation. */
export const FORMATS: readonly string[] = [...BY_FORMAT.keys()];

export function adapterFor(format: string): Adapter | null {
  return BY_FORMAT.get(format) ?? null;
}
