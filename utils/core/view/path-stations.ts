import type { Evidence } from "../diagnosis/evidence.ts";
import type { LocalCause, Scope } from "../diagnosis/verdict.ts";
import { parsePlaceId } from "../providers/place.ts";
import { evidenceSentence } from "./evidence-sentence.ts";
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
  /** The name of the station: "Netflix", "AWS"; null where only the general name is known. */
  label: string | { provider: string } | null;
  /** The reason for the state: what answered, or the strongest evidence of a failure. */
  proof: Message<ProofKey>;
};

type ProofKey =
  | ReturnType<typeof evidenceSentence>["key"]
  | ReturnType<typeof headline>["key"]
  | `path.${"answered" | "siteAnswers" | "cloudAnswers" | "unknown" | "behind" | "suspected" | "noSite" | "notRequested" | "noCloud" | "cloudReported"}`;

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
 * broken one are unknown, because no request gets there.
 */
export function pathStations(situation: Situation, siteName: string | null): Station[] {
  return [you(situation), network(situation), site(situation, siteName), cloud(situation)].map((station) => {
    if (BROKEN_AT[situation.verdict.scope] !== station.name) return station;
    const [strongest] = situation.verdict.evidence;
    const proof = strongest === undefined ? headline(situation.verdict, siteName) : evidenceSentence(strongest, situation.now);
    return { ...station, state: "broken", proof };
  });
}

/** What answered lately, through this device and its network; null where nothing did. */
function proofOfConnection({ verdict, answeredLately, now }: Situation): Message<ProofKey> | null {
  if (answeredLately > 0) return say("path.answered", { count: answeredLately });
  const control = verdict.evidence.find(
    (one: Evidence) => one.kind === "others-work" || (one.kind === "reachability" && one.result === "reached"),
  );
  return control === undefined ? null : evidenceSentence(control, now);
}

function you(situation: Situation): Station {
  const proof = proofOfConnection(situation);
  if (proof !== null) return { name: "you", state: "fine", label: null, proof };
  if (siteAnswers(situation)) return { name: "you", state: "fine", label: null, proof: say("path.siteAnswers") };
  return { name: "you", state: "unknown", label: null, proof: say("path.unknown") };
}

function network(situation: Situation): Station {
  const { verdict } = situation;
  if (verdict.scope === "local" && HIDES_NETWORK.has(verdict.cause))
    return { name: "network", state: "unknown", label: null, proof: say("path.behind") };
  return { ...you(situation), name: "network" };
}

function siteAnswers({ verdict, host, seen }: Situation): boolean {
  return verdict.scope === "clear" && host !== null && seen;
}

function site(situation: Situation, siteName: string | null): Station {
  const { verdict } = situation;
  const station = { name: "site" as const, label: siteName };
  if (verdict.scope === "unclear") return { ...station, state: "suspected", proof: say("path.suspected") };
  if (siteName === null) return { ...station, state: "unknown", proof: say("path.noSite") };
  if (siteAnswers(situation)) return { ...station, state: "fine", proof: say("path.siteAnswers") };
  if (verdict.scope === "clear") return { ...station, state: "unknown", proof: say("path.notRequested") };
  return { ...station, state: "unknown", proof: say("path.behind") };
}

function cloud(situation: Situation): Station {
  const { verdict, incident, now } = situation;
  const provider = cloudProvider(situation);
  if (provider === null) return { name: "cloud", state: "unknown", label: null, proof: say("path.noCloud") };
  const station = { name: "cloud" as const, label: { provider } };
  if (verdict.scope === "clear" && incident !== null && incident.status !== "resolved") {
    return { ...station, state: "suspected", proof: say("path.cloudReported", { place: { provider, region: incident.region } }) };
  }
  const neighbours = verdict.evidence.find((one: Evidence) => one.kind === "same-cloud-works");
  if (neighbours !== undefined) return { ...station, state: "fine", proof: evidenceSentence(neighbours, now) };
  if (siteAnswers(situation)) return { ...station, state: "fine", proof: say("path.cloudAnswers", { place: { provider, region: null } }) };
  return { ...station, state: "unknown", proof: say("path.behind") };
}

/** The provider to name: the one blamed, else the one that hosts this site. */
function cloudProvider({ verdict, hostedOn }: Situation): string | null {
  if (verdict.scope === "provider") return parsePlaceId(verdict.subject).provider;
  return hostedOn[0]?.place.provider ?? null;
}
