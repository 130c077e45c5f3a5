import type { LabCase } from "../lab-case.ts";
import { CABLES } from "./cables.ts";
import { HARMLESS } from "./harmless.ts";
import { NAMES } from "./names.ts";
import { ONE_SITE } from "./one-site.ts";
import { PROXIES } from "./proxies.ts";
import { REGIONS } from "./regions.ts";
import { RESOLVERS } from "./resolvers.ts";
import { THIS_SIDE } from "./this-side.ts";
import { TIMEOUTS_AND_KILLS } from "./timeouts-and-kills.ts";

/** Everything that the lab can break. */
export const CASES: LabCase[] = [
  ...NAMES,
  ...ONE_SITE,
  ...TIMEOUTS_AND_KILLS,
  ...THIS_SIDE,
  ...HARMLESS,
  ...REGIONS,
  ...PROXIES,
  ...RESOLVERS,
  ...CABLES,
];
