import type { Breakage } from "../scenarios/browser-errors.ts";
import type { Answer } from "../scenarios/expectation.ts";
import { CLEAR, local, type Sketch, site as siteAnswer, UNCLEAR } from "./holdout-scenario.ts";
import type { Check, Notebook } from "./session-writer.ts";
import type { Site } from "./sites.ts";

const HOUR = 3_600_000;

type Plot = {
  breakage: Breakage;
  check: Check;
  right: Answer[];
  /** How many pages are tried. */
  tries?: readonly [number, number];
  /** The extension surely looked before the last question. */
  looked?: true;
  /** Sites that are spared. */
  spared?: (site: Site) => boolean;
  offline?: true;
};

/** Nothing works, or nearly nothing: a page, perhaps a question, more pages, the last questions. */
function nothingWorks(book: Notebook, plot: Plot): void {
  const { random, town, recording } = book;
  book.begin();
  book.check = plot.check;
  if (plot.offline) recording.write(book.now, { event: "offline" });
  const spared = plot.spared ?? (() => false);
  const hit = new Set(town.sites.filter((site) => !spared(site)).map(({ domain }) => domain));
  const strangersToo = plot.spared === undefined;
  book.fault = (host) =>
    hit.has(host.domain) || (strangersToo && !town.sites.some(({ domain }) => domain === host.domain)) ? { breaks: plot.breakage } : null;
  const sites = random.sample(
    town.sites.filter((site) => !spared(site)),
    random.integer(...(plot.tries ?? [3, 6])),
  );
  for (const [index, site] of sites.entries()) {
    const tab = book.habits.tabs === "own" ? 140 + index : 1;
    book.attempt(site, tab);
    if (index === 0) {
      const early: Answer[] = [
        local("offline", "no-internet", "dns", "proxy", "clock", "interception", "captive-portal"),
        CLEAR,
        { scope: "network" },
      ];
      book.ask("first", { tabId: tab }, "local", [
        ...plot.right,
        ...early,
        { ...UNCLEAR, weak: true },
        { ...siteAnswer(site), weak: true },
      ]);
    }
    if (plot.spared !== undefined && random.chance(0.4)) book.elsewhere(sites, [1, 1], plot.spared);
    if (random.chance(0.25)) book.attempt(site, tab);
  }
  if (plot.looked || book.habits.checks === "last") book.look(true);
  const lastTab = book.habits.tabs === "own" ? 140 + sites.length - 1 : 1;
  book.conclude([{ tabId: lastTab }, {}], "local", plot.right);
}

const own = (name: string, plot: (book: Notebook) => Plot): Sketch => ({
  name,
  truth: "local",
  draw: (book) => nothingWorks(book, plot(book)),
});

const DOWN: Check = { result: "unreachable" };

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
const wrongClockSparesSome = own("wrongClockSparesSome", ({ random, town }) => {
  const old = new Set(random.sample(town.sites, Math.floor(town.sites.length / 3)).map(({ domain }) => domain));
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
const forbidden: Sketch = {
  name: "forbidden",
  truth: "local",
  draw(book) {
    const { random, town } = book;
    const site = random.pick(town.sites);
    book.begin([site]);
    book.elsewhere([site], [0, 3]);
    for (let load = random.integer(1, 3); load > 0; load--) {
      book.wait(book.habits.retry);
      book.failPage(site.page, 1, `https://${site.page.name}/`, "blocked", 2);
    }
    book.conclude([{ tabId: 1 }], "local", [local("blocked")]);
  },
};

/** A log-in page stands before the network and answers for it. */
const status511: Sketch = {
  name: "status511",
  truth: "local",
  draw(book) {
    const { random, town, recording } = book;
    book.begin();
    book.check = { result: "captive" };
    for (const site of random.sample(town.sites, random.integer(2, 4))) {
      book.wait(book.habits.gap);
      const url = `http://${site.page.name}/`;
      book.answer({ ...site.page, ip: "10.0.0.1" }, { tabId: 1, url, type: "main_frame", status: 511 });
      recording.write(book.now, { event: "navigation-completed", tabId: 1, url });
      if (book.habits.checks === "failures") book.look();
    }
    book.fault = () => ({ breaks: "certificate-name" });
    book.attempt(random.pick(town.sites));
    book.look(true);
    book.conclude([{ tabId: 1 }, {}], "local", [local("captive-portal")]);
  },
};

/** The lid opens, all tabs load before the network is there, and then everything works. */
const lidOpens: Sketch = {
  name: "lidOpens",
  truth: "clear",
  draw(book) {
    const { random, town, recording } = book;
    book.begin();
    book.now += random.pick([0, 30_000, 1_800_000]);
    const sites = random.sample(town.sites, random.integer(4, 16));
    const told = random.chance(0.4);
    if (told) recording.write(book.now, { event: "offline" });
    for (const [index, site] of sites.entries()) {
      book.now += random.integer(3, 80);
      book.failPage(
        site.page,
        1 + index,
        `https://${site.page.name}/`,
        random.pick(["network-changed", "offline", "name-not-found", "suspended"]),
        20,
      );
    }
    const early: Answer[] = [local("offline", "no-internet", "dns"), { scope: "network" }, CLEAR, { ...UNCLEAR, weak: true }];
    book.ask("mid", {}, "local", early);
    if (told || random.chance(0.5)) recording.write(book.now, { event: "online" });
    book.now += random.integer(300, 7_000);
    if (random.chance(0.6)) book.look(true);
    for (const [index, site] of sites.entries()) book.visit(site, { tab: 1 + index });
    book.now += random.pause(15_000, 120_000);
    book.conclude([{}, { tabId: 3 }], "clear", [CLEAR]);
  },
};

/** The line, the resolver or the log-in page was the trouble, and is no more. */
const backAgain: Sketch = {
  name: "backAgain",
  truth: "clear",
  draw(book) {
    const { random, town, recording } = book;
    book.begin();
    const kind = random.pick([
      ["offline", "unreachable"],
      ["name-not-found", "unreachable"],
      ["timeout", "unreachable"],
      ["certificate-authority", "captive"],
    ] as const);
    const [breakage, result] = kind;
    book.check = { result };
    const told = breakage === "offline" && random.chance(0.7);
    if (told) recording.write(book.now, { event: "offline" });
    book.fault = () => ({ breaks: breakage });
    const sites = random.sample(town.sites, random.integer(2, 6));
    for (const site of sites) book.attempt(site, 1);
    book.now += random.pause(2_000, 120_000);
    book.fault = () => null;
    book.check = { result: "reached" };
    if (told) recording.write(book.now, { event: "online" });
    if (random.chance(0.6)) book.look(true);
    for (const site of sites) book.visit(site, { tab: 1 });
    book.elsewhere(sites, [0, 3]);
    book.now += random.pause(20_000, 120_000);
    if (random.chance(0.7)) book.visit(random.pick(sites), { tab: 1 });
    book.conclude([{ tabId: 1 }, {}], "clear", [CLEAR]);
  },
};

/** A good part of the world does not answer from here, wherever it stands; the rest does. */
const brokenRoute: Sketch = {
  name: "brokenRoute",
  truth: "network",
  draw(book) {
    const { random, town } = book;
    book.begin();
    const lost = new Set(random.sample(town.sites, Math.floor(town.sites.length * random.between(0.4, 0.7))).map(({ domain }) => domain));
    const breakage = random.pick(["timeout", "timeout", "timeout", "unreachable"] as const);
    if (book.habits.before < 4 && random.chance(0.5)) book.acquaint(town.sites);
    book.fault = (host) => (lost.has(host.domain) ? { breaks: breakage } : null);
    const wanted = random.integer(5, 9);
    // All of it within a few minutes: what failed longer ago is no witness any more.
    Object.assign(book.habits, { gap: [400, 9_000], timeout: [4_000, 25_000], noise: { ...book.habits.noise, stumbles: 0 } });
    const tried = random.shuffle(town.sites);
    let failures = 0;
    for (const site of tried) {
      const load = book.attempt(site, 1);
      if (load.bad) failures++;
      if (failures >= wanted && load.bad) break;
    }
    const last = random.pick(tried.filter(({ domain }) => book.failedSites.has(domain)));
    book.elsewhere(
      town.sites.filter(({ domain }) => lost.has(domain)),
      [2, 4],
    );
    book.attempt(last, 1);
    if (random.chance(0.7) || book.habits.checks === "last") book.look(true);
    book.conclude([{ tabId: 1 }, {}], "network", [
      { scope: "network", cause: "isp" },
      { ...UNCLEAR, weak: true },
    ]);
  },
};

export const OWN_SIDE: readonly Sketch[] = [
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
