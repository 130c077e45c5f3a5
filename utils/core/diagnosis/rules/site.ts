import type { SiteHealth } from "../health/site-health.ts";
import type { SiteCause } from "./finding.ts";
import type { Rule } from "./rule.ts";

/** The site itself is most likely the cause. */
export const site: Rule<"site"> = {
  name: "site",
  conclude({ likeliest, probability, weighing }) {
    if (likeliest !== "site") return null;
    const { name, kind } = weighing.site;
    return { finding: { scope: "site", cause: siteCause(kind), subject: name }, confidence: probability.site };
  },
};

/** The trouble of one site in terms that a person knows. */
function siteCause(kind: SiteHealth["kind"]): SiteCause {
  switch (kind) {
    case "dns":
      return "dns";
    case "tls":
    case "clock":
    case "interception":
    case "pin":
    case "client-certificate":
      return "tls";
    case "slow":
      return "slow";
    case "http":
      return "http";
    default:
      return "unreachable";
  }
}
