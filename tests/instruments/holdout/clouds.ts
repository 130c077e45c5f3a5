import type { Answer } from "../scenarios/expectation.ts";
import { CLEAR, provider, type Sketch, site as siteAnswer, UNCLEAR } from "./holdout-scenario.ts";
import type { Draft, Fault, Notebook, Trouble } from "./session-writer.ts";
import { isRegion, providerOf, type Site, settle } from "./sites.ts";

type Plot = {
  spot: string;
  dependents: Site[];
  right: Answer[];
  fault: Fault;
  /** Distinct sites that fail before the last question. */
  sites: readonly [number, number];
  calls?: number;
  hidden?: boolean;
  /** The last failing site is tried once more. */
  again?: true;
};

/** How a cloud harms what stands on it. */
function drawHarm({ random }: Notebook): () => Trouble {
  const statuses = random.pick([[503], [500, 502, 503, 504], [500], [504, 502]]);
  const error = (): Trouble => ({ status: random.pick(statuses) });
  const breakage = random.pick(["timeout", "timeout", "refused", "reset", "empty"] as const);
  const silence = (): Trouble => ({ breaks: breakage });
  return random.pick([error, error, error, silence, () => (random.chance(0.5) ? error() : silence())]);
}

const onSpot =
  (spots: readonly string[], harm: () => Trouble, share: () => boolean = () => true): Fault =>
  (host) =>
    host.spot !== null && spots.includes(host.spot) && share() ? harm() : null;

const offProvider =
  (spot: string) =>
  (site: Site): boolean =>
    [site.page.spot, site.calls.spot, site.pictures.spot].every((other) => other === null || providerOf(other) !== providerOf(spot));

function orInBasic(book: Notebook, sites: readonly Site[], hidden: boolean | undefined): Answer[] {
  if (book.mode === "full") return [];
  return hidden === true ? [CLEAR] : [CLEAR, UNCLEAR, ...sites.map((site) => siteAnswer(site))];
}

/** Dependents of the spot are opened until enough have failed, with pages from elsewhere in between. */
function outage(book: Notebook, plot: Plot): Site | null {
  const { random } = book;
  const right = [...plot.right, ...orInBasic(book, plot.dependents, plot.hidden)];
  book.fault = plot.fault;
  const wanted = random.integer(...plot.sites);
  const failed = new Set<Site>();
  let failures = 0;
  let last: Site | null = null;
  for (let load = 0; load < 60 && failed.size < wanted; load++) {
    const site = plot.dependents[load % plot.dependents.length] as Site;
    const { bad, page, calls } = book.attempt(site, 1, plot.calls);
    if (bad) {
      failed.add(site);
      last = site;
      failures += (page ? 0 : 1) + calls;
      const early = [...failed].map((one) => siteAnswer(one));
      book.ask("probe", {}, "provider", [...right, ...early, CLEAR, { ...UNCLEAR, weak: true }], {
        seen: { failures, sites: failed.size },
      });
    }
    if (failed.size < wanted) book.elsewhere(plot.dependents, book.habits.between, offProvider(plot.spot));
  }
  if (last === null) return null;
  if (plot.again) book.attempt(last, 1, plot.calls);
  if (random.chance(0.6)) book.elsewhere(plot.dependents, [1, 2], offProvider(plot.spot));
  else book.look(true);
  book.conclude([{ tabId: 1 }, { site: last.domain }, {}], "provider", right);
  return last;
}

function cloud(name: string, draw: (book: Notebook) => Plot | null): Sketch {
  return {
    name,
    truth: "provider",
    draw(book) {
      const plot = draw(book);
      if (plot === null || outage(book, plot) === null) book.conclude([{}], "clear", [CLEAR]);
    },
  };
}

/** Sites on a spot, known to the browser, and some control from elsewhere. */
function prepare(book: Notebook, spot: string, role: "page" | "calls", count: number): Site[] {
  const dependents = settle(book.random, book.town, spot, role, count).slice(0, count + 2);
  book.begin(dependents);
  book.acquaint(dependents);
  book.elsewhere(dependents, [2, 4], offProvider(spot));
  return dependents;
}

const unannounced = cloud("unannounced", (book) => {
  const spot = book.random.pick(book.town.spots);
  const dependents = prepare(book, spot, "page", 4);
  return { spot, dependents, right: [provider(spot, "correlated")], fault: onSpot([spot], drawHarm(book)), sites: [3, 5] };
});
const partial = cloud("partial", (book) => {
  const { random } = book;
  const spot = random.pick(book.town.spots);
  const dependents = prepare(book, spot, "page", 5);
  const share = random.between(0.35, 0.9);
  return {
    spot,
    dependents,
    right: [provider(spot, "correlated")],
    fault: onSpot([spot], drawHarm(book), () => random.chance(share)),
    sites: [4, 5],
  };
});
const callsOnly = cloud("callsOnly", (book) => {
  const spot = book.random.pick(book.town.spots.filter(isRegion));
  const dependents = prepare(book, spot, "calls", 4);
  const fails = onSpot([spot], drawHarm(book));
  return {
    spot,
    dependents,
    right: [provider(spot, "correlated")],
    fault: (host, type, url) => (type === "xmlhttprequest" ? fails(host, type, url) : null),
    sites: [3, 5],
    calls: 2,
    hidden: true,
  };
});
const everyRegion = cloud("everyRegion", (book) => {
  const { random, town } = book;
  const many = [...new Set(town.spots.filter(isRegion).map(providerOf))].filter(
    (one) => town.spots.filter((spot) => providerOf(spot) === one).length >= 2,
  );
  if (many.length === 0) return null;
  const name = random.pick(many);
  const regions = town.spots.filter((spot) => providerOf(spot) === name);
  const byRegion = regions.map((spot) => settle(random, town, spot, "page", 2).slice(0, 2));
  const dependents = [0, 1].flatMap((rank) => byRegion.flatMap((sites) => sites[rank] ?? []));
  book.begin(dependents);
  book.acquaint(dependents);
  book.elsewhere(dependents, [2, 4], offProvider(name));
  const parts = regions.map((spot): Answer => ({ ...provider(spot), weak: true }));
  return {
    spot: name,
    dependents,
    right: [provider(name, "correlated"), ...parts],
    fault: onSpot(regions, drawHarm(book)),
    sites: [dependents.length, dependents.length],
  };
});

/** The feed names it, before or after it is felt. */
const announced = cloud("announced", (book) => {
  const { random, town } = book;
  const spot = random.pick(town.spots);
  const dependents = prepare(book, spot, "page", 3);
  const draft = random.pick<Draft>([
    {},
    { severity: "critical" },
    { status: "identified" },
    { age: 100 },
    { crowd: { reporters: 400, networks: 60, baseline: 2, series: [] } },
  ]);
  book.publish([book.incident(spot, draft)]);
  return {
    spot,
    dependents,
    right: [provider(spot, "incident", "both")],
    fault: onSpot([spot], drawHarm(book)),
    sites: [1, 3],
    again: true,
  };
});
/** Named by the feed, and only a part of the requests fails. */
const announcedPartial = cloud("announcedPartial", (book) => {
  const { random, town } = book;
  const spot = random.pick(town.spots);
  const dependents = prepare(book, spot, "page", 4);
  const share = random.between(0.4, 0.9);
  book.publish([book.incident(spot)]);
  const fault = onSpot([spot], drawHarm(book), () => random.chance(share));
  return { spot, dependents, right: [provider(spot, "incident", "both")], fault, sites: [2, 3], calls: 1 };
});
const announcedLate = cloud("announcedLate", (book) => {
  const { random, town } = book;
  const spot = random.pick(town.spots);
  const dependents = prepare(book, spot, "page", 3);
  const harm = drawHarm(book);
  book.fault = onSpot([spot], harm);
  for (let load = random.integer(1, 3); load > 0; load--) book.attempt(dependents[0] as Site, 1);
  book.publish([book.incident(spot, { age: random.integer(1, 20) })]);
  return { spot, dependents, right: [provider(spot, "incident", "both")], fault: onSpot([spot], harm), sites: [1, 3], again: true };
});
/** The feed names the provider and no region. */
const announcedWhole = cloud("announcedWhole", (book) => {
  const { random, town } = book;
  const spot = random.pick(town.spots.filter(isRegion));
  const dependents = prepare(book, spot, "page", 3);
  book.publish([book.incident(providerOf(spot))]);
  const right = [provider(spot, "incident", "both"), provider(providerOf(spot), "incident", "both")];
  return { spot, dependents, right, fault: onSpot([spot], drawHarm(book)), sites: [2, 3], again: true };
});
/** The feed's word is weak; several sites bear it out. */
const borneOut = cloud("borneOut", (book) => {
  const { random, town } = book;
  const spot = random.pick(town.spots);
  const dependents = prepare(book, spot, "page", 4);
  const crowd = { reporters: 300, networks: 40, baseline: 2, series: [] };
  const draft = random.pick<Draft>([
    { severity: "minor" },
    { status: "monitoring" },
    { age: 60 * 24 * 30 },
    { status: "possible", official: null, crowd },
  ]);
  book.publish([book.incident(spot, draft)]);
  return { spot, dependents, right: [provider(spot)], fault: onSpot([spot], drawHarm(book)), sites: [3, 4] };
});

/** A cloud fails; the tab asked about is elsewhere and well. */
const wellElsewhere: Sketch = {
  name: "wellElsewhere",
  truth: "provider",
  draw(book) {
    const { random, town } = book;
    const spot = random.pick(town.spots);
    const dependents = prepare(book, spot, "page", 4);
    const well = town.sites.find((site) => !dependents.includes(site) && offProvider(spot)(site));
    book.fault = onSpot([spot], () => ({ status: 503 }));
    for (const site of dependents.slice(0, 4)) book.attempt(site, 1);
    if (well === undefined) return book.conclude([{ tabId: 404 }], "clear", [CLEAR]);
    book.visit(well, { tab: 8 });
    book.conclude([{ tabId: 8 }, { site: well.domain }], "clear", [CLEAR]);
    book.conclude([{}, { tabId: 1 }], "provider", [provider(spot), ...orInBasic(book, dependents, true)]);
  },
};

/** It fails, it is felt, it is over, and the question comes half a minute to three minutes after things work again. */
const mended: Sketch = {
  name: "mended",
  truth: "provider",
  draw(book) {
    const { random, town } = book;
    const spot = random.pick(town.spots);
    const dependents = prepare(book, spot, "page", 3);
    const known = random.chance(0.5);
    if (known) book.publish([book.incident(spot)]);
    book.fault = onSpot([spot], drawHarm(book));
    const felt = dependents.slice(0, 3);
    for (const site of felt) {
      book.attempt(site, 1);
      book.elsewhere(dependents, [0, 2], offProvider(spot));
    }
    book.attempt(felt[0] as Site, 1);
    book.elsewhere(dependents, [1, 2], offProvider(spot));
    book.ask("mid", {}, "provider", [provider(spot), ...orInBasic(book, dependents, false)]);
    book.fault = () => null;
    book.now += random.pause(10_000, 120_000);
    if (known && random.chance(0.7))
      book.publish([book.incident(spot, random.pick<Draft>([{ status: "resolved" }, { status: "monitoring" }]))]);
    if (known && random.chance(0.3)) book.publish([]);
    for (let round = random.integer(1, 2); round > 0; round--) for (const site of felt) book.visit(site, { tab: 1 });
    book.elsewhere(dependents, [0, 2]);
    book.now += random.pause(60_000, 180_000);
    if (random.chance(0.6)) book.visit(felt[0] as Site, { tab: 1 });
    book.conclude([{ tabId: 1 }, {}], "clear", [CLEAR]);
  },
};

export const CLOUDS: readonly Sketch[] = [
  unannounced,
  partial,
  callsOnly,
  everyRegion,
  announced,
  announcedPartial,
  announcedLate,
  announcedWhole,
  borneOut,
  wellElsewhere,
  mended,
];
