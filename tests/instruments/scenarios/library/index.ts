import type { Scenario } from "../scenario.ts";
import { FEED_SCENARIOS } from "./feed.ts";
import { HEALTHY_SCENARIOS } from "./healthy.ts";
import { LOCAL_SCENARIOS } from "./local.ts";
import { MIXED_SCENARIOS } from "./mixed.ts";
import { NETWORK_SCENARIOS } from "./network.ts";
import { PROVIDER_SCENARIOS } from "./provider.ts";
import { RECOVERY_SCENARIOS } from "./recovery.ts";
import { SITE_SCENARIOS } from "./site.ts";

/** Every scenario that the diagnosis is fitted on. */
export const SCENARIOS: readonly Scenario[] = [
  ...HEALTHY_SCENARIOS,
  ...LOCAL_SCENARIOS,
  ...NETWORK_SCENARIOS,
  ...SITE_SCENARIOS,
  ...PROVIDER_SCENARIOS,
  ...FEED_SCENARIOS,
  ...RECOVERY_SCENARIOS,
  ...MIXED_SCENARIOS,
];
