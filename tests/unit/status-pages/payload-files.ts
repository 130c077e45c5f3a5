import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** A saved payload with the format it is of. */
export type PayloadFile = { format: string; name: string; bytes: Uint8Array };

const OWN = fileURLToPath(new URL("./payloads/", import.meta.url));
const SHARED = fileURLToPath(new URL("../../../../shared/fixtures/status/", import.meta.url));

/** Which format each folder of real payloads is of; by file where a folder holds several. */
const FORMATS: [path: RegExp, format: string][] = [
  [/^aws\/currentevents/, "aws-health"],
  [/^aws\/rss/, "aws-rss"],
  [/^aws\/data-json/, "aws-data"],
  [/^gcp\//, "google-cloud"],
  [/^azure\//, "azure-rss"],
  [/^azure-devops\//, "azure-devops"],
  [/^github-statuspage\/.*\.atom$/, "statuspage-atom"],
  [/^github-statuspage\//, "statuspage"],
  [/^incidentio\//, "incident-io"],
  [/^instatus\//, "instatus"],
  [/^betterstack\//, "better-stack"],
  [/^statusio\//, "status-io"],
  [/^slack\//, "slack"],
  [/^apple\//, "apple"],
  [/^pagerduty\//, "pagerduty"],
  [/^firehydrant\//, "firehydrant"],
];

/** Payloads made by hand in the vendors' shapes, for what no real capture shows. Each format has a folder. */
export function handMade(): PayloadFile[] {
  return readdirSync(OWN, { recursive: true, encoding: "utf8" })
    .filter((name) => name.includes("/"))
    .sort()
    .map((name) => ({ format: name.split("/")[0] ?? "", name, bytes: readFileSync(OWN + name) }));
}

/** Real captures that lie beside the repository; none on a machine that has only the repository. */
export function realOnes(): PayloadFile[] {
  if (!existsSync(SHARED)) return [];
  const names = readdirSync(SHARED, { recursive: true, encoding: "utf8" }).sort();
  return names.flatMap((name) => {
    const format = FORMATS.find(([path]) => path.test(name))?.[1];
    return format === undefined ? [] : [{ format, name, bytes: readFileSync(SHARED + name) }];
  });
}

export const WHY_SKIPPED = "the folder ../shared/fixtures/status with real payloads is not there";
