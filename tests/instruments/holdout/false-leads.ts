import type { HoldoutScenario } from "./holdout-scenario.ts";
import type { Trouble } from "./request-writer.ts";
import type { SessionWriter } from "./session-writer.ts";
import { of, oneFails, SILENT, STATUSES } from "./site-fault.ts";
import { isRegion, moveSites, providerOf, type Site } from "./sites.ts";

/** What the feed says does not concern what fails. */
function falseLead(name: string, publish: (session: SessionWriter, place: string) => void): HoldoutScenario {
  return {
    name,
    truth: "site",
    play(session) {
      const { random, pool } = session;
      const regions = pool.places.filter(isRegion);
      const place = random.pick(regions);
      const site = moveSites(random, pool, place, "page", 1)[0] as Site;
      if (session.style.feed !== "none") session.begin([site]);
      session.acquaint([site]);
      publish(session, place);
      const silent = random.chance(0.4);
      const trouble: Trouble = silent ? { breaks: random.pick(SILENT) } : { status: random.pick(STATUSES) };
      oneFails(session, { site, fault: of(site, () => trouble), causes: [silent ? "unreachable" : "http"], hidden: !silent });
    },
  };
}

const lead = (name: string, draft: (session: SessionWriter, place: string) => Parameters<SessionWriter["incident"]>) =>
  falseLead(name, (session, place) => session.publish([session.incident(...draft(session, place))]));
export const wrongRegion = lead("wrongRegion", ({ random, pool }, place) => {
  const siblings = [
    ...pool.places.filter((other) => isRegion(other) && providerOf(other) === providerOf(place) && other !== place),
    `${providerOf(place)}/faraway-1`,
  ];
  return [random.pick(siblings), { severity: random.pick(["major", "critical"] as const) }];
});
export const minor = lead("minorIncident", (_session, place) => [place, { severity: "minor" }]);
export const mending = lead("mendingIncident", (_session, place) => [place, { status: "monitoring", age: 80 }]);
export const ancient = lead("ancientIncident", ({ random }, place) => [place, { age: random.pick([8 * 60, 60 * 24 * 3, 60 * 24 * 95]) }]);
export const finished = lead("finishedIncident", (_session, place) => [
  place,
  { status: "resolved", age: 100, resolved: "2026-03-03T08:50:00Z" },
]);
export const rumour = lead("rumour", (_session, place) => [
  place,
  { status: "possible", official: null, crowd: { reporters: 40, networks: 12, baseline: 2, series: [] } },
]);
export const planned = lead("plannedWork", (_session, place) => [place, { severity: "maintenance" }]);
export const foreign = lead("foreignIncident", ({ random, pool }, place) => [
  random.pick(pool.places.filter((other) => providerOf(other) !== providerOf(place))),
  { severity: "critical" },
]);
export const stale = falseLead("staleFeed", (session, place) => {
  const incident = session.incident(place);
  if (session.random.chance(0.5)) session.publish([incident], { issued: 120 });
  else {
    session.publish([incident], { issued: 10, lifetime: 12 });
    session.now += 4 * 60_000;
  }
});
export const stepsBack = falseLead("stepsBack", (session, place) => {
  session.publish([]);
  session.now += 9000;
  session.publish([session.incident(place)], { back: true });
});
export const takenBack = falseLead("incidentTakenBack", (session, place) => {
  session.publish([session.incident(place)]);
  session.now += 30_000;
  session.publish([]);
});
