import type { Answer } from "../scenarios/expectation.ts";
import { blame, cloud, drawHarm, offProvider, onPlaces, orInBasic, prepare } from "./cloud-outage.ts";
import type { Draft } from "./feed-writer.ts";
import { CLEAR, type HoldoutScenario, provider, route, UNCLEAR, weakly } from "./holdout-scenario.ts";
import { isRegion, moveSites, providerOf, type Site } from "./sites.ts";

const unannounced = cloud("unannounced", (session) => {
  const place = session.random.pick(session.pool.places);
  const dependents = prepare(session, place, "page", 4);
  const harm = drawHarm(session, place);
  return { place, dependents, right: blame(place, harm), fault: onPlaces([place], harm), sites: [3, 5] };
});
const partial = cloud("partial", (session) => {
  const { random } = session;
  const place = random.pick(session.pool.places);
  const dependents = prepare(session, place, "page", 5);
  const share = random.between(0.35, 0.9);
  const harm = drawHarm(session, place);
  // Where nothing tells who wrote the errors at an edge, one site's own trouble beside another's is as likely.
  const unsure = isRegion(place) ? [] : weakly(UNCLEAR);
  return {
    place,
    dependents,
    right: [...blame(place, harm), ...unsure],
    fault: onPlaces([place], harm, () => random.chance(share)),
    sites: [4, 5],
  };
});
const callsOnly = cloud("callsOnly", (session) => {
  const place = session.random.pick(session.pool.places.filter(isRegion));
  const dependents = prepare(session, place, "calls", 4);
  // Its silence would be no proof: other hosts there may well answer. And a 500 of a call is a program's word.
  const harm = drawHarm(session, place, ["both"]);
  const fails = onPlaces([place], harm);
  return {
    place,
    dependents,
    right: [provider(place, "correlated"), ...weakly(route(place))],
    fault: (host, type, url) => (type === "xmlhttprequest" ? fails(host, type, url) : null),
    sites: [3, 5],
    calls: 2,
    hidden: true,
  };
});
const everyRegion = cloud("everyRegion", (session) => {
  const { random, pool } = session;
  const many = [...new Set(pool.places.filter(isRegion).map(providerOf))].filter(
    (one) => pool.places.filter((place) => providerOf(place) === one).length >= 2,
  );
  if (many.length === 0) return null;
  const name = random.pick(many);
  const regions = pool.places.filter((place) => providerOf(place) === name);
  const byRegion = regions.map((place) => moveSites(random, pool, place, "page", 2).slice(0, 2));
  const dependents = [0, 1].flatMap((rank) => byRegion.flatMap((sites) => sites[rank] ?? []));
  session.begin(dependents);
  session.acquaint(dependents);
  session.elsewhere(dependents, [2, 4], offProvider(name));
  const parts = regions.map((place): Answer => ({ ...provider(place), weak: true }));
  const harm = drawHarm(session, regions[0] as string);
  // All of a cloud silent, with no region of it that answers: its own trouble, or the way to it.
  const way = harm.kind === "silence" ? [route(name)] : [];
  return {
    place: name,
    dependents,
    right: [provider(name, "correlated"), ...way, ...parts],
    fault: onPlaces(regions, harm),
    sites: [dependents.length, dependents.length],
  };
});

/** The feed names it, before or after it is felt. */
const announced = cloud("announced", (session) => {
  const { random, pool } = session;
  const place = random.pick(pool.places);
  const dependents = prepare(session, place, "page", 3);
  const draft = random.pick<Draft>([
    {},
    { severity: "critical" },
    { status: "identified" },
    { age: 100 },
    { crowd: { reporters: 400, networks: 60, baseline: 2, series: [] } },
  ]);
  session.publish([session.incident(place, draft)]);
  return {
    place,
    dependents,
    right: [provider(place, "incident", "both")],
    fault: onPlaces([place], drawHarm(session, place)),
    sites: [1, 3],
    again: true,
  };
});

/** Named by the feed, and only a part of the requests fails. */
const announcedPartial = cloud("announcedPartial", (session) => {
  const { random, pool } = session;
  const place = random.pick(pool.places);
  const dependents = prepare(session, place, "page", 4);
  const share = random.between(0.4, 0.9);
  session.publish([session.incident(place)]);
  const fault = onPlaces([place], drawHarm(session, place), () => random.chance(share));
  return { place, dependents, right: [provider(place, "incident", "both")], fault, sites: [2, 3], calls: 1 };
});
const announcedLate = cloud("announcedLate", (session) => {
  const { random, pool } = session;
  const place = random.pick(pool.places);
  const dependents = prepare(session, place, "page", 3);
  const harm = drawHarm(session, place);
  session.fault = onPlaces([place], harm);
  for (let load = random.integer(1, 3); load > 0; load--) session.attempt(dependents[0] as Site, 1);
  session.publish([session.incident(place, { age: random.integer(1, 20) })]);
  return { place, dependents, right: [provider(place, "incident", "both")], fault: onPlaces([place], harm), sites: [1, 3], again: true };
});

/** The feed names the provider and no region. */
const announcedWhole = cloud("announcedWhole", (session) => {
  const { random, pool } = session;
  const place = random.pick(pool.places.filter(isRegion));
  const dependents = prepare(session, place, "page", 3);
  session.publish([session.incident(providerOf(place))]);
  const right = [provider(place, "incident", "both"), provider(providerOf(place), "incident", "both")];
  return { place, dependents, right, fault: onPlaces([place], drawHarm(session, place)), sites: [2, 3], again: true };
});

/** The feed's evidence is weak; several failing sites confirm it. */
const borneOut = cloud("borneOut", (session) => {
  const { random, pool } = session;
  const place = random.pick(pool.places);
  const dependents = prepare(session, place, "page", 4);
  const crowd = { reporters: 300, networks: 40, baseline: 2, series: [] };
  const draft = random.pick<Draft>([
    { severity: "minor" },
    { status: "monitoring" },
    { age: 60 * 24 * 30 },
    { status: "possible", official: null, crowd },
  ]);
  session.publish([session.incident(place, draft)]);
  return { place, dependents, right: [provider(place)], fault: onPlaces([place], drawHarm(session, place)), sites: [3, 4] };
});

/** A cloud fails; the tab asked about is elsewhere and well. */
const wellElsewhere: HoldoutScenario = {
  name: "wellElsewhere",
  truth: "provider",
  play(session) {
    const { random, pool } = session;
    const place = random.pick(pool.places);
    const dependents = prepare(session, place, "page", 4);
    const well = pool.sites.find((site) => !dependents.includes(site) && offProvider(place)(site));
    session.fault = onPlaces([place], drawHarm(session, place, ["errors"]));
    for (const site of dependents.slice(0, 4)) session.attempt(site, 1);
    if (well === undefined) return session.conclude([{ tabId: 404 }], "clear", [CLEAR]);
    session.visit(well, { tab: 8 });
    session.conclude([{ tabId: 8 }, { site: well.domain }], "clear", [CLEAR]);
    session.conclude([{}, { tabId: 1 }], "provider", [provider(place), ...orInBasic(session, dependents, true)]);
  },
};

/** It fails, it is felt, it is over, and the question comes half a minute to three minutes after things work again. */
const mended: HoldoutScenario = {
  name: "mended",
  truth: "provider",
  play(session) {
    const { random, pool } = session;
    const place = random.pick(pool.places);
    const dependents = prepare(session, place, "page", 3);
    const known = random.chance(0.5);
    if (known) session.publish([session.incident(place)]);
    const harm = drawHarm(session, place);
    session.fault = onPlaces([place], harm);
    const felt = dependents.slice(0, 3);
    for (const site of felt) {
      session.attempt(site, 1);
      session.elsewhere(dependents, [0, 2], offProvider(place));
    }
    session.attempt(felt[0] as Site, 1);
    session.elsewhere(dependents, [1, 2], offProvider(place));
    const standing = known ? [provider(place)] : blame(place, harm);
    session.ask("mid", {}, "provider", [...standing, ...orInBasic(session, dependents, false)]);
    session.fault = () => null;
    session.now += random.pause(10_000, 120_000);
    if (known && random.chance(0.7))
      session.publish([session.incident(place, random.pick<Draft>([{ status: "resolved" }, { status: "monitoring" }]))]);
    if (known && random.chance(0.3)) session.publish([]);
    for (let round = random.integer(1, 2); round > 0; round--) for (const site of felt) session.visit(site, { tab: 1 });
    session.elsewhere(dependents, [0, 2]);
    session.now += random.pause(60_000, 180_000);
    if (random.chance(0.6)) session.visit(felt[0] as Site, { tab: 1 });
    session.conclude([{ tabId: 1 }, {}], "clear", [CLEAR]);
  },
};

export const CLOUDS: readonly HoldoutScenario[] = [
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
