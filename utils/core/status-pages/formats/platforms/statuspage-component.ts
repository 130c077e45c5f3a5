import type { IncidentSeverity } from "../../../feed/incident.ts";
import type { SourceContext } from "../../parsing/adapter.ts";
import { type Fields, textOf } from "../../parsing/fields.ts";
import { parseTime } from "../../parsing/parse-time.ts";
import { regionId } from "../../parsing/region-ids.ts";
import { meaningOf, type UnknownValues } from "../../parsing/unknown-values.ts";
import { STATUSPAGE } from "../word-table.ts";

/** A component of a Statuspage. `severity` null: it works. `edge`: it is a point of presence, one city of a CDN. */
export type Component = { name: string; region: string | null; edge: boolean; severity: IncidentSeverity | null; changed: number | null };

/** Cloudflare has one component per data centre, "Amsterdam, Netherlands - (AMS)". Traffic is re-routed around a city unnoticed. */
const POINT_OF_PRESENCE = / - \(([A-Z]{3})\)$/;
/** GitHub has a component "Visit www.githubstatus.com for more information". */
const NOTICE = /^visit \S{3,80} for more information\.?$/i;

/** The region that a component names: "NYC3", or with the town in brackets "US-East (Newark)". */
function regionNamed(provider: string, name: string): string | null {
  return regionId(provider, name) ?? regionId(provider, name.replace(/ \([^()]+\)$/, ""));
}

/** Reads a component; null for groups, which repeat the states of their members, and for notices. */
export function readComponent(
  raw: Fields,
  groups: ReadonlyMap<string, string>,
  source: SourceContext,
  unknown: UnknownValues,
): Component | null {
  const name = textOf(raw.name).trim();
  const state = meaningOf(STATUSPAGE.component, raw.status, unknown);
  if (raw.group === true || name === "" || NOTICE.test(name)) return null;
  const severity = state === "fine" ? null : state;
  const changed = parseTime(raw.updated_at);
  const code = POINT_OF_PRESENCE.exec(name)?.[1];
  if (code !== undefined) return { name, region: code.toLowerCase(), edge: true, severity, changed };
  // DigitalOcean's group "Droplets" has the members "Global", "NYC3", "AMS3": there the group is the product.
  const region = source.site === null ? regionNamed(source.provider, name) : null;
  const product = groups.get(textOf(raw.group_id));
  return { name: product !== undefined && (region !== null || name === "Global") ? product : name, region, edge: false, severity, changed };
}
