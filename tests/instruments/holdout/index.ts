import { CLOUDS } from "./clouds.ts";
import { FIELD_SCENARIOS } from "./field/index.ts";
import type { HoldoutScenario } from "./holdout-scenario.ts";
import { ONE_SITE } from "./one-site.ts";
import { OWN_SIDE } from "./own-side.ts";
import { QUIET_DAYS } from "./quiet-days.ts";

/** Every hold-out scenario. */
export const HOLDOUT_SCENARIOS: readonly HoldoutScenario[] = [...QUIET_DAYS, ...OWN_SIDE, ...ONE_SITE, ...CLOUDS, ...FIELD_SCENARIOS];
