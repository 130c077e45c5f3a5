import { FIREFOX_SPURIOUS } from "../scenarios/browser-errors.ts";
import { besideTrouble, leftBehind, workedAgain } from "./after-trouble.ts";
import type { Draft } from "./feed-writer.ts";
import { CLEAR, type HoldoutScenario, UNCLEAR } from "./holdout-scenario.ts";
import { ALL_WELL, endWell, quiet } from "./quiet-day.ts";
import { moveSites } from "./sites.ts";

const nothing = quiet("nothing", (session) => endWell(session, [0, 5]));

const impatient = quiet("impatient", (session) => {
  const { random, recording } = session;
  for (let click = random.integer(3, 15); click > 0; click--) {
    session.now += random.integer(100, 1_200);
    const site = random.pick(session.pool.sites);
    const url = `https://${site.page.name}/`;
    const error = session.fail(site.page, "aborted", { tabId: 1, url, type: "main_frame" }, random.integer(3, 9_000));
    if (random.chance(0.8))
      recording.write(session.now, {
        event: "navigation-error",
        tabId: 1,
        url,
        error: session.browser === "firefox" ? FIREFOX_SPURIOUS : error,
      });
  }
  session.ask("mid", { tabId: 1 }, "clear", ALL_WELL);
  endWell(session, [0, 2]);
});

const strangersFail = quiet("strangersFail", (session) => {
  const { random, pool } = session;
  const down = new Set(random.sample(pool.thirdParties, random.integer(1, pool.thirdParties.length)).map(({ name }) => name));
  const trouble = random.pick([
    { status: 503 },
    { breaks: "reset" },
    { breaks: "timeout" },
    { breaks: "name-not-found" },
    { breaks: "refused" },
  ] as const);
  session.fault = (host) => (down.has(host.name) ? trouble : null);
  endWell(session, [2, 8]);
});

/** The person is asked to sign in, or there is no such page: the site works. */
const refused = quiet("refusedPolitely", (session) => {
  const { random, pool } = session;
  const site = random.pick(pool.sites);
  const status = random.pick([401, 404, 410]);
  session.fault = (host) => (host.domain === site.domain ? { status } : null);
  session.elsewhere([site]);
  for (let load = random.integer(2, 5); load > 0; load--) session.visit(site, { tab: 1, gap: session.style.retry });
  session.conclude([{ tabId: 1 }, { site: site.domain }, {}], "clear", ALL_WELL);
});

const fetchedAhead = quiet("fetchedAhead", (session) => {
  const { random, pool } = session;
  session.visit(random.pick(pool.sites), { tab: 1 });
  const ahead = random.pick(pool.sites);
  for (let time = random.integer(2, 6); time > 0 && session.browser === "chromium"; time--) {
    session.now += random.integer(100, 4_000);
    const fields = { tabId: 1, url: `https://${ahead.page.name}/next`, type: "main_frame", documentId: "A1B2C3D4E5F60718293A4B5C6D7E8F90" };
    if (random.chance(0.5)) session.answer(ahead.page, { ...fields, status: random.pick([500, 503]) });
    else session.fail(ahead.page, random.pick(["refused", "timeout", "name-not-found", "aborted"]), fields, 70);
  }
  session.conclude([{ tabId: 1 }, { site: ahead.domain }, {}], "clear", ALL_WELL);
});

/** HTTPS is tried first where an address says HTTP, and fails; then the page comes. */
const upgrade = quiet("upgrade", (session) => {
  const { random, recording, pool } = session;
  const site = random.pick(pool.sites);
  for (let load = random.integer(1, 3); load > 0; load--) {
    session.wait(session.style.gap);
    if (session.browser === "chromium")
      session.fail(
        site.page,
        random.pick(["refused", "timeout", "tls"]),
        { tabId: 1, url: `https://${site.page.name}/`, type: "main_frame" },
        60,
      );
    session.now += random.integer(5, 900);
    const url = `http://${site.page.name}/`;
    session.answer(site.page, { tabId: 1, url, type: "main_frame", status: 200 });
    recording.write(session.now, { event: "navigation-completed", tabId: 1, url });
  }
  session.conclude([{ tabId: 1 }, {}], "clear", ALL_WELL);
});

/** A page's scripts ask where they may not, or are stopped by the page's own rules. */
const otherOrigin = quiet("otherOrigin", (session) => {
  const { random, pool } = session;
  const site = random.pick(pool.sites);
  session.visit(site, { tab: 1 });
  for (let call = random.integer(2, 12); call > 0; call--) {
    session.now += random.integer(50, 3_000);
    const host = random.pick([site.calls, random.pick(pool.thirdParties)]);
    session.fail(host, "cross-origin", { tabId: 1, url: `https://${host.name}/x`, type: "xmlhttprequest" }, 50);
  }
  session.conclude([{ tabId: 1 }, {}], "clear", ALL_WELL);
});

const workshop = quiet("workshop", (session) => {
  const { random, recording } = session;
  const hosts = [
    "localhost:8000",
    "127.0.0.1",
    "[::1]:3000",
    "192.168.0.9:8443",
    "10.11.12.13",
    "printer",
    "nas.local",
    "app.test",
    "wiki.internal",
    "fritz.home.arpa",
  ];
  for (const host of random.sample(hosts, random.integer(2, 7))) {
    for (let load = random.integer(1, 4); load > 0; load--) {
      session.wait(session.style.gap);
      const url = `${random.pick(["http", "https"])}://${host}/`;
      const machine = { name: host, domain: host, place: null, ip: "127.0.0.1" };
      if (random.chance(0.4)) {
        session.answer(machine, { tabId: 1, url, type: "main_frame", status: random.pick([500, 502, 503]) });
        recording.write(session.now, { event: "navigation-completed", tabId: 1, url });
      } else
        session.failPage(machine, 1, url, random.pick(["refused", "reset", "certificate-self-signed", "name-not-found", "timeout"]), 20);
    }
  }
  session.conclude([{ tabId: 1 }, {}], "clear", ALL_WELL);
});

/** The feed reports a great outage; the sites hosted there work here. */
const onlyTheFeed = quiet("onlyTheFeed", (session) => {
  const { random, pool } = session;
  const place = random.pick(pool.places);
  const sites = moveSites(random, pool, place, "page", 3);
  session.publish([
    session.incident(
      place,
      random.pick<Draft>([
        {},
        { severity: "critical" },
        { status: "identified" },
        { crowd: { reporters: 900, networks: 80, baseline: 2, series: [] } },
      ]),
    ),
  ]);
  for (const site of sites.slice(0, 3)) session.visit(site, { tab: 1 });
  session.conclude([{ tabId: 1 }, {}], "clear", ALL_WELL);
});

/** One call in a busy page goes wrong once. */
const oneCall = quiet("oneCall", (session) => {
  const { random, pool } = session;
  const site = random.pick(pool.sites);
  session.visit(site, { tab: 1, calls: 3 });
  session.call(site, random.integer(2, 6));
  session.fault = (host) => (host === site.calls ? random.pick([{ status: 502 }, { breaks: "reset" }] as const) : null);
  session.call(site, 1);
  session.fault = () => null;
  session.call(site, random.integer(6, 15));
  session.conclude([{ tabId: 1 }, {}], "clear", [CLEAR, { ...UNCLEAR, weak: true }]);
});

/** Trackers under the site's own name, stopped by a resolver or a list. */
const filtered = quiet("filtered", (session) => {
  const { random, pool } = session;
  for (const site of random.sample(pool.sites, random.integer(1, 4))) {
    session.visit(site, { tab: 1 });
    const name = `${random.pick(["metrics", "stats", "track", "pixel", "analytics", "telemetry"])}.${site.domain}`;
    const breakage = random.pick(["name-not-found", "refused", "tracker-blocked", "blocked"] as const);
    for (let call = random.integer(2, 9); call > 0; call--) {
      session.now += random.integer(20, 2_000);
      const fields = { tabId: 1, url: `https://${name}/e`, type: random.pick(["xmlhttprequest", "image", "script"]) };
      session.fail({ ...site.calls, name }, breakage, fields, 5);
    }
  }
  session.conclude([{ tabId: 1 }, {}], "clear", ALL_WELL);
});

export const QUIET_DAYS: readonly HoldoutScenario[] = [
  nothing,
  impatient,
  strangersFail,
  refused,
  fetchedAhead,
  upgrade,
  otherOrigin,
  workshop,
  onlyTheFeed,
  workedAgain,
  oneCall,
  filtered,
  leftBehind,
  besideTrouble,
];
