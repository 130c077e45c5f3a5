import { CLOUDS } from "./clouds.ts";
import type { Sketch } from "./holdout-scenario.ts";
import { ONE_SITE } from "./one-site.ts";
import { OWN_SIDE } from "./own-side.ts";
import { QUIET_DAYS } from "./quiet-days.ts";

/** Every sketch. */
export const SKETCHES: readonly Sketch[] = [...QUIET_DAYS, ...OWN_SIDE, ...ONE_SITE, ...CLOUDS];
