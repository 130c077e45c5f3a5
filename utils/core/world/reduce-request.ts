import { classifyError, classifyStatus, isRefusal } from "../net/classify-error.ts";
import type { Origin } from "../net/origin.ts";
import type { Knowledge } from "../providers/knowledge.ts";
import type { CompletedEvent, ErrorEvent } from "./events.ts";
import { recordIntermediary, recordProxy } from "./intermediary.ts";
import { leadOf } from "./lead.ts";
import { afterAbort } from "./loading.ts";
import { observeCompleted, observeError } from "./observation.ts";
import { classOfError, moreSpecificError, refineLastFault, withPendingError } from "./same-load.ts";
import { countObservation, type Step } from "./step.ts";
import { recordTab } from "./tabs.ts";
import type { Tab, World } from "./world.ts";

/** Takes a request that ended with a response. */
export function reduceCompleted(before: World, event: CompletedEvent, knowledge: Knowledge): Step {
  const world = recordIntermediary(recordProxy(before, event), event, knowledge);
  if (event.speculative === true) return { world, ignored: "speculative" };
  const observation = observeCompleted(world, event, knowledge);
  const lead = "lead" in observation ? observation.lead : null;
  const { tabId, target, at, type } = event;
  const seen = type === "main_frame" ? recordTab(world, tabId, judgedHost(target), at, stateOf(event), lead) : world;
  return countObservation(seen, observation, knowledge);
}

/** A tab that shows an error page of the server has failed, like one that shows nothing. */
function stateOf({ status, wrote }: CompletedEvent): Tab["state"] {
  if (wrote === "challenge" || isRefusal(status)) return "refused";
  return classifyStatus(status) === null ? "shown" : "failed";
}

/** The host of a page that is judged. A port of its own is never a verdict on the site. */
export function judgedHost({ host, port }: Origin): string | null {
  return port === null ? host : null;
}

/** Takes a request that ended with no response. */
export function reduceError(before: World, event: ErrorEvent, knowledge: Knowledge): Step {
  const world = recordIntermediary(recordProxy(before, event), event, knowledge);
  if (event.speculative === true) return { world, ignored: "speculative" };
  const { host } = event.target;
  if (event.type !== "main_frame" || host === null) return countObservation(world, observeError(world, event, knowledge), knowledge);
  return world.browser === "chromium"
    ? reduceChromiumPageError(world, event, host, knowledge)
    : reduceFirefoxPageError(world, { ...event, error: moreSpecificError(world, event) }, knowledge);
}

function reduceChromiumPageError(world: World, event: ErrorEvent, host: string, knowledge: Knowledge): Step {
  const lead = leadOf(world, event, knowledge);
  const seen = withPendingError(refineLastFault(world, event, host, lead), event, host, lead);
  return reducePageError(seen, event, knowledge);
}

function reduceFirefoxPageError(world: World, event: ErrorEvent, knowledge: Knowledge): Step {
  const { kind, evidence } = classOfError(world, event);
  const state = kind === "blocked" ? "blocked" : evidence === "ignore" ? null : "failed";
  return reducePageError(world, event, knowledge, state);
}

function reducePageError(world: World, event: ErrorEvent, knowledge: Knowledge, state: Tab["state"] | null = null): Step {
  const observation = observeError(world, event, knowledge);
  // The person gave up on the load, so this is what the tab last tried to show, unless it tries something else already.
  const hung = "fault" in observation && observation.fault?.kind === "slow";
  const aborted = classifyError(world.browser, event.error).kind === "aborted";
  const ended = aborted ? afterAbort(world, event) : world;
  const shown = hung && ended.tabs[event.tabId]?.loading == null ? "failed" : state;
  if (shown === null) return countObservation(ended, observation, knowledge);
  const lead = "lead" in observation ? observation.lead : null;
  return countObservation(recordTab(ended, event.tabId, judgedHost(event.target), event.at, shown, lead), observation, knowledge);
}
