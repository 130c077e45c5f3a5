import type { CheckResult } from "../../net/check-result.ts";
import type { Fault } from "../../world/world.ts";
import type { Row } from "./hypotheses.ts";
import type { IncidentMatch } from "./match-incident.ts";

/** What one piece of evidence is. Sites are registrable domains, places are `provider/region` or `provider`. */
export type Sign =
  /** The kind of failure that weighs most among the site's own. */
  | { kind: "own-failures"; fault: Fault["kind"] }
  | { kind: "other-fails"; site: string; fault: Fault["kind"]; onSamePlace: boolean }
  /** `after`: an answer came after the last failure, or only between two failures. */
  | { kind: "other-works"; site: string; onSamePlace: boolean; after: "last-failure" | "first-failure" }
  | { kind: "neighbour-stumbled"; site: string }
  | { kind: "nobody-answers" }
  /** `seconds`: how long before the trouble the last answer of others came. */
  | { kind: "others-worked-before"; seconds: number; failedAlready: boolean }
  | { kind: "reachability"; result: CheckResult }
  | { kind: "clock-skew" }
  | { kind: "clock-right" }
  | { kind: "place-guessed"; place: string }
  | { kind: "fails-elsewhere-too"; place: string }
  | { kind: "incident"; place: string; strength: IncidentMatch["strength"] }
  | { kind: "site-reported" }
  /** Vantages, and how many of them, saw the place or the site fail; or they saw it answer since the trouble began. */
  | { kind: "place-measured"; place: string; failing: number }
  | { kind: "site-measured"; failing: number }
  | { kind: "network-reported" };

/** One piece of evidence with its likelihoods. */
export type Weighed = Sign & { row: Row };
