import { addressLookup } from "./address-lookup.ts";
import { askLoad } from "./ask-load.ts";
import { detectorMinute } from "./detector-minute.ts";
import { diagnoseCost } from "./diagnose-cost.ts";
import { eventCost } from "./event-cost.ts";
import { feedSize } from "./feed-size.ts";
import { learnedMap } from "./learned-map.ts";
import { measure } from "./measure.ts";
import type { Measurement } from "./outcome.ts";
import { pageCpu } from "./page-cpu.ts";
import { pageLoad } from "./page-load.ts";
import { parsing } from "./parsing.ts";
import { parsingGrowth } from "./parsing-growth.ts";
import { pollingCpu } from "./polling-cpu.ts";
import { popupPaint } from "./popup-paint.ts";
import { scale } from "./scale.ts";
import { serverLoad } from "./server-load.ts";
import { manySources } from "./sources.ts";
import { wakeUps } from "./wake-ups.ts";
import { worldSize } from "./world-size.ts";
import { zipSize } from "./zip-size.ts";

/** Everything that `npm run bench` measures, in the order of its table. */
export const MEASUREMENTS: readonly Measurement[] = [
  pageLoad,
  pageCpu,
  pollingCpu,
  wakeUps,
  eventCost,
  diagnoseCost,
  worldSize,
  popupPaint,
  scale,
  addressLookup,
  learnedMap,
  zipSize,
  feedSize,
  detectorMinute,
  parsing,
  parsingGrowth,
  serverLoad,
  measure,
  askLoad,
  manySources,
];
