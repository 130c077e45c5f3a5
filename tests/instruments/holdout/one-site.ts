import type { Breakage } from "../scenarios/browser-errors.ts";
import type { Answer } from "../scenarios/expectation.ts";
import { CLEAR, provider, type Sketch, site as siteAnswer, UNCLEAR } from "./holdout-scenario.ts";
import type { Fault, Notebook, Trouble } from "./session-writer.ts";
import { isRegion, providerOf, type Site, type Spot, settle } from "./sites.ts";

type Plot = {
  site: Site;
  fault: Fault;
  causes: string[];
  /** Basic access sees nothing of it. */
  hidden?: boolean;
  loads?: readonly [number, number];
  calls?: number;
  also?: Answer[];
};

const STATUSES = [500, 502, 503, 503, 504, 507, 529];
const SILENT: readonly Breakage[] = ["refused", "reset", "timeout", "unreachable"];

/** Something else answers, or the check did: without that nobody can tell. */
function seeOthers(book: Notebook, except: readonly Site[]): void {
  if (book.random.chance(0.6)) book.elsewhere(except, [1, 3]);
  else book.look(true);
}

function oneFails(book: Notebook, plot: Plot): void {
  const { random } = book;
  const { site } = plot;
  const right = plot.hidden && book.mode === "basic" ? [CLEAR] : [siteAnswer(site, ...plot.causes), ...(plot.also ?? [])];
  if (random.chance(0.5)) book.visit(site, { tab: 1 });
  if (random.chance(0.5)) book.elsewhere([site], [1, 4]);
  book.fault = plot.fault;
  const wanted = random.integer(...(plot.loads ?? [2, 5]));
  for (let load = 0, failures = 0; failures < wanted && load < 40; load++) {
    const { bad } = book.attempt(site, 1, plot.calls);
    if (!bad) continue;
    failures++;
    if (failures === 1) book.ask("first", { tabId: 1 }, "site", [...right, CLEAR, { ...UNCLEAR, weak: true }]);
    book.ask("probe", { tabId: 1 }, "site", [...right, CLEAR, { ...UNCLEAR, weak: true }], { seen: { failures, sites: 1 } });
    if (failures < wanted) book.elsewhere([site]);
  }
  seeOthers(book, [site]);
  book.conclude([{ tabId: 1 }, { site: site.domain }, {}], "site", right);
}

/** A sketch of one site that fails in one way. */
const fails = (name: string, draw: (book: Notebook, site: Site) => Omit<Plot, "site">): Sketch => ({
  name,
  truth: "site",
  draw(book) {
    const site = book.random.pick(book.town.sites);
    book.begin([site]);
    oneFails(book, { site, ...draw(book, site) });
  },
});

const of =
  (site: Site, trouble: () => Trouble, hosts: readonly (keyof Omit<Site, "domain">)[] = ["page", "calls", "pictures"]): Fault =>
  (host) =>
    hosts.some((role) => site[role] === host) ? trouble() : null;

const breaks = (name: string, breakages: readonly Breakage[], ...causes: string[]): Sketch =>
  fails(name, ({ random }, site) => {
    const breakage = random.pick(breakages);
    return { fault: of(site, () => ({ breaks: breakage })), causes };
  });

const errorPages = fails("errorPages", ({ random }, site) => {
  const status = random.pick(STATUSES);
  return { fault: of(site, () => ({ status: random.chance(0.9) ? status : random.pick(STATUSES) })), causes: ["http"], hidden: true };
});
const sometimes = fails("sometimes", ({ random }, site) => {
  const share = random.between(0.35, 0.9);
  const status = random.pick(STATUSES);
  return {
    fault: (host) => (host.domain === site.domain && random.chance(share) ? { status } : null),
    causes: ["http"],
    hidden: true,
    loads: [3, 6],
    calls: 2,
  };
});
const onlyCalls = fails("onlyCalls", ({ random }, site) => {
  const trouble: Trouble = random.pick([{ status: 500 }, { status: 503 }, { breaks: "reset" }, { breaks: "refused" }]);
  return {
    fault: of(site, () => trouble, ["calls"]),
    causes: ["http", "unreachable"],
    hidden: true,
    calls: random.integer(1, 3),
    loads: [2, 5],
  };
});
const onlyOrigin = fails("onlyOrigin", ({ random }, site) => {
  const status = random.pick([520, 521, 522, 523, 524, 525]);
  return { fault: of(site, () => ({ status }), ["page", "calls"]), causes: ["http"], hidden: true };
});
const hangs = fails("hangs", (_book, site) => ({
  fault: of(site, () => ({ hangs: true })),
  causes: ["slow", "unreachable"],
  hidden: true,
  loads: [3, 5],
}));

/** What the feed says does not concern what fails. */
function falseLead(name: string, publish: (book: Notebook, spot: string) => void): Sketch {
  return {
    name,
    truth: "site",
    draw(book) {
      const { random, town } = book;
      const regions = town.spots.filter(isRegion);
      const spot = random.pick(regions);
      const site = settle(random, town, spot, "page", 1)[0] as Site;
      if (book.habits.feed !== "none") book.begin([site]);
      book.acquaint([site]);
      publish(book, spot);
      const silent = random.chance(0.4);
      const trouble: Trouble = silent ? { breaks: random.pick(SILENT) } : { status: random.pick(STATUSES) };
      oneFails(book, { site, fault: of(site, () => trouble), causes: [silent ? "unreachable" : "http"], hidden: !silent });
    },
  };
}

const lead = (name: string, draft: (book: Notebook, spot: string) => Parameters<Notebook["incident"]>) =>
  falseLead(name, (book, spot) => book.publish([book.incident(...draft(book, spot))]));

const wrongRegion = lead("wrongRegion", ({ random, town }, spot) => {
  const siblings = [
    ...town.spots.filter((other) => isRegion(other) && providerOf(other) === providerOf(spot) && other !== spot),
    `${providerOf(spot)}/faraway-1`,
  ];
  return [random.pick(siblings), { severity: random.pick(["major", "critical"] as const) }];
});
const minor = lead("minorIncident", (_book, spot) => [spot, { severity: "minor" }]);
const mending = lead("mendingIncident", (_book, spot) => [spot, { status: "monitoring", age: 80 }]);
const ancient = lead("ancientIncident", ({ random }, spot) => [spot, { age: random.pick([8 * 60, 60 * 24 * 3, 60 * 24 * 95]) }]);
const finished = lead("finishedIncident", (_book, spot) => [spot, { status: "resolved", age: 100, resolved: "2026-03-03T08:50:00Z" }]);
const rumour = lead("rumour", (_book, spot) => [
  spot,
  { status: "possible", official: null, crowd: { reporters: 40, networks: 12, baseline: 2, series: [] } },
]);
const planned = lead("plannedWork", (_book, spot) => [spot, { severity: "maintenance" }]);
const foreign = lead("foreignIncident", ({ random, town }, spot) => [
  random.pick(town.spots.filter((other) => providerOf(other) !== providerOf(spot))),
  { severity: "critical" },
]);
const stale = falseLead("staleFeed", (book, spot) => {
  const incident = book.incident(spot);
  if (book.random.chance(0.5)) book.publish([incident], { issued: 120 });
  else {
    book.publish([incident], { issued: 10, lifetime: 12 });
    book.now += 4 * 60_000;
  }
});
const stepsBack = falseLead("stepsBack", (book, spot) => {
  book.publish([]);
  book.now += 9_000;
  book.publish([book.incident(spot)], { back: true });
});
const takenBack = falseLead("incidentTakenBack", (book, spot) => {
  book.publish([book.incident(spot)]);
  book.now += 30_000;
  book.publish([]);
});

/** Others on the same spot work, before, between and after. */
const neighboursWork: Sketch = {
  name: "neighboursWork",
  truth: "site",
  draw(book) {
    const { random, town } = book;
    const spot = random.pick(town.spots);
    const [ill, ...well] = settle(random, town, spot, "page", 4);
    if (ill === undefined) return;
    book.begin([ill]);
    book.acquaint([ill]);
    const silent = random.chance(0.5);
    const trouble: Trouble = silent ? { breaks: random.pick(SILENT) } : { status: random.pick(STATUSES) };
    book.fault = of(ill, () => trouble);
    for (const neighbour of well.slice(0, 3)) {
      book.attempt(ill);
      book.visit(neighbour, { tab: 2 });
    }
    book.attempt(ill);
    book.conclude([{ tabId: 1 }, {}], "site", book.mode === "basic" && !silent ? [CLEAR] : [siteAnswer(ill)]);
  },
};

/** Two sites that share nothing are ill on the same day. */
const twoAtOnce: Sketch = {
  name: "twoAtOnce",
  truth: "site",
  draw(book) {
    const { random, town } = book;
    const spots = (site: Site): Spot[] => [site.page.spot, site.calls.spot, site.pictures.spot];
    const one = random.pick(town.sites);
    const providers = new Set(spots(one).map((spot) => spot && providerOf(spot)));
    const other = random.pick(
      town.sites.filter((site) => site !== one && spots(site).every((spot) => spot === null || !providers.has(providerOf(spot)))),
    );
    book.begin([one, other]);
    book.acquaint([one, other]);
    const status = random.pick(STATUSES);
    book.fault = (host) => of(one, () => ({ status }))(host, "", "") ?? of(other, () => ({ breaks: "refused" }))(host, "", "");
    for (let round = random.integer(2, 3); round > 0; round--) {
      book.attempt(one, 1);
      book.attempt(other, 3);
      book.elsewhere([one, other], [1, 3]);
    }
    if (book.mode === "full") book.conclude([{ site: one.domain }], "site", [siteAnswer(one, "http")]);
    book.conclude([{ tabId: 3 }], "site", [siteAnswer(other, "unreachable")]);
    book.conclude([{}], "site", [siteAnswer(one), siteAnswer(other)]);
  },
};

/** One owner's sites in several countries stand together and fall together: one witness. */
const oneOwner: Sketch = {
  name: "sameOwner",
  truth: "site",
  draw(book) {
    const { random, town } = book;
    const spot = random.pick(town.spots);
    const sites = settle(random, town, spot, "page", 3).slice(0, 3);
    const endings = random.sample(["com", "co.uk", "de", "fr", "com.br"], 3);
    for (const [index, site] of sites.entries()) {
      const domain = `quarrygoods.${endings[index]}`;
      const rename = (host: Site["page"]) => ({ ...host, domain, name: `${host.name.replace(site.domain, "")}${domain}` });
      Object.assign(site, { domain, page: rename(site.page), calls: rename(site.calls), pictures: rename(site.pictures) });
    }
    book.begin(sites);
    book.acquaint(sites);
    const status = random.pick(STATUSES);
    book.fault = (host) => (host.domain.startsWith("quarrygoods.") ? { status } : null);
    for (const site of sites) book.attempt(site);
    for (let load = 0; load < 2; load++) book.attempt(sites[0] as Site);
    book.elsewhere(sites, [2, 4]);
    const right = [...sites.map((site) => siteAnswer(site)), { ...UNCLEAR, weak: true as const }];
    book.conclude([{ tabId: 1 }, {}], "site", book.mode === "basic" ? [CLEAR] : right);
  },
};

/** A page in many tabs, reloaded as if that helped. */
const reloads: Sketch = {
  name: "reloads",
  truth: "site",
  draw(book) {
    const { random, town } = book;
    const site = random.pick(town.sites);
    book.begin([site]);
    book.elsewhere([site], [2, 4]);
    const status = random.pick(STATUSES);
    book.fault = of(site, () => ({ status }));
    const many = random.chance(0.5);
    for (let load = random.integer(5, 25); load > 0; load--) book.visit(site, { tab: many ? 200 + load : 1, gap: [100, 2_000] });
    book.elsewhere([site], [1, 2]);
    book.conclude(
      [{ tabId: many ? 201 : 1 }, { site: site.domain }, {}],
      "site",
      book.mode === "basic" ? [CLEAR] : [siteAnswer(site, "http")],
    );
  },
};

/** Behind a proxy one site fails; the proxy's address lies in a cloud. */
const throughProxy: Sketch = {
  name: "throughProxy",
  truth: "site",
  draw(book) {
    const { random, town } = book;
    const cloud = random.pick(town.ranges);
    const ip = cloud.cidr.includes("::") ? cloud.cidr.replace(/::\/\d+$/, "::77") : cloud.cidr.replace(/\.0\/\d+$/, ".77");
    book.proxy = { ip, declared: random.chance(0.8) };
    book.elsewhere([], [4, 8]);
    const site = random.pick(town.sites);
    const tunnel = random.chance(0.4);
    const trouble: Trouble = tunnel ? { breaks: "tunnel" } : { status: random.pick([502, 503, 504]) };
    book.fault = of(site, () => trouble);
    for (let load = random.integer(2, 4); load > 0; load--) {
      book.attempt(site);
      book.elsewhere([site], [1, 2]);
    }
    book.conclude([{ tabId: 1 }, {}], "site", book.mode === "basic" && !tunnel ? [CLEAR] : [siteAnswer(site)]);
  },
};

/** One ill site where the feed happens to report a great incident: nobody inside one browser could tell. */
const unlucky: Sketch = {
  name: "unlucky",
  truth: "site",
  coincidence: true,
  draw(book) {
    const { random, town } = book;
    const spot = random.pick(town.spots);
    const site = settle(random, town, spot, "page", 1)[0] as Site;
    book.begin([site]);
    book.acquaint([site]);
    book.publish([book.incident(spot)]);
    const status = random.pick(STATUSES);
    oneFails(book, { site, fault: of(site, () => ({ status })), causes: ["http"], hidden: true, also: [provider(spot)] });
  },
};

export const ONE_SITE: readonly Sketch[] = [
  errorPages,
  sometimes,
  onlyCalls,
  onlyOrigin,
  hangs,
  breaks("noSuchName", ["name-not-found"], "dns"),
  breaks("brokenTls", ["tls", "plain-on-tls"], "tls"),
  breaks("badCertificate", ["certificate-date", "certificate-name", "certificate-self-signed", "certificate-authority"], "tls"),
  breaks("silent", SILENT, "unreachable"),
  breaks("emptyOrCut", ["empty", "truncated"], "http", "unreachable"),
  wrongRegion,
  minor,
  mending,
  ancient,
  finished,
  rumour,
  planned,
  foreign,
  stale,
  stepsBack,
  takenBack,
  neighboursWork,
  twoAtOnce,
  oneOwner,
  reloads,
  throughProxy,
  unlucky,
];
