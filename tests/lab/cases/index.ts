import type { LabCase } from "../lab-case.ts";
import { ATTACKS } from "./attacks.ts";
import { CABLES } from "./cables.ts";
import { CUT_WAYS } from "./cut-ways.ts";
import { EDGES } from "./edges.ts";
import { HARMLESS } from "./harmless.ts";
import { NAMES } from "./names.ts";
import { ONE_SITE } from "./one-site.ts";
import { PARTS_OF_PAGES } from "./parts.ts";
import { PROXIES } from "./proxies.ts";
import { REGIONS } from "./regions.ts";
import { RESOLVERS } from "./resolvers.ts";
import { THIS_SIDE } from "./this-side.ts";
import { TIMEOUTS_AND_KILLS } from "./timeouts-and-kills.ts";
import { WAITING } from "./waiting.ts";

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
  ...CUT_WAYS,
  ...EDGES,
  ...PARTS_OF_PAGES,
  ...WAITING,
  ...ATTACKS,
];
