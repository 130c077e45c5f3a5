import type { Incident } from "../../utils/core/feed/incident.ts";
import { placementName } from "../../utils/core/providers/known-places.ts";
import type { SourceIncident } from "../../utils/core/status-pages/parsing/adapter.ts";
import { isoTime } from "../../utils/core/status-pages/parsing/parse-time.ts";
import { truncate } from "../../utils/core/status-pages/parsing/plain-text.ts";
import { MINUTE } from "../../utils/core/time.ts";
import { namedCauses } from "./named-cause.ts";

/** At least this many services hosted on one provider must get into trouble within this time to be evidence against it. Judged. */
const FEWEST_SERVICES = 3;
const WITHIN = 15 * MINUTE;

/** Who is hosted where. */
export type Dependence = {
  /** Providers that a service is hosted on, the main one first. */
  dependsOn(siteId: string): string[];
  /** Services of one owner fail together and are one witness; by default each service is its own owner. */
  ownerOf?(siteId: string): string;
};

/**
 * Large customers often announce trouble before their provider does. Their status pages are early evidence: a `possible` incident of
 * the provider (and region) that a page names as the cause, or that hosts three services which got into trouble within a quarter of an
 * hour. Planned work and ended incidents do not count.
 * @param incidents what all official sources report now
 */
export function earlyEvidence(incidents: readonly SourceIncident[], { dependsOn, ownerOf = (id) => id }: Dependence): Incident[] {
  const open = incidents.filter(({ status, severity }) => status !== "resolved" && status !== "possible" && severity !== "maintenance");
  const named = new Map<string, { provider: string; region: string | null; witnesses: SourceIncident[] }>();
  for (const incident of open) {
    for (const { provider, region } of namedCauses(incident)) {
      const key = `${provider}/${region ?? ""}`;
      const cause = named.get(key) ?? { provider, region, witnesses: [] };
      named.set(key, { ...cause, witnesses: [...cause.witnesses, incident] });
    }
  }
  const asNamed = [...named.values()].map(({ provider, region, witnesses }) => evidence(provider, region, witnesses, "names"));
  const accused = new Set([...named.values()].map(({ provider }) => provider));
  const together = failingTogether(open, dependsOn, ownerOf).filter(({ provider }) => !accused.has(provider));
  return [...asNamed, ...together.map(({ provider, witnesses }) => evidence(provider, null, witnesses, "hosted on"))];
}

type FailingTogether = { provider: string; witnesses: SourceIncident[] };

/** For each stretch of time, the one provider that hosts most of the services in trouble; none where two explain it equally well. */
function failingTogether(open: SourceIncident[], dependsOn: Dependence["dependsOn"], ownerOf: (id: string) => string): FailingTogether[] {
  const sorted = open.filter(({ site }) => site !== null).toSorted((a, b) => Date.parse(a.started) - Date.parse(b.started));
  const found = new Map<string, Set<SourceIncident>>();
  let evaluated = 0;
  for (const [index, first] of sorted.entries()) {
    const end = Date.parse(first.started) + WITHIN;
    const close = sorted.filter(({ started }, other) => other >= index && Date.parse(started) <= end);
    // A part of a stretch that was evaluated as a whole could name a provider where the whole names none.
    if (index + close.length <= evaluated) continue;
    evaluated = index + close.length;
    const best = bestExplanation(distinctOwners(close, ownerOf), dependsOn);
    if (best !== null) found.set(best.provider, new Set([...(found.get(best.provider) ?? []), ...best.witnesses]));
  }
  return [...found].map(([provider, witnesses]) => ({ provider, witnesses: [...witnesses] }));
}

function distinctOwners(incidents: SourceIncident[], ownerOf: (id: string) => string): SourceIncident[] {
  const byOwner = new Map<string, SourceIncident>();
  for (const incident of incidents) {
    const owner = ownerOf(incident.site ?? incident.provider);
    if (!byOwner.has(owner)) byOwner.set(owner, incident);
  }
  return [...byOwner.values()];
}

function bestExplanation(witnesses: SourceIncident[], dependsOn: Dependence["dependsOn"]): FailingTogether | null {
  const scores = new Map<string, { witnesses: SourceIncident[]; main: number }>();
  for (const witness of witnesses) {
    const providers = [...new Set(dependsOn(witness.site ?? witness.provider))].filter((provider) => provider !== witness.provider);
    for (const [rank, provider] of providers.entries()) {
      const score = scores.get(provider) ?? { witnesses: [], main: 0 };
      scores.set(provider, { witnesses: [...score.witnesses, witness], main: score.main + (rank === 0 ? 1 : 0) });
    }
  }
  const ranked = [...scores].toSorted(([, a], [, b]) => b.witnesses.length - a.witnesses.length || b.main - a.main);
  const [best, second] = ranked;
  if (best === undefined || best[1].witnesses.length < FEWEST_SERVICES) return null;
  if (second !== undefined && second[1].witnesses.length === best[1].witnesses.length && second[1].main === best[1].main) return null;
  return { provider: best[0], witnesses: best[1].witnesses };
}

function evidence(provider: string, region: string | null, witnesses: SourceIncident[], why: "names" | "hosted on"): Incident {
  const place = placementName(provider, region);
  const started = Math.min(...witnesses.map((incident) => Date.parse(incident.started)));
  const updated = Math.max(...witnesses.map((incident) => Date.parse(incident.updated)));
  const pages = witnesses.map((incident) => `${incident.site ?? incident.provider} (${incident.official?.url ?? "no page"})`);
  const title =
    why === "names" ? `Services name ${place} as the cause of their trouble` : `Services hosted on ${place} got into trouble together`;
  return {
    id: `early-${provider}-${region ?? "any"}-${isoTime(started).replace(/[-:]/g, "").slice(0, 13)}`,
    provider,
    region,
    areas: [],
    services: [],
    site: null,
    severity: witnesses.length >= FEWEST_SERVICES || witnesses.some(({ severity }) => severity !== "minor") ? "major" : "minor",
    status: "possible",
    started: isoTime(started),
    updated: isoTime(updated),
    resolved: null,
    title,
    summary: truncate(
      `${why === "names" ? "By the status pages of" : "In trouble, by their own status pages:"} ${[...new Set(pages)].join(", ")}.`,
      1000,
    ),
    advice: [],
    official: null,
    crowd: null,
    affects: [...new Set(witnesses.flatMap(({ site }) => site ?? []))],
  };
}
