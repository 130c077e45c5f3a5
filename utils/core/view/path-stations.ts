import { namedPlace } from "../diagnosis/named-place.ts";
import type { LocalCause, Scope, Verdict } from "../diagnosis/verdict.ts";
import { parsePlaceId } from "../providers/place.ts";
import { evidenceSentence } from "./evidence-sentence.ts";
import { answersAgain, findEvidence, isForFewNames } from "./find-evidence.ts";
import { headline } from "./headline.ts";
import type { Situation } from "./situation.ts";
import { type Message, say } from "./translator.ts";

/** The four stations between a person and a page, in the order a request passes them. */
export const STATIONS = ["you", "network", "site", "cloud"] as const;
export type StationName = (typeof STATIONS)[number];

/** `suspected`: something may be wrong here, and it is not certain yet. */
export type StationState = "fine" | "broken" | "unknown" | "suspected";

export type Station = {
  name: StationName;
  state: StationState;
  /** The name of the station: "Netflix", "AWS", "the way to AWS"; null where only the general name is known. */
  label: string | { provider: string } | { wayTo: string } | null;
  /** The reason for the state: what answered, or the strongest evidence of a failure. */
  proof: Message<ProofKey>;
};

type ProofKey =
  | ReturnType<typeof evidenceSentence>["key"]
  | ReturnType<typeof headline>["key"]
  | `path.${"answered" | "siteAnswers" | "siteStatus" | "refuses" | "cloudAnswers" | "unknown" | "behind" | "suspected" | "noSite" | "notRequested" | "noCloud" | "cloudReported"}`;

const BROKEN_AT: { [scope in Scope]: StationName | null } = {
  clear: null,
  local: "you",
  network: "network",
  site: "site",
  provider: "cloud",
  unclear: null,
};

/** Local causes that hide the state of the network, whatever answered before. */
const HIDES_NETWORK = new Set<LocalCause>(["offline", "no-internet", "dns", "captive-portal", "proxy"]);

/**
 * The state of each of the four stations. A station is fine only where an answer of the last minutes proves it. The stations after a
 * broken one are unknown, because no request gets there. What answers again is no longer broken, and not yet proven.
 */
export function pathStations(situation: Situation, siteName: string | null): Station[] {
  const { verdict, now } = situation;
  return [you(situation), network(situation), site(situation, siteName), cloud(situation)].map((station) => {
    if (brokenAt(verdict) !== station.name) return station;
    const [strongest] = verdict.evidence;
    const proof = strongest === undefined ? headline(verdict, siteName) : evidenceSentence(strongest, now);
    return { ...station, state: answersAgain(verdict) ? "suspected" : "broken", proof };
  });
}

/** Where the path is broken; null where it is not, or where that is not known. */
function brokenAt(verdict: Verdict): StationName | null {
  return verdict.cause === "interception" && isForFewNames(verdict) ? "network" : BROKEN_AT[verdict.scope];
}

type Proven = Pick<Station, "state" | "proof">;

/** Whether the way out is open: what answered lately, through this device and its network, unless a later check of it failed. */
function connection(situation: Situation): Proven {
  const { verdict, answeredLately, failedStatus, isCutOff, now } = situation;
  const check = findEvidence(verdict, "reachability");
  if (isCutOff) return { state: "unknown", proof: check === undefined ? say("path.unknown") : evidenceSentence(check, now) };
  if (answeredLately > 0) return { state: "fine", proof: say("path.answered", { count: answeredLately }) };
  const control = findEvidence(verdict, "others-work") ?? (check?.result === "reached" ? check : undefined);
  if (control !== undefined) return { state: "fine", proof: evidenceSentence(control, now) };
  if (siteAnswers(situation)) return { state: "fine", proof: say("path.siteAnswers") };
  if (failedStatus !== null) return { state: "fine", proof: say("path.siteStatus", { status: `HTTP ${failedStatus}` }) };
  return { state: "unknown", proof: say("path.unknown") };
}

function you(situation: Situation): Station {
  return { name: "you", label: null, ...connection(situation) };
}

function network(situation: Situation): Station {
  const { verdict } = situation;
  if (verdict.scope === "local" && HIDES_NETWORK.has(verdict.cause))
    return { name: "network", state: "unknown", label: null, proof: say("path.behind") };
  const label = verdict.cause === "route" ? { wayTo: parsePlaceId(verdict.subject).provider } : null;
  return { name: "network", label, ...connection(situation) };
}

/** Whether the site of the tab has answered, be it with a refusal. */
function siteAnswers({ verdict, host, opened }: Situation): boolean {
  return verdict.scope === "clear" && (verdict.cause === "refuses" || (host !== null && opened));
}

function site(situation: Situation, siteName: string | null): Station {
  const { verdict, access, now } = situation;
  const station = { name: "site" as const, label: siteName };
  if (verdict.scope === "unclear") return { ...station, state: "suspected", proof: say("path.suspected") };
  if (siteName === null) return { ...station, state: "unknown", proof: say("path.noSite") };
  if (verdict.cause === "refuses") return { ...station, state: "unknown", proof: say("path.refuses") };
  if (!siteAnswers(situation))
    return { ...station, state: "unknown", proof: say(verdict.scope === "clear" ? "path.notRequested" : "path.behind") };
  // Without full access an error page looks like any page.
  if (access === "basic") return { ...station, state: "unknown", proof: say("evidence.basicAccess") };
  const slower = findEvidence(verdict, "slower");
  return { ...station, state: "fine", proof: slower === undefined ? say("path.siteAnswers") : evidenceSentence(slower, now) };
}

function cloud(situation: Situation): Station {
  const { verdict, incident, standingOutage, now } = situation;
  const provider = cloudProvider(situation);
  if (provider === null) return { name: "cloud", state: "unknown", label: null, proof: say("path.noCloud") };
  const station = { name: "cloud" as const, label: { provider } };
  if (verdict.cause === "route") return { ...station, state: "unknown", proof: say("path.behind") };
  const reported = verdict.scope === "clear" && incident !== null && incident.status !== "resolved";
  if (standingOutage !== null || reported) {
    const place = standingOutage === null ? { provider, region: incident?.region ?? null } : parsePlaceId(standingOutage);
    return { ...station, state: "suspected", proof: say(siteAnswers(situation) ? "path.cloudReported" : "path.suspected", { place }) };
  }
  const neighbours = findEvidence(verdict, "same-cloud-works");
  if (neighbours !== undefined) return { ...station, state: "fine", proof: evidenceSentence(neighbours, now) };
  if (siteAnswers(situation)) return { ...station, state: "fine", proof: say("path.cloudAnswers", { place: { provider, region: null } }) };
  return { ...station, state: "unknown", proof: say("path.behind") };
}

/** The provider to name: the one that the verdict names, else the one that hosts this site. */
function cloudProvider({ verdict, hostedOn }: Situation): string | null {
  return namedPlace(verdict)?.provider ?? hostedOn[0]?.place.provider ?? null;
}
