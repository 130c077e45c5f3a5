import { CLOUDS } from "./clouds.ts";
import type { HoldoutScenario } from "./holdout-scenario.ts";
import { ONE_SITE } from "./one-site.ts";
import { OWN_SIDE } from "./own-side.ts";
import { QUIET_DAYS } from "./quiet-days.ts";

/** The hold-out scenarios that were sketched before people's reports were read. */
export const HOLDOUT_SCENARIOS: readonly HoldoutScenario[] = [...QUIET_DAYS, ...OWN_SIDE, ...ONE_SITE, ...CLOUDS];
