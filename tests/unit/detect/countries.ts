import type { Random } from "../../instruments/simulation/random.ts";
import { type Recording, record, type Sender } from "./recording.ts";

/** Usual shares of countries, as a crowd mostly in America and Europe has them. */
export const USUAL: { [country: string]: number } = {
  US: 0.35,
  DE: 0.12,
  GB: 0.1,
  ES: 0.05,
  RU: 0.08,
  FR: 0.08,
  IN: 0.1,
  BR: 0.07,
  JP: 0.05,
};

const SERVICES = Array.from({ length: 50 }, (_, index) => {
  const place = index < 15 ? "cloudflare" : index < 27 ? "fastly" : index < 39 ? "aws/us-east-1" : "gcp";
  return { id: `s${index}`, on: [place] };
});
/** What each of fifty services has usually, in reports a minute. */
const STRAYS = 0.003;

/** The fifty services that are hosted on a place. */
export function fiftyServices(place: string): string[] {
  return SERVICES.filter(({ on }) => on.includes(place)).map(({ id }) => id);
}

/** Draws who sends a report. @param minute since the trouble began */
export type Reporters = (random: Random, minute: number) => Sender;

/** People in one country on some networks of about the same size. */
export function inCountry(country: string, networks: number, failure = "tcp.timed_out"): Reporters {
  return (random) => ({ country, failure, network: `AS${country.charCodeAt(0)}${1000 + Math.floor(networks * random())}` });
}

/** People in one country on networks of given sizes; the first is AS60000. */
export function onNetworks(country: string, sizes: readonly number[]): Reporters {
  const all = sizes.reduce((sum, size) => sum + size, 0);
  return (random) => {
    let left = random() * all;
    const index = sizes.findIndex((size) => {
      left -= size;
      return left < 0;
    });
    return { country, failure: "tcp.timed_out", network: `AS${60_000 + Math.max(0, index)}` };
  };
}

/** People everywhere, by the usual shares. */
export function worldwide(usual = USUAL): Reporters {
  return (random, minute) => {
    let left = random();
    let drawn = "US";
    for (const [country, share] of Object.entries(usual)) {
      if (left >= 0 && left < share) drawn = country;
      left -= share;
    }
    return inCountry(drawn, 50)(random, minute);
  };
}

type Trouble = {
  from: number;
  to: number;
  aMinute: number;
  reporters: Reporters;
  /** Those on the CDN unless others are given. */
  services?: string[];
  usual?: { [country: string]: number } | null;
  strays?: number;
};

/** A stream in which people report trouble, beside stray reports from everywhere. */
export function streamOf(seed: number, trouble: Trouble): Recording {
  const { from, to, aMinute, reporters, services = fiftyServices("cloudflare"), usual = USUAL, strays = STRAYS } = trouble;
  const recording = record(seed, SERVICES, Object.fromEntries(SERVICES.map(({ id }) => [id, strays])));
  const { random } = recording;
  recording.active(0, 20_000, usual ?? undefined);
  for (const { id } of SERVICES) recording.rate(0, to + 60, strays, id, () => worldwide()(random, 0));
  for (let minute = from; minute < to; minute++) {
    for (let count = 0; count < aMinute; count++) {
      // Some services are used more than others.
      const service = services[Math.floor(services.length * random() ** 1.5)] ?? "";
      recording.report(minute + random(), service, reporters(random, minute - from));
    }
  }
  return recording;
}
