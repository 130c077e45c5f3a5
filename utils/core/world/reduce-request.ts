import { classifyError, classifyStatus } from "../net/classify-error.ts";
import type { Knowledge } from "../providers/knowledge.ts";
import type { CompletedEvent, ErrorEvent } from "./events.ts";
import { recordIntermediary, recordProxy } from "./intermediary.ts";
import { observeCompleted, observeError } from "./observation.ts";
import { moreSpecificError, withPendingError } from "./same-load.ts";
import { countObservation, type Step } from "./step.ts";
import { recordTab } from "./tabs.ts";
import type { World } from "./world.ts";

/** Takes a request that ended with a response. */
export function reduceCompleted(before: World, event: CompletedEvent, knowledge: Knowledge): Step {
  const world = recordIntermediary(recordProxy(before, event), event, knowledge);
  if (event.speculative === true) return { world, ignored: "speculative" };
  // A tab that shows an error page of the server has failed, like one that shows nothing.
  const state = (classifyStatus(event.status)?.evidence ?? "ignore") === "ignore" ? "shown" : "failed";
  const seen = event.type === "main_frame" ? recordTab(world, event.tabId, event.target.host, event.at, state) : world;
  return countObservation(seen, observeCompleted(seen, event, knowledge), knowledge);
}

/** Takes a request that ended with no response. */
export function reduceError(before: World, event: ErrorEvent, knowledge: Knowledge): Step {
  const world = recordIntermediary(recordProxy(before, event), event, knowledge);
  if (event.speculative === true) return { world, ignored: "speculative" };
  const { host } = event.target;
  if (event.type !== "main_frame" || host === null) return countObservation(world, observeError(world, event, knowledge), knowledge);
  return world.browser === "chromium"
    ? reducePageError(withPendingError(world, event, host), event, knowledge)
    : reduceFirefoxPageError(world, { ...event, error: moreSpecificError(world, event, host) }, knowledge);
}

function reduceFirefoxPageError(world: World, event: ErrorEvent, knowledge: Knowledge): Step {
  const { kind, evidence } = classifyError("firefox", event.error);
  const state = kind === "blocked" ? "blocked" : evidence === "ignore" ? null : "failed";
  return reducePageError(state === null ? world : recordTab(world, event.tabId, event.target.host, event.at, state), event, knowledge);
}

function reducePageError(world: World, event: ErrorEvent, knowledge: Knowledge): Step {
  const observation = observeError(world, event, knowledge);
  // The person gave up on the load, so this is what the tab last tried to show.
  const hung = "fault" in observation && observation.fault?.kind === "slow";
  return countObservation(hung ? recordTab(world, event.tabId, event.target.host, event.at, "failed") : world, observation, knowledge);
}
