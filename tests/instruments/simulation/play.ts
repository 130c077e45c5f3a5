import { advance } from "../../../server/detect/close-minute.ts";
import { createDetector } from "../../../server/detect/detector.ts";
import { ingestActive, ingestReport } from "../../../server/detect/ingest.ts";
import { instantOf, minuteOf } from "../../../server/detect/minutes.ts";
import { type DetectorOutput, detectorOutput } from "../../../server/detect/output.ts";
import { isWithin } from "../../../utils/core/providers/place.ts";
import { MINUTE, SECOND } from "../../../utils/core/time.ts";
import { nameOfAlarm } from "./alarm-name.ts";
import { activeShare, COUNTRIES, drawCrowd, someoneActive } from "./crowd.ts";
import { type Outage, REACH, type Tier } from "./outage-table.ts";
import { poisson, randomFrom } from "./random.ts";
import { type SimulatedService, tailServices } from "./world.ts";

/**
 * From a failing visit to a report. Figures and why: seven in ten browsers saw two other sites answer within two minutes, nine in ten
 * use no proxy and no private window, and nine in ten diagnoses blame site or provider: 0.7 × 0.9 × 0.9.
 */
const REPORTED = 0.57;
/** One visit in 3,000 fails for a reason of its own that still looks like the site's fault. */
const STRAY_FAILURES = 1 / 3000;
/** A report names the place that the site is hosted on if the address was learned; three in ten do not. */
const PLACE_KNOWN = 0.7;
/** Seconds from the failure to the arrival: half a minute at most for a retry and the diagnosis, then the random delay of 5 to 45. */
const SHORTEST_DELAY = 10;
const LONGEST_DELAY = 75;
/** The client's own limits: one report a service in half an hour, six a day. */
const SAME_SERVICE_MINUTES = 30;
const REPORTS_A_DAY = 6;

const WARM_UP = 65;

type Pending = { at: number; service: string; on: string | null; prefix: string; network: string; country: string };

/** What a crowd saw of an outage. Minutes from the start of the impact; null where it saw nothing in time. */
export type Play = {
  /** First `possible` of the place at fault or of a brand that it took along. */
  possible: number | null;
  /** First incident of the place itself. */
  place: number | null;
  /** Incidents of anything that was well, and networks or countries that were. */
  wrong: string[];
};

/**
 * Plays one outage against a crowd until it is noticed, or for three hours, and checks all along that nothing else is named.
 * @param installs opted-in installs
 */
export function playOutage(outage: Outage, installs: number, seed: number): Play {
  const random = randomFrom(seed);
  const crowd = drawCrowd(installs, random);
  const services = servicesFor(outage);
  const hit = outage.kind === "access-network" ? new Set<string>() : hitBy(outage, services);
  const start = minuteOf(Date.parse(outage.start.replace("Z", ":00Z")));
  const end = minuteOf(Date.parse(outage.end.replace("Z", ":00Z")));
  const last = Math.min(end + 30, start + 180);
  const detector = createDetector({ services, baseline: usualOf(services, installs) }, instantOf(start - WARM_UP));
  ingestActive(detector, installs * activeShare(start - WARM_UP), instantOf(start - WARM_UP), COUNTRIES);
  const pending = new Map<number, Pending[]>();
  const sent = new Map<number, Map<string, number>>();
  const play: Play = { possible: null, place: null, wrong: [] };
  const wrong = new Set<string>();
  const failingNetworks = networksOf(outage);

  for (let minute = start - WARM_UP; minute < last; minute++) {
    const strength = minute < start || minute >= end ? 0 : Math.min(1, (minute - start + 1) / outage.ramp);
    for (const service of services) {
      const visits = (installs * activeShare(minute) * service.reach) / 10;
      const failing = strength * failureOf(outage, service, hit);
      const reports = poisson(random, visits * REPORTED * (failing + STRAY_FAILURES));
      for (let count = 0; count < reports; count++) {
        const person = someoneActive(crowd, minute);
        const stray = random() * (failing + STRAY_FAILURES) < STRAY_FAILURES;
        if (!stray && failingNetworks !== null && !failingNetworks.has(person.network)) continue;
        if (!maySend(sent, person.install, service.id, minute)) continue;
        const at = instantOf(minute) + random() * MINUTE + SECOND * (SHORTEST_DELAY + random() * (LONGEST_DELAY - SHORTEST_DELAY));
        const on = service.place !== "" && random() < PLACE_KNOWN ? service.place : null;
        put(pending, { at, service: service.id, on, prefix: person.prefix, network: person.network, country: person.country });
      }
    }
    const due = (pending.get(minute) ?? []).sort((a, b) => a.at - b.at);
    pending.delete(minute);
    for (const { at, ...report } of due) ingestReport(detector, { ...report, failure: "http.error" }, at);
    if (minute % 5 === 0) ingestActive(detector, installs * activeShare(minute), instantOf(minute) + 59 * SECOND);
    advance(detector, instantOf(minute + 1));
    note(play, wrong, detectorOutput(detector), outage, hit, minute + 1 - start);
    if (play.place !== null && minute > start + 60) break;
  }
  play.wrong = [...wrong];
  return play;
}

function servicesFor(outage: Outage): SimulatedService[] {
  const services = tailServices();
  for (const [tier, brands] of Object.entries(outage.brands) as [Tier, string[]][]) {
    for (const id of brands)
      services.push({ id, on: outage.kind === "site" ? [] : [outage.place], reach: REACH[tier].share, place: placeOf(outage) });
  }
  return services;
}

function placeOf(outage: Outage): string {
  return outage.kind === "site" ? "" : outage.place;
}

/** Services that the outage took along: its brands, and the tail's share on that provider or region. */
function hitBy(outage: Outage, services: SimulatedService[]): Set<string> {
  const hit = new Set(Object.values(outage.brands).flat());
  const there = services.filter(
    ({ id, place }) => id.startsWith("tail-") && (place === outage.place || place.startsWith(`${outage.place}/`)),
  );
  there.forEach(({ id }, index) => {
    if ((index * 0.618034) % 1 < outage.tail.services) hit.add(id);
  });
  return hit;
}

function failureOf(outage: Outage, service: SimulatedService, hit: Set<string>): number {
  if (outage.kind === "access-network") return outage.tail.failing;
  if (!hit.has(service.id)) return 0;
  return service.id.startsWith("tail-") ? outage.tail.failing : outage.failing;
}

/** An access network has several numbers, here six; some of the largest networks of the crowd represent it. */
function networksOf(outage: Outage): Set<string> | null {
  return outage.kind === "access-network" ? new Set(["AS1000", "AS1003", "AS1007", "AS1010", "AS1020", "AS1040"]) : null;
}

/** What the detector would have learned in weeks without trouble. */
function usualOf(services: SimulatedService[], installs: number): { [id: string]: number } {
  const active = 0.14 * installs;
  return Object.fromEntries(services.map(({ id, reach }) => [id, ((active * reach) / 10) * REPORTED * STRAY_FAILURES]));
}

function maySend(sent: Map<number, Map<string, number>>, install: number, service: string, minute: number): boolean {
  const before = sent.get(install) ?? new Map<string, number>();
  if (before.size >= REPORTS_A_DAY || minute - (before.get(service) ?? Number.NEGATIVE_INFINITY) < SAME_SERVICE_MINUTES) return false;
  sent.set(install, before.set(service, minute));
  return true;
}

function put(pending: Map<number, Pending[]>, report: Pending): void {
  const minute = minuteOf(report.at);
  const known = pending.get(minute);
  if (known === undefined) pending.set(minute, [report]);
  else known.push(report);
}

function note(play: Play, wrong: Set<string>, published: DetectorOutput, outage: Outage, hit: Set<string>, minutes: number): void {
  for (const alarm of published.alarms) {
    const isPlace = alarm.kind === "place" && outage.kind === "platform" && isWithin(alarm.place, outage.place);
    const isHit = alarm.kind === "service" && hit.has(alarm.service);
    if (isPlace && minutes > 0) play.place ??= minutes;
    if ((isPlace || isHit) && minutes > 0) play.possible ??= minutes;
    else if (!isPlace && !isHit) wrong.add(nameOfAlarm(alarm));
  }
  if (outage.kind !== "access-network") for (const { name, cannotReach } of published.networks) wrong.add(`${name} without ${cannotReach}`);
}
