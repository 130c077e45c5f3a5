import { type Rule, unclear } from "./rule.ts";

/** So many others on one place must be back before a site that nobody has tried again is a part of what is over there. Judged. */
const OTHERS_BACK = 2;

/** Others that failed on its place together with it are back, and nobody has tried it again: what broke them all may be over. */
export const placeRecovers: Rule<"place-recovers"> = {
  name: "place-recovers",
  conclude: (given) => (given.likeliest === "site" && (given.weighing.suspect?.recovering ?? 0) >= OTHERS_BACK ? unclear(given) : null),
};

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
