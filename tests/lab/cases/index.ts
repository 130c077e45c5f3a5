import type { LabCase } from "../lab-case.ts";
import { CABLES } from "./cables.ts";
import { HARMLESS } from "./harmless.ts";
import { NAMES } from "./names.ts";
import { ONE_SITE } from "./one-site.ts";
import { PATIENCE_AND_DEATH } from "./patience-and-death.ts";
import { PROXIES } from "./proxies.ts";
import { REGIONS } from "./regions.ts";
import { RESOLVERS } from "./resolvers.ts";
import { THIS_SIDE } from "./this-side.ts";

/** Everything that the lab can break. */
export const CASES: LabCase[] = [
  ...NAMES,
  ...ONE_SITE,
  ...PATIENCE_AND_DEATH,
  ...THIS_SIDE,
  ...HARMLESS,
  ...REGIONS,
  ...PROXIES,
  ...RESOLVERS,
  ...CABLES,
];
