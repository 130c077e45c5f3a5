import type { createAlerts } from "../alerts/outage-alerts.ts";
import type { createWatches } from "../alerts/watches.ts";
import type { createElsewhere } from "../feed/ask-elsewhere.ts";
import type { createFeedClient } from "../feed/feed-client.ts";
import type { createHistory } from "../history/history.ts";
import type { createVisits } from "../history/visits.ts";
import type { createKnowledge } from "../providers/knowledge.ts";
import type { createLearnedMap } from "../providers/learned-map.ts";
import type { createReporter } from "../reports/reporter.ts";
import type { createToolbar } from "../toolbar/toolbar.ts";
import type { createTraceLog } from "../world/trace-log.ts";
import type { createAlarms } from "./alarms.ts";
import type { createJobQueue } from "./job-queue.ts";

/** What `background.ts` puts together: one of each while the background is awake. */
export type Parts = {
  jobs: ReturnType<typeof createJobQueue>;
  alarms: ReturnType<typeof createAlarms>;
  alerts: ReturnType<typeof createAlerts>;
  elsewhere: ReturnType<typeof createElsewhere>;
  feedClient: ReturnType<typeof createFeedClient>;
  history: ReturnType<typeof createHistory>;
  knowledge: ReturnType<typeof createKnowledge>;
  learned: ReturnType<typeof createLearnedMap>;
  reporter: ReturnType<typeof createReporter>;
  toolbar: ReturnType<typeof createToolbar>;
  traceLog: ReturnType<typeof createTraceLog>;
  visits: ReturnType<typeof createVisits>;
  watches: ReturnType<typeof createWatches>;
};
