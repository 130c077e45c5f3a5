import { type Rule, unclear } from "./rule.ts";

/** Other pages led the browser to all that failed: a page could make any site fail. */
export const ledByOthers: Rule<"led-by-others"> = {
  name: "led-by-others",
  conclude: (given) => (given.weighing.site.led === true ? unclear(given) : null),
};

/** What failed has just been seen to work: it is not "failing", and not yet surely over. */
export const answersAgain: Rule<"answers-again"> = {
  name: "answers-again",
  conclude: (given) => (given.likeliest === "site" && given.weighing.site.state === "recovering" ? unclear(given) : null),
};
