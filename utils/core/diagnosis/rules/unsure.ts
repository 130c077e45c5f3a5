import { LIKELY, LIKELY_AMONG_SEVERAL } from "../weighing/likelihoods.ts";
import { type Rule, unclear } from "./rule.ts";

/** With at least this many troubles of others at once, one site's own trouble needs a higher probability. Judged. */
const SEVERAL_TROUBLES = 2;

/** No scope is likely enough. */
export const tooUnsure: Rule<"too-unsure"> = {
  name: "too-unsure",
  conclude: (given) => (given.probability[given.likeliest] < LIKELY ? unclear(given) : null),
};

/** The site asks for a certificate that this browser does not have. That is no outage, and no verdict would help the person. */
export const certificateAskedFor: Rule<"certificate-asked-for"> = {
  name: "certificate-asked-for",
  conclude: (given) => (given.weighing.site.kind === "client-certificate" ? unclear(given) : null),
};

/** No site, provider or network is blamed without a control: another owner answered, or a check did. */
export const noControl: Rule<"no-control"> = {
  name: "no-control",
  conclude: (given) => (given.weighing.hasControl ? null : unclear(given)),
};

/** One failure is a question, not an answer. A load that has waited for so long while others answer is one. */
export const oneFailure: Rule<"one-failure"> = {
  name: "one-failure",
  conclude: (given) =>
    given.likeliest === "site" && given.weighing.site.faults.length < 2 && given.weighing.site.hang === null ? unclear(given) : null,
};

/** Several others fail as well and no common cause was found: "this one site" needs more than the usual probability. */
export const amongSeveral: Rule<"among-several"> = {
  name: "among-several",
  conclude(given) {
    const several = given.likeliest === "site" && given.weighing.contrast.troubles >= SEVERAL_TROUBLES;
    return several && given.probability.site < LIKELY_AMONG_SEVERAL ? unclear(given) : null;
  },
};
