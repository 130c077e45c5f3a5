import type { Answer } from "../scenarios/expectation.ts";
import { CLEAR, type HoldoutScenario, local, UNCLEAR } from "./holdout-scenario.ts";
import { DOWN, own } from "./nothing-works.ts";

const HOUR = 3_600_000;

const pulledCable = own("pulledCable", () => ({
  breakage: "offline",
  check: DOWN,
  right: [local("offline", "no-internet")],
  offline: true,
  tries: [1, 5],
}));
const deadLine = own("deadLine", ({ random }) => ({
  breakage: random.pick(["unreachable", "timeout", "refused"] as const),
  check: DOWN,
  right: [local("no-internet", "offline"), { scope: "network" }],
  looked: true,
}));
const deadResolver = own("deadResolver", ({ random }) => ({
  breakage: "name-not-found",
  check: random.chance(0.75) ? DOWN : { result: "reached" },
  right: [local("dns", "no-internet")],
  looked: true,
}));
const hotel = own("hotel", ({ random }) => ({
  breakage: random.pick(["certificate-authority", "certificate-name", "certificate-self-signed", "reset", "timeout", "refused"] as const),
  check: { result: "captive", ...(random.chance(0.3) ? { skew: random.pick([40, -900, 7 * HOUR]) } : {}) },
  right: [local("captive-portal")],
  looked: true,
  tries: [2, 5],
}));
const deadProxy = own("deadProxy", ({ random }) => ({
  breakage: random.pick(["proxy-refused", "proxy-unknown"] as const),
  check: DOWN,
  right: [local("proxy")],
  tries: [2, 5],
}));
const strictProxy = own("strictProxy", () => ({ breakage: "tunnel", check: DOWN, right: [local("proxy")], looked: true }));
const wrongClock = own("wrongClock", ({ random }) => {
  const days = random.integer(30, 3_000) * (random.chance(0.5) ? 1 : -1);
  return {
    breakage: days > 0 ? "certificate-date" : random.pick(["certificate-future", "certificate-date"] as const),
    check: random.chance(0.5) ? DOWN : { result: "reached", skew: days * 24 * HOUR },
    right: [local("clock")],
    tries: [3, 5],
  };
});
const wrongClockSparesSome = own("wrongClockSparesSome", ({ random, pool }) => {
  const old = new Set(random.sample(pool.sites, Math.floor(pool.sites.length / 3)).map(({ domain }) => domain));
  return {
    breakage: "certificate-future",
    check: { result: "reached", skew: -random.integer(10, 80) * 24 * HOUR },
    right: [local("clock")],
    looked: true,
    spared: ({ domain }) => old.has(domain),
  };
});
const reader = own("reader", ({ random }) => ({
  breakage: random.pick(["certificate-authority", "certificate-self-signed"] as const),
  check: random.chance(0.5) ? DOWN : { result: "reached" },
  right: [local("interception")],
  looked: true,
}));

/** Something on this machine forbids one page. */
const forbidden: HoldoutScenario = {
  name: "forbidden",
  truth: "local",
  play(session) {
    const { random, pool } = session;
    const site = random.pick(pool.sites);
    session.begin([site]);
    session.elsewhere([site], [0, 3]);
    for (let load = random.integer(1, 3); load > 0; load--) {
      session.wait(session.style.retry);
      session.failPage(site.page, 1, `https://${site.page.name}/`, "blocked", 2);
    }
    session.conclude([{ tabId: 1 }], "local", [local("blocked")]);
  },
};

/** A log-in page stands before the network and answers for it. */
const status511: HoldoutScenario = {
  name: "status511",
  truth: "local",
  play(session) {
    const { random, pool, recording } = session;
    session.begin();
    session.check = { result: "captive" };
    for (const site of random.sample(pool.sites, random.integer(2, 4))) {
      session.wait(session.style.gap);
      const url = `http://${site.page.name}/`;
      session.answer({ ...site.page, ip: "10.0.0.1" }, { tabId: 1, url, type: "main_frame", status: 511 });
      recording.write(session.now, { event: "navigation-completed", tabId: 1, url });
      if (session.style.checks === "failures") session.look();
    }
    session.fault = () => ({ breaks: "certificate-name" });
    session.attempt(random.pick(pool.sites));
    session.look(true);
    session.conclude([{ tabId: 1 }, {}], "local", [local("captive-portal")]);
  },
};

/** The lid opens, all tabs load before the network is there, and then everything works. */
const lidOpens: HoldoutScenario = {
  name: "lidOpens",
  truth: "clear",
  play(session) {
    const { random, pool, recording } = session;
    session.begin();
    session.now += random.pick([0, 30_000, 1_800_000]);
    const sites = random.sample(pool.sites, random.integer(4, 16));
    const trace = random.chance(0.4);
    if (trace) recording.write(session.now, { event: "offline" });
    for (const [index, site] of sites.entries()) {
      session.now += random.integer(3, 80);
      session.failPage(
        site.page,
        1 + index,
        `https://${site.page.name}/`,
        random.pick(["network-changed", "offline", "name-not-found", "suspended"]),
        20,
      );
    }
    const early: Answer[] = [local("offline", "no-internet", "dns"), { scope: "network" }, CLEAR, { ...UNCLEAR, weak: true }];
    session.ask("mid", {}, "local", early);
    if (trace || random.chance(0.5)) recording.write(session.now, { event: "online" });
    session.now += random.integer(300, 7_000);
    if (random.chance(0.6)) session.look(true);
    for (const [index, site] of sites.entries()) session.visit(site, { tab: 1 + index });
    session.now += random.pause(15_000, 120_000);
    session.conclude([{}, { tabId: 3 }], "clear", [CLEAR]);
  },
};

/** The line, the resolver or the log-in page was the trouble, and is no more. */
const backAgain: HoldoutScenario = {
  name: "backAgain",
  truth: "clear",
  play(session) {
    const { random, pool, recording } = session;
    session.begin();
    const kind = random.pick([
      ["offline", "unreachable"],
      ["name-not-found", "unreachable"],
      ["timeout", "unreachable"],
      ["certificate-authority", "captive"],
    ] as const);
    const [breakage, result] = kind;
    session.check = { result };
    const trace = breakage === "offline" && random.chance(0.7);
    if (trace) recording.write(session.now, { event: "offline" });
    session.fault = () => ({ breaks: breakage });
    const sites = random.sample(pool.sites, random.integer(2, 6));
    for (const site of sites) session.attempt(site, 1);
    session.now += random.pause(2_000, 120_000);
    session.fault = () => null;
    session.check = { result: "reached" };
    if (trace) recording.write(session.now, { event: "online" });
    if (random.chance(0.6)) session.look(true);
    for (const site of sites) session.visit(site, { tab: 1 });
    session.elsewhere(sites, [0, 3]);
    session.now += random.pause(20_000, 120_000);
    if (random.chance(0.7)) session.visit(random.pick(sites), { tab: 1 });
    session.conclude([{ tabId: 1 }, {}], "clear", [CLEAR]);
  },
};

/** A good part of the world does not answer from here, wherever it stands; the rest does. */
const brokenRoute: HoldoutScenario = {
  name: "brokenRoute",
  truth: "network",
  play(session) {
    const { random, pool } = session;
    session.begin();
    const lost = new Set(random.sample(pool.sites, Math.floor(pool.sites.length * random.between(0.4, 0.7))).map(({ domain }) => domain));
    const breakage = random.pick(["timeout", "timeout", "timeout", "unreachable"] as const);
    if (session.style.before < 4 && random.chance(0.5)) session.acquaint(pool.sites);
    session.fault = (host) => (lost.has(host.domain) ? { breaks: breakage } : null);
    const wanted = random.integer(5, 9);
    // All of it within a few minutes: what failed longer ago is no witness any more.
    Object.assign(session.style, { gap: [400, 9_000], timeout: [4_000, 25_000], noise: { ...session.style.noise, stumbles: 0 } });
    const tried = random.shuffle(pool.sites);
    let failures = 0;
    for (const site of tried) {
      const load = session.attempt(site, 1);
      if (load.bad) failures++;
      if (failures >= wanted && load.bad) break;
    }
    const last = random.pick(tried.filter(({ domain }) => session.failedSites.has(domain)));
    session.elsewhere(
      pool.sites.filter(({ domain }) => lost.has(domain)),
      [2, 4],
    );
    session.attempt(last, 1);
    if (random.chance(0.7) || session.style.checks === "last") session.look(true);
    session.conclude([{ tabId: 1 }, {}], "network", [
      { scope: "network", cause: "isp" },
      { ...UNCLEAR, weak: true },
    ]);
  },
};

export const OWN_SIDE: readonly HoldoutScenario[] = [
  pulledCable,
  deadLine,
  deadResolver,
  hotel,
  deadProxy,
  strictProxy,
  wrongClock,
  wrongClockSparesSome,
  reader,
  forbidden,
  status511,
  lidOpens,
  backAgain,
  brokenRoute,
];
