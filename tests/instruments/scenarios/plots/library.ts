import type { Story } from "../story.ts";
import { FEED_STORIES } from "./feed.ts";
import { HEALTHY_STORIES } from "./healthy.ts";
import { LOCAL_STORIES } from "./local.ts";
import { MIXED_STORIES } from "./mixed.ts";
import { NETWORK_STORIES } from "./network.ts";
import { PROVIDER_STORIES } from "./provider.ts";
import { RECOVERY_STORIES } from "./recovery.ts";
import { SITE_STORIES } from "./site.ts";

/** Every story that is told. */
export const STORIES: readonly Story[] = [
  ...HEALTHY_STORIES,
  ...LOCAL_STORIES,
  ...NETWORK_STORIES,
  ...SITE_STORIES,
  ...PROVIDER_STORIES,
  ...FEED_STORIES,
  ...RECOVERY_STORIES,
  ...MIXED_STORIES,
];
