import { ancient, finished, foreign, mending, minor, planned, rumour, stale, stepsBack, takenBack, wrongRegion } from "./false-leads.ts";
import { CLEAR, type HoldoutScenario, provider, site as siteAnswer, UNCLEAR } from "./holdout-scenario.ts";
import type { Trouble } from "./request-writer.ts";
import { breaks, fails, of, oneFails, SILENT, STATUSES } from "./site-fault.ts";
import { moveSites, type Place, providerOf, type Site } from "./sites.ts";

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
/** All calls of a page fail that used to work; the page opens. */
const onlyCalls = fails("onlyCalls", (session, site) => {
  const { random } = session;
  const trouble: Trouble = random.pick([{ status: 500 }, { status: 503 }, { breaks: "reset" }, { breaks: "refused" }]);
  for (let page = random.integer(1, 3); page > 0; page--) session.visit(site, { thorough: true, calls: 2 });
  return {
    fault: of(site, () => trouble, ["calls"]),
    causes: ["http", "unreachable"],
    hidden: true,
    calls: random.integer(2, 4),
    loads: [2, 5],
  };
});
const onlyOrigin = fails("onlyOrigin", ({ random }, site) => {
  const status = random.pick([520, 521, 522, 523, 524, 525]);
  return { fault: of(site, () => ({ status }), ["page", "calls"]), causes: ["http"], hidden: true };
});
const hangs = fails("hangs", (_session, site) => ({
  fault: of(site, () => ({ hangs: true })),
  causes: ["slow", "unreachable"],
  loads: [3, 5],
}));

/** Others on the same place work, before, between and after. */
const neighboursWork: HoldoutScenario = {
  name: "neighboursWork",
  truth: "site",
  play(session) {
    const { random, pool } = session;
    const place = random.pick(pool.places);
    const [ill, ...well] = moveSites(random, pool, place, "page", 4);
    if (ill === undefined) return;
    session.begin([ill]);
    session.acquaint([ill]);
    const silent = random.chance(0.5);
    const trouble: Trouble = silent ? { breaks: random.pick(SILENT) } : { status: random.pick(STATUSES) };
    session.fault = of(ill, () => trouble);
    for (const neighbour of well.slice(0, 3)) {
      session.attempt(ill);
      session.visit(neighbour, { tab: 2 });
    }
    session.attempt(ill);
    session.conclude([{ tabId: 1 }, {}], "site", session.mode === "basic" && !silent ? [CLEAR] : [siteAnswer(ill)]);
  },
};

/** Two sites that share nothing are ill on the same day. */
const twoAtOnce: HoldoutScenario = {
  name: "twoAtOnce",
  truth: "site",
  play(session) {
    const { random, pool } = session;
    const places = (site: Site): Place[] => [site.page.place, site.calls.place, site.pictures.place];
    const one = random.pick(pool.sites);
    const providers = new Set(places(one).map((place) => place && providerOf(place)));
    const other = random.pick(
      pool.sites.filter((site) => site !== one && places(site).every((place) => place === null || !providers.has(providerOf(place)))),
    );
    session.begin([one, other]);
    session.acquaint([one, other]);
    const status = random.pick(STATUSES);
    session.fault = (host) => of(one, () => ({ status }))(host, "", "") ?? of(other, () => ({ breaks: "refused" }))(host, "", "");
    for (let round = random.integer(2, 3); round > 0; round--) {
      session.attempt(one, 1);
      session.attempt(other, 3);
      session.elsewhere([one, other], [1, 3]);
    }
    if (session.mode === "full") session.conclude([{ site: one.domain }], "site", [siteAnswer(one, "http")]);
    session.conclude([{ tabId: 3 }], "site", [siteAnswer(other, "unreachable")]);
    session.conclude([{}], "site", [siteAnswer(one), siteAnswer(other)]);
  },
};

/** One owner's sites in several countries stand together and fall together: one witness. */
const oneOwner: HoldoutScenario = {
  name: "sameOwner",
  truth: "site",
  play(session) {
    const { random, pool } = session;
    const place = random.pick(pool.places);
    const sites = moveSites(random, pool, place, "page", 3).slice(0, 3);
    const endings = random.sample(["com", "co.uk", "de", "fr", "com.br"], 3);
    for (const [index, site] of sites.entries()) {
      const domain = `quarrygoods.${endings[index]}`;
      const rename = (host: Site["page"]) => ({ ...host, domain, name: `${host.name.replace(site.domain, "")}${domain}` });
      Object.assign(site, { domain, page: rename(site.page), calls: rename(site.calls), pictures: rename(site.pictures) });
    }
    session.begin(sites);
    session.acquaint(sites);
    const status = random.pick(STATUSES);
    session.fault = (host) => (host.domain.startsWith("quarrygoods.") ? { status } : null);
    for (const site of sites) session.attempt(site);
    for (let load = 0; load < 2; load++) session.attempt(sites[0] as Site);
    session.elsewhere(sites, [2, 4]);
    const right = [...sites.map((site) => siteAnswer(site)), { ...UNCLEAR, weak: true as const }];
    session.conclude([{ tabId: 1 }, {}], "site", session.mode === "basic" ? [CLEAR] : right);
  },
};

/** A page in many tabs, reloaded as if that helped. */
const reloads: HoldoutScenario = {
  name: "reloads",
  truth: "site",
  play(session) {
    const { random, pool } = session;
    const site = random.pick(pool.sites);
    session.begin([site]);
    session.elsewhere([site], [2, 4]);
    const status = random.pick(STATUSES);
    session.fault = of(site, () => ({ status }));
    const many = random.chance(0.5);
    for (let load = random.integer(5, 25); load > 0; load--) session.visit(site, { tab: many ? 200 + load : 1, gap: [100, 2_000] });
    session.elsewhere([site], [1, 2]);
    session.conclude(
      [{ tabId: many ? 201 : 1 }, { site: site.domain }, {}],
      "site",
      session.mode === "basic" ? [CLEAR] : [siteAnswer(site, "http")],
    );
  },
};

/** Behind a proxy one site fails; the proxy's address lies in a cloud. */
const throughProxy: HoldoutScenario = {
  name: "throughProxy",
  truth: "site",
  play(session) {
    const { random, pool } = session;
    const cloud = random.pick(pool.ranges);
    const ip = cloud.cidr.includes("::") ? cloud.cidr.replace(/::\/\d+$/, "::77") : cloud.cidr.replace(/\.0\/\d+$/, ".77");
    session.proxy = { ip, declared: random.chance(0.8) };
    session.elsewhere([], [4, 8]);
    const site = random.pick(pool.sites);
    const tunnel = random.chance(0.4);
    const trouble: Trouble = tunnel ? { breaks: "tunnel" } : { status: random.pick([502, 503, 504]) };
    session.fault = of(site, () => trouble);
    for (let load = random.integer(2, 4); load > 0; load--) {
      session.attempt(site);
      session.elsewhere([site], [1, 2]);
    }
    session.conclude([{ tabId: 1 }, {}], "site", session.mode === "basic" && !tunnel ? [CLEAR] : [siteAnswer(site)]);
  },
};

/** One ill site where the feed happens to report a great incident: nobody inside one browser could tell. */
const unlucky: HoldoutScenario = {
  name: "unlucky",
  truth: "site",
  coincidence: true,
  play(session) {
    const { random, pool } = session;
    const place = random.pick(pool.places);
    const site = moveSites(random, pool, place, "page", 1)[0] as Site;
    session.begin([site]);
    session.acquaint([site]);
    session.publish([session.incident(place)]);
    const status = random.pick(STATUSES);
    oneFails(session, { site, fault: of(site, () => ({ status })), causes: ["http"], hidden: true, also: [provider(place)] });
  },
};

export const ONE_SITE: readonly HoldoutScenario[] = [
  errorPages,
  sometimes,
  onlyCalls,
  onlyOrigin,
  hangs,
  breaks("noSuchName", ["name-not-found"], "dns"),
  breaks("brokenTls", ["tls", "plain-on-tls"], "tls", "unreachable"),
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
