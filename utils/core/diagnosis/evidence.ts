import type { IncidentSeverity, IncidentStatus } from "../feed/incident.ts";
import type { Vantage } from "../feed/views.ts";
import type { CheckResult } from "../net/check-result.ts";
import type { NelType } from "../net/failure.ts";

/**
 * One reason for a verdict. Every kind carries the numbers that its sentence needs and becomes exactly one localised
 * sentence (`view/evidence-sentence.ts`). Times are ISO strings, spans are whole seconds, sites are registrable domains.
 */
export type Evidence =
  /** Requests of this site that failed. `status` is the last HTTP status, where there was an answer. */
  | { kind: "failures"; site: string; count: number; failure: NelType; status: number | null; seconds: number }
  /** One failure so far: a question, not yet an answer. */
  | { kind: "first-failure"; site: string; failure: NelType; status: number | null }
  /** Some requests of the site fail and some succeed. */
  | { kind: "partly-works"; site: string; failed: number; succeeded: number }
  /** Loads of the site were given up after a long wait without an answer. */
  | { kind: "slow"; site: string; count: number; seconds: number }
  /** A load that has begun and has had no answer for so long. */
  | { kind: "hang"; site: string; seconds: number }
  /** Loads of the site that began to answer and stopped half-way. */
  | { kind: "stopped-half-way"; site: string; count: number }
  /** The site answered and turned this person away, with this status. */
  | { kind: "refused"; site: string; status: number }
  /** The site asks visitors to prove that they are people. */
  | { kind: "challenged"; site: string }
  /** The site took this long to answer, and usually takes `usually` seconds. Both with one decimal place. */
  | { kind: "slower"; site: string; seconds: number; usually: number }
  /** Other sites answer as fast as ever. */
  | { kind: "others-as-fast"; sites: number }
  /** This many other sites are slower than usual too. */
  | { kind: "others-slower"; sites: number }
  /** Who wrote the failed answer. `edge`: the provider itself. `origin`: the site's own server, the provider only passed it on. */
  | { kind: "written-by"; site: string; writer: "edge" | "origin" | "platform"; provider: string }
  /** The name leads to an address that exists nowhere, as filters answer. */
  | { kind: "null-address"; site: string }
  /** The certificate is not one that the site's owner uses. */
  | { kind: "not-pinned"; site: string }
  /** Other sites that answered meanwhile: the control. `seconds`: since when. */
  | { kind: "others-work"; sites: number; seconds: number }
  | { kind: "others-fail"; sites: number; seconds: number }
  /** Several sites on one cloud (region) fail. `region` null: the provider as a whole. */
  | { kind: "same-cloud-fails"; provider: string; region: string | null; sites: string[] }
  /** Of the sites on one place some fail each time and others never do: a cut, not an outage. */
  | { kind: "always-or-never"; provider: string; region: string | null; always: number; never: number }
  /** People in this country, or on this network, cannot reach the provider either. `network` null: no single network stands out. */
  | { kind: "cut-off-together"; provider: string; network: string | null; country: string; since: string }
  /** Sites on the same cloud (region) that answer. */
  | { kind: "same-cloud-works"; provider: string; region: string | null; sites: number }
  /** The part of the site that fails is hosted on this cloud, known from its address or name. */
  | { kind: "part-fails"; host: string; provider: string; region: string | null }
  /** An incident of a provider or of this site, from the feed. `acknowledged`: when the provider itself first reported it. */
  | {
      kind: "incident";
      id: string;
      provider: string;
      region: string | null;
      severity: IncidentSeverity;
      status: IncidentStatus;
      title: string;
      /** ISO countries that it is confined to; empty where that is not said. */
      areas: string[];
      services: string[];
      started: string;
      acknowledged: string | null;
    }
  /** The provider's status page was read and reports nothing so far. */
  | { kind: "official-silent"; provider: string; checked: string }
  /** Other people report it. Rounded, never below 5. `about` is a catalogue id or a place (`provider/region`). */
  | { kind: "crowd"; about: string; reporters: number; networks: number }
  /** It answered elsewhere since the trouble here began, after `ms` at the soonest: it may be this browser's account, VPN or region. */
  | { kind: "works-for-others"; site: string; from: Vantage[]; ms: number | null }
  /** It failed elsewhere too. `failure`: how it failed at the first of these places. */
  | { kind: "fails-for-others"; site: string; from: Vantage[]; failure: NelType; status: number | null }
  /** What the feed's vantages saw of the place under it, or of its service, at the time `at` (ISO). `about` is a place, or the service of `site`. */
  | { kind: "measured"; about: string; site: string | null; answered: Vantage[]; failed: Vantage[]; at: string }
  /** The site's own status page was read and reports nothing so far. */
  | { kind: "own-page-silent"; site: string; checked: string }
  /** What the extension's own reachability check found. */
  | { kind: "reachability"; result: CheckResult; seconds: number }
  | { kind: "feed-unreachable"; mirrors: number }
  | { kind: "browser-offline" }
  /** Local clock minus the mirror's, in minutes; null where only the certificates show it. */
  | { kind: "clock-skew"; minutes: number | null }
  /** Certificates of several unrelated sites are refused for one reason. */
  | { kind: "certificates"; sites: number; problem: "date" | "authority" }
  /** Names of several unrelated sites are not found. */
  | { kind: "names"; sites: number }
  | { kind: "proxy"; failure: NelType }
  | { kind: "blocked"; site: string }
  /** Requests succeed again; the verdict stays a little longer, until that is sure. */
  | { kind: "recovering"; site: string | null }
  /** Error pages cannot be seen without full access. */
  | { kind: "basic-access" };

export type EvidenceKind = Evidence["kind"];
