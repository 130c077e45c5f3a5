import { advance } from "../../../server/detect/close-minute.ts";
import { createDetector, type Detector } from "../../../server/detect/detector.ts";
import { ingestReport } from "../../../server/detect/ingest.ts";
import { instantOf, minuteOf } from "../../../server/detect/minutes.ts";
import { detectorOutput } from "../../../server/detect/output.ts";
import { poisson, type Random, randomFrom } from "./random.ts";

/**
 * Attacks on one healthy service among fifty, with stray reports on all of them at the usual rate of one in a hundred minutes.
 * Every attacking address reports again and again, every half hour for three hours, with nothing but well-formed reports.
 */
export type Attack = {
  name: string;
  /** Parts of the runs in which an incident of the target, or of anything else that is well, was published. */
  alarms: number;
  runs: number;
  note: string;
};

type Attackers = { addresses: number; prefixes: number; networks: number };

const TARGET = "target";
const USUAL = 0.01;
const HOURS = 3;
const DAY = 24 * 60;
const START = minuteOf(Date.UTC(2026, 2, 2, 12));

const CROWDS: readonly (readonly [name: string, attackers: Attackers])[] = [
  ["1 address", { addresses: 1, prefixes: 1, networks: 1 }],
  ["200 addresses of one /24", { addresses: 200, prefixes: 1, networks: 1 }],
  ["10,000 addresses of one cloud", { addresses: 10_000, prefixes: 10_000, networks: 1 }],
  ...[50, 200, 1000, 10_000].flatMap((addresses) =>
    [1, 4, 100].map((networks) => [`${addresses} addresses, ${networks} networks`, { addresses, prefixes: addresses, networks }] as const),
  ),
];

/** The whole table. */
export function attackTable(runs: number, seed: number): Attack[] {
  const rows = CROWDS.map(([name, attackers]): Attack => {
    const alarms = count(runs, (run) => raisesAlarm(attackers, seed + run));
    return { name, alarms, runs, note: attackers.networks >= 100 ? "at most `possible`: only an official announcement makes it more" : "" };
  });
  return [...rows, rivals(runs, seed), poisoning(Math.min(runs, 5), seed), suppression(runs, seed, 4), suppression(runs, seed, 100)];
}

function count(runs: number, happens: (run: number) => boolean): number {
  let sum = 0;
  for (let run = 0; run < runs; run++) if (happens(run)) sum++;
  return sum;
}

function healthyWorld(): Detector {
  const services = [
    { id: TARGET, on: ["aws/us-east-1"] },
    ...Array.from({ length: 49 }, (_, index) => ({ id: `other-${index}`, on: [index % 2 ? "aws/us-east-1" : "gcp"] })),
  ];
  return createDetector({ services, baseline: Object.fromEntries(services.map(({ id }) => [id, USUAL])) }, instantOf(START));
}

function strays(detector: Detector, random: Random, minute: number): void {
  for (const { id } of detector.services.values()) honest(detector, random, id, minute, USUAL);
}

/** Reports of ordinary people from everywhere. */
function honest(detector: Detector, random: Random, service: string, minute: number, rate: number): void {
  for (let each = poisson(random, rate); each > 0; each--)
    send(detector, service, `h${random()}`, `AS${Math.floor(60 * random() ** 2)}`, minute);
}

function send(detector: Detector, service: string, prefix: string, network: string, minute: number, failure = "http.error"): void {
  ingestReport(detector, { service, on: "aws/us-east-1", failure, prefix, network }, instantOf(minute));
}

function raisesAlarm({ addresses, prefixes, networks }: Attackers, seed: number): boolean {
  const random = randomFrom(seed);
  const detector = healthyWorld();
  for (let minute = START; minute < START + HOURS * 60; minute++) {
    strays(detector, random, minute);
    for (let each = poisson(random, addresses / 30); each > 0; each--) {
      const address = Math.floor(random() * addresses);
      send(detector, TARGET, `x${address % prefixes}`, `AS9${address % networks}`, minute);
    }
    advance(detector, instantOf(minute + 1));
    if (detectorOutput(detector).alarms.length > 0) return true;
  }
  return false;
}

/** An outage of another service, a thousand reports a minute; one in a hundred blames each of three healthy rivals. */
function rivals(runs: number, seed: number): Attack {
  const alarms = count(runs, (run) => {
    const random = randomFrom(seed + run);
    const detector = healthyWorld();
    for (let minute = START; minute < START + HOURS * 60; minute++) {
      strays(detector, random, minute);
      if (minute >= START + 30) {
        honest(detector, random, TARGET, minute, 1000);
        for (const rival of ["other-0", "other-1", "other-2"]) honest(detector, random, rival, minute, 10);
      }
      advance(detector, instantOf(minute + 1));
      if (detectorOutput(detector).services.some(({ id }) => id !== TARGET)) return true;
    }
    return false;
  });
  return { name: "healthy rivals of a large outage (1 % each)", alarms, runs, note: "alarms of the rivals" };
}

/** Four weeks of reports from fifty networks, just below what would be noticed; then a true outage of one report a minute. */
function poisoning(runs: number, seed: number): Attack {
  const WEEKS = 4;
  const rate = 2 * USUAL;
  const delays: number[] = [];
  const means: number[] = [];
  for (let run = 0; run < runs; run++) {
    const random = randomFrom(seed + run);
    const detector = healthyWorld();
    const struck = START + WEEKS * 7 * DAY;
    for (let minute = START; minute < struck + HOURS * 60; minute++) {
      strays(detector, random, minute);
      for (let each = poisson(random, rate); each > 0; each--)
        send(detector, TARGET, `x${random()}`, `AS9${Math.floor(50 * random())}`, minute);
      if (minute >= struck) honest(detector, random, TARGET, minute, 1);
      advance(detector, instantOf(minute + 1));
      if (minute === struck) means.push(detector.services.get(TARGET)?.baseline.mean ?? 0);
      if (minute >= struck && isNoticed(detector)) {
        delays.push(minute + 1 - struck);
        break;
      }
    }
  }
  const learned = means.reduce((sum, mean) => sum + mean, 0) / Math.max(1, means.length);
  return {
    name: "slow poisoning, 4 weeks at three times the usual",
    alarms: runs - delays.length,
    runs,
    note: `outages missed afterwards; noticed after ${median(delays)} min (unpoisoned ${median(delaysWithPraise(runs, seed, 0))}); learned ${learned.toFixed(4)} a minute instead of ${USUAL}`,
  };
}

/** A true outage of one report a minute while two thousand false "works for me" arrive from some networks. */
function suppression(runs: number, seed: number, networks: number): Attack {
  const delays = delaysWithPraise(runs, seed, networks);
  return {
    name: `suppression by false "ok", 2,000 addresses, ${networks} networks`,
    alarms: runs - delays.length,
    runs,
    note: `outages missed; noticed after ${median(delays)} min instead of ${median(delaysWithPraise(runs, seed, 0))}`,
  };
}

function delaysWithPraise(runs: number, seed: number, networks: number): number[] {
  const delays: number[] = [];
  for (let run = 0; run < runs; run++) {
    const random = randomFrom(seed + run);
    const detector = healthyWorld();
    for (let minute = START; minute < START + HOURS * 60; minute++) {
      strays(detector, random, minute);
      honest(detector, random, TARGET, minute, 1);
      for (let each = networks === 0 ? 0 : 60; each > 0; each--) {
        const address = Math.floor(random() * 2000);
        send(detector, TARGET, `x${address}`, `AS9${address % networks}`, minute, "ok");
      }
      advance(detector, instantOf(minute + 1));
      if (!isNoticed(detector)) continue;
      delays.push(minute + 1 - START);
      break;
    }
  }
  return delays;
}

function isNoticed(detector: Detector): boolean {
  return detectorOutput(detector).alarms.some((alarm) => alarm.kind === "service" && alarm.service === TARGET);
}

function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor((values.length - 1) / 2)] ?? Number.NaN;
}
