import { advance } from "../../../server/detect/close-minute.ts";
import { createDetector, type Detector } from "../../../server/detect/detector.ts";
import { ingestActive, ingestReport } from "../../../server/detect/ingest.ts";
import { instantOf, minuteOf } from "../../../server/detect/minutes.ts";
import { detectorOutput } from "../../../server/detect/output.ts";
import { nameOfAlarm } from "./alarm-name.ts";
import { activeShare, COUNTRIES, type Crowd, drawCrowd, type Person, someoneActive } from "./crowd.ts";
import { exponential, poisson, type Random, randomFrom } from "./random.ts";
import { type SimulatedService, tailServices } from "./world.ts";

/**
 * Weeks in which nothing is wrong with any service, and much is wrong elsewhere. Figures and reasons:
 * - services draw from one report in eight hours to one in five minutes, evenly on a logarithmic scale;
 * - what was learned of each is off by a third either way, and the daily pattern is not learned at all;
 * - minutes clump: each minute of each service has a factor of its own, exponential (negative-binomial counts, variance mean + mean²);
 * - once a week each service annoys one office or campus: up to thirty people there report within five minutes;
 * - twice a day an access network is in trouble for a quarter of an hour and its people report many services.
 */
const QUIETEST = 0.002;
const BUSIEST = 0.2;
const MISLEARNED = 0.3;
const BURST_SIZE = 30;
const NETWORK_TROUBLES_A_DAY = 2;
const TROUBLED_REPORTS = 180;

export type QuietWeeks = { weeks: number; incidents: string[]; watches: number; reports: number };

/** Runs weeks without trouble over 2,000 services and collects every alarm, and every network or country that is told to be in trouble and is not. */
export function quietWeeks(weeks: number, seed: number): QuietWeeks {
  const random = randomFrom(seed);
  const crowd = drawCrowd(100_000, random);
  const services = tailServices();
  const learned = services.map(() => QUIETEST * (BUSIEST / QUIETEST) ** random());
  const truth = learned.map((usual) => usual * Math.exp(MISLEARNED * (2 * random() - 1)));
  const start = minuteOf(Date.UTC(2026, 2, 2));
  const baseline = Object.fromEntries(services.map(({ id }, index) => [id, learned[index] ?? 0]));
  const detector = createDetector({ services, baseline }, instantOf(start));
  ingestActive(detector, 0.14 * crowd.installs, instantOf(start), COUNTRIES);
  const incidents = new Set<string>();
  const troubled = new Set<string>();
  let watches = 0;
  let reports = 0;

  for (let minute = start; minute < start + weeks * 7 * 24 * 60; minute++) {
    const day = activeShare(minute) / 0.14;
    for (const [index, service] of services.entries()) {
      const count = poisson(random, (truth[index] ?? 0) * exponential(random) * day);
      for (let each = 0; each < count; each++) stray(detector, crowd, service, minute);
      reports += count;
      if (random() < 1 / (7 * 24 * 60)) reports += burst(detector, crowd, service, minute, random);
    }
    if (random() < NETWORK_TROUBLES_A_DAY / (24 * 60)) {
      troubled.add(networkTrouble(detector, crowd, services, minute, random));
      reports += TROUBLED_REPORTS;
    }
    advance(detector, instantOf(minute + 1));
    const published = detectorOutput(detector);
    for (const alarm of published.alarms) incidents.add(nameOfAlarm(alarm));
    for (const { name, cannotReach } of published.networks) if (!troubled.has(name)) incidents.add(`${name} without ${cannotReach}`);
    watches += published.services.length;
  }
  return { weeks, incidents: [...incidents], watches, reports };
}

function stray(detector: Detector, crowd: Crowd, service: SimulatedService, minute: number): void {
  send(detector, service, someoneActive(crowd, minute), minute);
}

function burst(detector: Detector, crowd: Crowd, service: SimulatedService, minute: number, random: Random): number {
  const person = someoneActive(crowd, minute);
  const size = Math.ceil(BURST_SIZE * random());
  for (let each = 0; each < size; each++) send(detector, service, { ...person, prefix: `office-${minute}-${each}` }, minute);
  return size;
}

/** Sixty people of one network report three services each, opened as people open them. @returns that network */
function networkTrouble(detector: Detector, crowd: Crowd, services: SimulatedService[], minute: number, random: Random): string {
  const person = someoneActive(crowd, minute);
  for (let each = 0; each < TROUBLED_REPORTS; each++) {
    const service = services[Math.floor(services.length * random() ** 3)];
    if (service !== undefined) send(detector, service, { ...person, prefix: `line-${minute}-${each % 60}` }, minute);
  }
  return person.network;
}

function send(detector: Detector, service: SimulatedService, { prefix, network, country }: Person, minute: number): void {
  const on = service.place === "" ? null : service.place;
  ingestReport(detector, { service: service.id, on, failure: "http.error", prefix, network, country }, instantOf(minute));
}
