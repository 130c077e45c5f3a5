import type { HoldoutScenario } from "../holdout-scenario.ts";
import { ANSWER_WRITERS } from "./answer-writers.ts";
import { ANSWERS_AGAIN } from "./answers-again.ts";
import { BROKEN_CORNERS } from "./broken-corner.ts";
import { CUT_WAY } from "./cut-way.ts";
import { HANGING_LOADS } from "./hanging-load.ts";
import { NAMED_OUTAGES } from "./named-outage.ts";
import { OWN_WORDS } from "./own-word.ts";
import { REAL_PAGES } from "./real-pages.ts";
import { REFUSED_PERSON } from "./refused-person.ts";
import { SEEN_ELSEWHERE } from "./seen-elsewhere.ts";
import { SLOW_ANSWERS } from "./slow-answers.ts";
import { STEERED_PAGES } from "./steered-page.ts";

/** The hold-out scenarios that follow reports of real people: each kind of fault, and the twin in which another answer is right. */
export const FIELD_SCENARIOS: readonly HoldoutScenario[] = [
  ...CUT_WAY,
  ...NAMED_OUTAGES,
  ...SEEN_ELSEWHERE,
  ...ANSWER_WRITERS,
  ...REFUSED_PERSON,
  ...BROKEN_CORNERS,
  ...STEERED_PAGES,
  ...HANGING_LOADS,
  ...SLOW_ANSWERS,
  ...OWN_WORDS,
  ...ANSWERS_AGAIN,
  ...REAL_PAGES,
];
