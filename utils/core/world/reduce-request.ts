import { classifyStatus, isRefusal } from "../net/classify-error.ts";
import type { ErrorClass } from "../net/failure.ts";
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
    ? reducePageError(withLastFault(world, event, host, knowledge), event, knowledge)
    : reducePageError(world, { ...event, error: moreSpecificError(world, event) }, knowledge);
}

/** In Chromium either report may name what failed where the other does not. */
function withLastFault(world: World, event: ErrorEvent, host: string, knowledge: Knowledge): World {
  const lead = leadOf(world, event, knowledge);
  return withPendingError(refineLastFault(world, event, host, lead), event, host, lead);
}

function reducePageError(world: World, event: ErrorEvent, knowledge: Knowledge): Step {
  const observation = observeError(world, event, knowledge);
  const named = classOfError(world, event);
  const ended = named.kind === "aborted" ? afterAbort(world, event) : world;
  // The person gave up on the load, so this is what the tab last tried to show, unless it tries something else already.
  const hung = "fault" in observation && observation.fault?.kind === "slow";
  const shown = hung && ended.tabs[event.tabId]?.loading == null ? "failed" : stateAfter(world, named);
  if (shown === null) return countObservation(ended, observation, knowledge);
  const lead = "lead" in observation ? observation.lead : null;
  return countObservation(recordTab(ended, event.tabId, judgedHost(event.target), event.at, shown, lead), observation, knowledge);
}

/** What a tab shows after an error of its page; null where that is not known: in Chromium `webNavigation` tells it. */
function stateAfter({ browser }: World, { kind, evidence }: ErrorClass): Tab["state"] | null {
  if (browser === "chromium") return null;
  if (kind === "blocked") return "blocked";
  return evidence === "ignore" ? null : "failed";
}
