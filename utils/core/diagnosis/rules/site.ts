import type { NelType } from "../../net/failure.ts";
import type { SiteHealth } from "../health/site-health.ts";
import type { SiteCause } from "./finding.ts";
import type { Rule } from "./rule.ts";

/** The site itself is most likely the cause. */
export const site: Rule<"site"> = {
  name: "site",
  conclude({ likeliest, probability, weighing }) {
    if (likeliest !== "site") return null;
    const { name, kind, faults } = weighing.site;
    const failure = faults.findLast((fault) => fault.kind === kind)?.failure ?? "unknown";
    return { finding: { scope: "site", cause: siteCause(kind, failure), subject: name }, confidence: probability.site };
  },
};

/** The trouble of one site in terms that a person knows. */
function siteCause(kind: SiteHealth["kind"], failure: NelType): SiteCause {
  switch (kind) {
    // What came was garbled: by its stage it is the certificate's, the server's or the line's.
    case "broken":
      return failure.startsWith("tls.") ? "tls" : failure.startsWith("http.") ? "http" : "unreachable";
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
