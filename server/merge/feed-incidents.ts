import type { Incident } from "../../utils/core/feed/incident.ts";
import type { Service } from "../../utils/core/providers/catalogue.ts";
import { DAY } from "../../utils/core/time.ts";
import type { DetectorOutput } from "../detect/output.ts";
import type { JointView } from "../measure/join-vantages.ts";
import type { KeptIncident } from "../store/incident-store.ts";
import { crowdIncidents } from "./crowd-incidents.ts";
import { earlyIncidents } from "./early-incidents.ts";
import { withMeasurements } from "./measured-incidents.ts";
import { mergeIncidents } from "./merge-incidents.ts";
import { CROWD, DEPENDENTS, type SourcedIncident } from "./sourced-incident.ts";

/** Ended incidents are remembered for this long, so that an id is not given twice and a late post joins the incident it is about. */
export const REMEMBERED = 7 * DAY;

/** What is known at one moment: from status pages, from people, and from vantages where there are any. */
export type Observations = { official: readonly SourcedIncident[]; crowd: DetectorOutput; measured: JointView | null };

/**
 * The incidents of the feed: what status pages report, what they imply of the providers that they are hosted on, and the crowd's
 * alarms, joined by one set of rules, with what vantages see of their places. The live server and the replay of a recorded stream both call this.
 * @param before the incidents as this function returned them last
 * @param catalogue who is hosted where
 * @param isReadable whether an official source was read lately
 * @param now milliseconds of the epoch
 */
export function feedIncidents(
  before: readonly KeptIncident[],
  { official, crowd, measured }: Observations,
  catalogue: readonly Pick<Service, "id" | "on" | "owner">[],
  isReadable: (source: string) => boolean,
  now: number,
): KeptIncident[] {
  const reported = [...official, ...crowdIncidents(crowd, official), ...earlyIncidents(official, catalogue, now)];
  const isSourceReadable = (source: string) => source === CROWD || source === DEPENDENTS || isReadable(source);
  const merged = mergeIncidents(before, reported, isSourceReadable, now, (incident) => isOfPeopleCutOff(incident, crowd));
  return withMeasurements(merged, measured);
}

/** Whether what people report is explained by networks or countries that do not reach a provider, or much of anything. */
function isOfPeopleCutOff({ site, provider }: Incident, { networks, explained }: DetectorOutput): boolean {
  if (site !== null) return explained.includes(site);
  return networks.some(({ cannotReach }) => cannotReach.includes(provider));
}

/** Without those that ended so long ago that nothing can join them. */
export function stillRemembered(records: readonly KeptIncident[], now: number): KeptIncident[] {
  return records.filter(({ incident }) => incident.resolved === null || now - Date.parse(incident.resolved) < REMEMBERED);
}
