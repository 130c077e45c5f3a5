import { describe, expect, test } from "vitest";
import { fiftyServices, inCountry, onNetworks, type Reporters, streamOf, USUAL, worldwide } from "./countries.ts";

/** Six operators carry a country, the first of them nearly half of it. */
const SIX_LARGE = onNetworks("ES", [45, 25, 15, 8, 5, 2]);
const MOST_IN_AMERICA = Object.fromEntries(
  Object.entries(USUAL).map(([country, share]) => [country, country === "US" ? 0.6 : (share * 0.4) / 0.65]),
);
const SEEDS = [1, 2, 3, 4];
const [first = ""] = fiftyServices("cloudflare");

/** All minutes from a quarter of an hour after the beginning, when both sides have been heard. */
function afterAQuarter(aMinute: number, reporters: Reporters, seed: number, options = {}) {
  return streamOf(seed, { from: 60, to: 100, aMinute, reporters, ...options }).ask([75, 80, 90, 100]);
}

describe("a CDN that people in one country do not reach", () => {
  test.each([
    ["300 small networks", inCountry("RU", 300)],
    ["six large networks", SIX_LARGE],
    ["300 small networks, and one report in ten from elsewhere", mixed(0.1, inCountry("RU", 300))],
    ["six large networks, and one report in ten from elsewhere", mixed(0.1, SIX_LARGE)],
  ])("is no outage of it, but trouble of the country: %s", (_, reporters) => {
    for (const seed of SEEDS) {
      for (const { incidents, networks } of afterAQuarter(4, reporters, seed)) {
        expect(incidents.filter(({ site }) => site === null)).toEqual([]);
        expect(networks).toMatchObject([{ asn: null, country: expect.stringMatching(/RU|ES/), cannotReach: ["cloudflare"] }]);
      }
    }
  });

  test("is no outage of it from the first report on, where nobody else reports", () => {
    for (const seed of SEEDS) {
      const answers = streamOf(seed, { from: 60, to: 100, aMinute: 3, reporters: inCountry("RU", 300) }).ask(minutes(60, 130));
      expect(answers.flatMap(({ incidents }) => incidents.filter(({ site }) => site === null))).toEqual([]);
      expect(answers.find(({ networks }) => networks.length > 0)?.t).toMatch(/T13:0\d/);
    }
  });

  test("is told of two CDNs at once, by one order", () => {
    const services = [...fiftyServices("cloudflare"), ...fiftyServices("fastly")];
    for (const seed of SEEDS) {
      const answers = streamOf(seed, { from: 60, to: 100, aMinute: 8, reporters: inCountry("RU", 300), services }).ask(minutes(60, 110));
      expect(answers.flatMap(({ incidents }) => incidents.filter(({ site }) => site === null))).toEqual([]);
      expect(answers.find(({ networks }) => networks.some(({ cannotReach }) => cannotReach.length === 2))?.t).toMatch(/T13:(0\d|10)/);
    }
  });

  test.each<[string, Reporters]>([
    ["few prefixes, as behind shared addresses", fewPrefixes(SIX_LARGE, 3)],
    ["prefixes that stand in for networks nobody knows, as of IPv6", unknownNetworks("RU", 400)],
    ["a country that has a third of all people", inCountry("US", 300)],
  ])("is told within ten minutes of people with %s", (_, reporters) => {
    for (const seed of SEEDS) {
      const answers = streamOf(seed, { from: 60, to: 100, aMinute: 6, reporters }).ask(minutes(60, 70));
      expect(answers.flatMap(({ incidents }) => incidents.filter(({ site }) => site === null))).toEqual([]);
      expect(answers.at(-1)?.networks).toMatchObject([{ asn: null, cannotReach: ["cloudflare"] }]);
    }
  });

  test("tells since when, and how many people on how many networks, as of an incident", () => {
    const [, answer] = afterAQuarter(4, inCountry("RU", 300), 1);
    expect(answer?.networks).toMatchObject([
      { name: "RU", since: expect.stringMatching(/T13:0\dZ|T13:0\d:00Z/), crowd: { reporters: 80, networks: 70 } },
    ]);
  });

  test("is over once they report no more", () => {
    const [during, after] = streamOf(1, { from: 60, to: 100, aMinute: 4, reporters: SIX_LARGE }).ask([95, 150]);
    expect(during?.networks).toHaveLength(1);
    expect(after).toMatchObject({ incidents: [], networks: [] });
  });

  test("takes none of its sites along: they have no incident, and are not elevated", () => {
    const [, , , last] = afterAQuarter(20, inCountry("RU", 300), 1);
    expect(last?.incidents).toEqual([]);
    expect(last?.services.filter(({ state }) => state === "elevated")).toEqual([]);
  });

  test("is an outage where the usual shares of countries are not known: nothing is assumed", () => {
    for (const { incidents, networks } of afterAQuarter(4, inCountry("RU", 300), 1, { usual: null })) {
      expect(incidents).toContainEqual(expect.objectContaining({ provider: "cloudflare", site: null, areas: [] }));
      expect(networks).toEqual([]);
    }
  });

  test("becomes an outage within minutes when the others fail too, and what was said of the country is withdrawn", () => {
    for (const seed of SEEDS) {
      const reporters: Reporters = (random, minute) => (minute < 8 ? SIX_LARGE(random, minute) : worldwide()(random, minute));
      const [early, late] = streamOf(seed, { from: 60, to: 100, aMinute: 4, reporters }).ask([68, 80]);
      expect(early).toMatchObject({ incidents: [], networks: [{ country: "ES" }] });
      expect(late).toMatchObject({ incidents: [{ provider: "cloudflare", site: null }], networks: [] });
    }
  });

  test("is never told to have recovered, where it was taken for an outage at first", () => {
    // The first reports come from everywhere by chance: strays.
    const reporters: Reporters = (random, minute) => (minute < 3 ? worldwide() : inCountry("RU", 300))(random, minute);
    const answers = streamOf(3, { from: 60, to: 100, aMinute: 5, reporters }).ask(minutes(60, 100));
    expect(answers.some(({ incidents }) => incidents.some(({ provider }) => provider === "cloudflare"))).toBe(true);
    expect(answers.at(-1)).toMatchObject({ incidents: [], networks: [{ country: "RU" }] });
  });
});

describe("an outage of a CDN", () => {
  test.each([
    ["everywhere", worldwide(), USUAL],
    ["seen by the country only that has most of the people, while the others sleep", awake("US", 0.95), MOST_IN_AMERICA],
    ["while most of the others sleep", awake("US", 0.75), USUAL],
  ])("%s is an incident, and trouble of no country", (_, reporters, usual) => {
    for (const seed of SEEDS) {
      for (const { incidents, networks } of afterAQuarter(3, reporters, seed, { usual })) {
        expect(incidents).toContainEqual(expect.objectContaining({ provider: "cloudflare", site: null }));
        expect(networks).toEqual([]);
      }
    }
  });

  test.each<[string, (minute: number) => number]>([
    ["all at once", (minute) => (minute < 10 ? 0 : 1)],
    ["minute by minute", (minute) => Math.min(1, minute / 20)],
  ])("that begins in one country and reaches the others %s becomes everybody's", (_, share) => {
    for (const seed of SEEDS) {
      const reporters: Reporters = (random, minute) => (random() < share(minute) ? worldwide() : inCountry("JP", 60))(random, minute);
      const [late] = streamOf(seed, { from: 60, to: 110, aMinute: 4, reporters }).ask([80]);
      expect(late).toMatchObject({ incidents: [{ provider: "cloudflare", site: null }], networks: [] });
    }
  });

  test("in two countries is an incident confined to them", () => {
    const both: Reporters = (random, minute) => inCountry(random() < 0.5 ? "RU" : "ES", 100)(random, minute);
    expect(afterAQuarter(3, both, 1).at(-1)?.incidents).toMatchObject([{ provider: "cloudflare", areas: ["ES", "RU"] }]);
  });

  test("everywhere is confined to no country", () => {
    expect(afterAQuarter(3, worldwide(), 1).at(-1)?.incidents).toMatchObject([{ provider: "cloudflare", areas: [] }]);
  });
});

describe("a region of a cloud whose people live in one country", () => {
  const japan = { services: fiftyServices("aws/us-east-1") };

  test("has an outage where they get its error pages", () => {
    const [, answer] = afterAQuarter(3, inCountry("JP", 40, "http.error"), 1, japan);
    expect(answer).toMatchObject({ incidents: [{ provider: "aws", region: "us-east-1", areas: ["JP"] }], networks: [] });
  });

  test("has an outage where one country has most of its people, and the others see it too", () => {
    for (const seed of SEEDS)
      for (const { incidents } of afterAQuarter(3, mixed(0.2, inCountry("US", 200, "http.error")), seed, japan))
        expect(incidents).toContainEqual(expect.objectContaining({ provider: "aws", region: "us-east-1", site: null }));
  });

  test("is not reached from there where they get nothing", () => {
    const [, answer] = afterAQuarter(3, inCountry("JP", 40), 1, japan);
    expect(answer).toMatchObject({ incidents: [], networks: [{ asn: null, country: "JP", cannotReach: ["aws"] }] });
  });
});

describe("trouble of one network", () => {
  const telefonica = onNetworks("ES", [1]);

  test("with one provider is told by the number of the network, without figures", () => {
    const [, answer] = afterAQuarter(3, telefonica, 1);
    expect(answer?.networks).toEqual([
      { asn: 60000, name: "AS60000", country: "ES", cannotReach: ["cloudflare"], since: expect.any(String), crowd: null },
    ]);
    expect(answer?.incidents).toEqual([]);
  });

  test("with everything is told as most", () => {
    const everything = { services: ["cloudflare", "fastly", "aws/us-east-1", "gcp"].flatMap((place) => fiftyServices(place).slice(0, 5)) };
    expect(afterAQuarter(6, telefonica, 1, everything).at(-1)?.networks).toMatchObject([{ asn: 60000, cannotReach: ["most"] }]);
  });

  test("of fewer than ten people is not told: it could be anybody's own", () => {
    const nine: Reporters = (random, minute) => ({ ...telefonica(random, minute), prefix: `p${Math.floor(9 * random())}` });
    expect(afterAQuarter(5, nine, 1).flatMap(({ networks }) => networks)).toEqual([]);
  });
});

test("reports about one site from one country make an incident of the site, confined to the country", () => {
  const one = { services: [first] };
  expect(afterAQuarter(2, inCountry("ES", 40), 1, one).at(-1)).toMatchObject({ incidents: [{ site: first, areas: ["ES"] }], networks: [] });
});

test("stray reports from everywhere put no network and no country in trouble", () => {
  const quiet = streamOf(5, { from: 60, to: 60, aMinute: 0, reporters: worldwide(), strays: 0.03 });
  expect(quiet.ask(minutes(30, 300)).flatMap(({ networks }) => networks)).toEqual([]);
});

function mixed(others: number, reporters: Reporters): Reporters {
  return (random, minute) => (random() < others ? worldwide() : reporters)(random, minute);
}

function awake(country: string, share: number): Reporters {
  return mixed(1 - share, inCountry(country, 200));
}

function minutes(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}

function fewPrefixes(reporters: Reporters, count: number): Reporters {
  return (random, minute) => {
    const sender = reporters(random, minute);
    return { ...sender, prefix: `${sender.network}-${Math.floor(count * random())}` };
  };
}

/** Without a table of networks a part of the prefix stands in for the network. */
function unknownNetworks(country: string, prefixes: number): Reporters {
  return (random) => {
    const prefix = `6-${Math.floor(prefixes * random())}`;
    return { country, failure: "tcp.timed_out", prefix, network: `${prefix.slice(0, 4)}/` };
  };
}
