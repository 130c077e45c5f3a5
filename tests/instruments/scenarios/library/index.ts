import type { Scenario } from "../scenario.ts";
import { AGAIN_SCENARIOS } from "./again.ts";
import { BROWSER_WORD_SCENARIOS } from "./browser-word.ts";
import { CDN_SCENARIOS } from "./cdn.ts";
import { CORNER_SCENARIOS } from "./corners.ts";
import { FEED_SCENARIOS } from "./feed.ts";
import { HANG_SCENARIOS } from "./hang.ts";
import { HEALTHY_SCENARIOS } from "./healthy.ts";
import { HOSTILE_SCENARIOS } from "./hostile.ts";
import { LOCAL_SCENARIOS } from "./local.ts";
import { MIXED_SCENARIOS } from "./mixed.ts";
import { NETWORK_SCENARIOS } from "./network.ts";
import { PROVIDER_SCENARIOS } from "./provider.ts";
import { RECOVERY_SCENARIOS } from "./recovery.ts";
import { REFUSAL_SCENARIOS } from "./refusals.ts";
import { ROUTE_SCENARIOS } from "./route.ts";
import { SIBLING_SCENARIOS } from "./siblings.ts";
import { SITE_SCENARIOS } from "./site.ts";
import { SLOW_SCENARIOS } from "./slow.ts";
import { SOCKET_SCENARIOS } from "./sockets.ts";
import { VIEW_SCENARIOS } from "./views.ts";
import { WHERE_SCENARIOS } from "./where.ts";
import { WRITER_SCENARIOS } from "./writers.ts";

/** The scenarios by the kind of fault that they tell of. */
const KINDS: Readonly<Record<string, readonly Scenario[]>> = {
  healthy: HEALTHY_SCENARIOS,
  local: LOCAL_SCENARIOS,
  network: NETWORK_SCENARIOS,
  site: SITE_SCENARIOS,
  provider: PROVIDER_SCENARIOS,
  feed: FEED_SCENARIOS,
  recovery: RECOVERY_SCENARIOS,
  mixed: MIXED_SCENARIOS,
  route: ROUTE_SCENARIOS,
  cdn: CDN_SCENARIOS,
  where: WHERE_SCENARIOS,
  view: VIEW_SCENARIOS,
  writer: WRITER_SCENARIOS,
  refusal: REFUSAL_SCENARIOS,
  corner: CORNER_SCENARIOS,
  sibling: SIBLING_SCENARIOS,
  hostile: HOSTILE_SCENARIOS,
  hang: HANG_SCENARIOS,
  "browser-word": BROWSER_WORD_SCENARIOS,
  slow: SLOW_SCENARIOS,
  again: AGAIN_SCENARIOS,
  socket: SOCKET_SCENARIOS,
};

/** Every scenario that the diagnosis is fitted on. */
export const SCENARIOS: readonly Scenario[] = Object.entries(KINDS).flatMap(([kind, scenarios]) =>
  scenarios.map((scenario) => ({ ...scenario, kind })),
);
