import type { Incident } from "../../utils/core/feed/incident.ts";
import { parsePlaceId, placeId } from "../../utils/core/providers/place.ts";
import { isoTime } from "../../utils/core/status-pages/parsing/parse-time.ts";
import { SECOND } from "../../utils/core/time.ts";
import type { JointView, MeasuredFailure } from "../measure/join-vantages.ts";
import type { KeptIncident } from "../store/incident-store.ts";

/** An incident of a whole provider is measured where so many of its regions fail. Judged. */
const REGIONS_OF_PROVIDER = 2;

/**
 * Adds to open incidents what the vantages see of their places. What people report, or what services say of their provider, is
 * `investigating` where vantages see the same place or service fail: they are independent of both. Measurements alone make no incident: one name that its
 * vendor gives up would be an outage for everybody. They are in `views`, where a browser with failing sites of its own finds them.
 */
export function withMeasurements(records: readonly KeptIncident[], view: JointView | null): KeptIncident[] {
  return records.map((record) => {
    const { views: _, ...incident } = record.incident;
    const views = incident.resolved === null ? viewsOf(incident, view) : null;
    if (views === null) return { ...record, incident };
    return { ...record, incident: { ...incident, status: incident.status === "possible" ? "investigating" : incident.status, views } };
  });
}

function viewsOf(incident: Incident, view: JointView | null): NonNullable<Incident["views"]> | null {
  const [first, ...others] = view === null || incident.severity === "maintenance" ? [] : failuresOf(incident, view.fail);
  if (first === undefined) return null;
  const all = [first, ...others];
  const fail = [...new Set(all.flatMap(({ from }) => from))].toSorted();
  const answer = [...new Set(all.flatMap((one) => one.answer))].filter((vantage) => !fail.includes(vantage)).toSorted();
  const since = Math.min(...all.map((one) => one.since));
  return { fail, answer, since: isoTime(Math.floor(since / SECOND) * SECOND) };
}

/** The measured failures that are of an incident's service or place; of a whole provider its own, or those of several of its regions. */
function failuresOf({ site, provider, region }: Incident, fail: readonly MeasuredFailure[]): MeasuredFailure[] {
  const named = (id: string) => fail.filter(({ target }) => target === id);
  if (site !== null) return named(site);
  const own = named(placeId(provider, region));
  if (own.length > 0 || region !== null) return own;
  const regions = fail.filter(({ target }) => parsePlaceId(target).provider === provider);
  return regions.length >= REGIONS_OF_PROVIDER ? regions : [];
}
