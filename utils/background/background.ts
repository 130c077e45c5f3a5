import { announceOutage, announceReturn } from "../alerts/announce.ts";
import { createAlerts } from "../alerts/outage-alerts.ts";
import { createWatches } from "../alerts/watches.ts";
import { browserTranslator } from "../browser/browser-translator.ts";
import { tooltip } from "../core/view/headline.ts";
import { createElsewhere } from "../feed/ask-elsewhere.ts";
import { createFeedClient } from "../feed/feed-client.ts";
import { createHistory } from "../history/history.ts";
import { createVisits } from "../history/visits.ts";
import { createKnowledge } from "../providers/knowledge.ts";
import { createLearnedMap } from "../providers/learned-map.ts";
import { loadPublicSuffixes } from "../replacements/public-suffix.ts";
import { createReporter } from "../reports/reporter.ts";
import { openDatabase } from "../storage/database.ts";
import { createToolbar } from "../toolbar/toolbar.ts";
import { createTraceLog } from "../world/trace-log.ts";
import { answerAddressBar } from "./address-bar.ts";
import { createAlarms } from "./alarms.ts";
import { createEngine } from "./engine.ts";
import { createEraser } from "./erase.ts";
import { createJobQueue } from "./job-queue.ts";
import { offerLinkMenu } from "./link-menu.ts";
import { registerListeners } from "./listeners.ts";
import { answerPageCommands } from "./page-commands.ts";
import type { Parts } from "./parts.ts";

/*
 * What lives how long (`utils/storage/keys.ts` lists every key):
 *   the world       from the browser's start to its end, in session storage; in memory while the background is awake
 *   the trace log   the events of the last ten minutes, in session storage
 *   learned hosts   how often sites were opened and how fast they answer, up to 90 days, in IndexedDB
 *   the history     periods in which a site failed, 30 days or what the person sets, in IndexedDB
 *   watches         from a person's request until the site is back, a day at most, in local storage
 *   reports         opted in, from a few seconds after a failure until sent or ten minutes old, in IndexedDB
 *   feeds           the last good copy of each, in local storage; the answer of a status page, there too, 15 minutes
 *   address table   the last one the feed named, in IndexedDB; in memory from the first address on
 *   list of targets the last one the feed named, in IndexedDB; the hashes of its names in the world
 */

/**
 * Puts the background together. All of it runs in the first turn: a listener that is registered later is lost when the browser wakes
 * the background for its event.
 */
export function startBackground(): void {
  const words = browserTranslator("plain");
  const jobs = createJobQueue(loadPublicSuffixes);
  const database = openDatabase();
  const learned = createLearnedMap(database);
  const visits = createVisits(database);
  const history = createHistory(database);
  const traceLog = createTraceLog();
  const alarms = createAlarms();
  const knowledge = createKnowledge(
    ...([database, learned, visits] as const),
    () => engine.take({ event: "ranges", at: Date.now() }),
    (sha256, names) => engine.take({ event: "targets", at: Date.now(), sha256, names }),
  );
  const reporter = createReporter(database, knowledge.knowledge);
  const feedClient = createFeedClient((event) => engine.take(event));
  const elsewhere = createElsewhere((event) => engine.take(event));
  const watches = createWatches((watch, how) => announceReturn(watch, how, words));
  const alerts = createAlerts((step) => announceOutage(step, words));
  const toolbar = createToolbar((verdict, siteName, muted) => {
    const { key, values } = tooltip(verdict, siteName, muted);
    return words.text(key, values);
  });
  const parts: Parts = {
    jobs,
    alarms,
    alerts,
    elsewhere,
    feedClient,
    history,
    knowledge,
    learned,
    reporter,
    toolbar,
    traceLog,
    visits,
    watches,
  };
  const engine = createEngine(parts);

  registerListeners(engine, parts);
  answerPageCommands(engine, parts, createEraser(engine, parts), words.language);
  answerAddressBar(words.language, jobs.prepare);
  offerLinkMenu(words.text("links.why"));

  engine.start();
}
