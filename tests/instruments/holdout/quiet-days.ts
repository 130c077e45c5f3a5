import { FIREFOX_SPURIOUS } from "../scenarios/browser-errors.ts";
import { CLEAR, type Sketch, site as siteAnswer, UNCLEAR } from "./holdout-scenario.ts";
import type { Draft, Notebook } from "./session-writer.ts";
import { settle } from "./sites.ts";

const ALL_WELL = [CLEAR];

/** Ends with a page that works, and asks about it, another and everything. */
function endWell(book: Notebook, pages: readonly [number, number]): void {
  book.elsewhere([], pages);
  const last = book.random.pick(book.town.sites);
  book.visit(last, { tab: 1 });
  book.conclude([{ tabId: 1 }, { site: last.domain }, {}], "clear", ALL_WELL);
}

const quiet = (name: string, draw: (book: Notebook) => void): Sketch => ({
  name,
  truth: "clear",
  draw(book) {
    book.begin();
    draw(book);
  },
});

const nothing = quiet("nothing", (book) => endWell(book, [0, 5]));

const impatient = quiet("impatient", (book) => {
  const { random, recording } = book;
  for (let click = random.integer(3, 15); click > 0; click--) {
    book.now += random.integer(100, 1_200);
    const site = random.pick(book.town.sites);
    const url = `https://${site.page.name}/`;
    const error = book.fail(site.page, "aborted", { tabId: 1, url, type: "main_frame" }, random.integer(3, 9_000));
    if (random.chance(0.8))
      recording.write(book.now, { event: "navigation-error", tabId: 1, url, error: book.browser === "firefox" ? FIREFOX_SPURIOUS : error });
  }
  book.ask("mid", { tabId: 1 }, "clear", ALL_WELL);
  endWell(book, [0, 2]);
});

const strangersFail = quiet("strangersFail", (book) => {
  const { random, town } = book;
  const down = new Set(random.sample(town.strangers, random.integer(1, town.strangers.length)).map(({ name }) => name));
  const trouble = random.pick([
    { status: 503 },
    { breaks: "reset" },
    { breaks: "timeout" },
    { breaks: "name-not-found" },
    { breaks: "refused" },
  ] as const);
  book.fault = (host) => (down.has(host.name) ? trouble : null);
  endWell(book, [2, 8]);
});

const refused = quiet("refusedPolitely", (book) => {
  const { random, town } = book;
  const site = random.pick(town.sites);
  const status = random.pick([401, 403, 404, 410, 429, 451]);
  book.fault = (host) => (host.domain === site.domain ? { status } : null);
  book.elsewhere([site]);
  for (let load = random.integer(2, 5); load > 0; load--) book.visit(site, { tab: 1, gap: book.habits.retry });
  book.conclude([{ tabId: 1 }, { site: site.domain }, {}], "clear", ALL_WELL);
});

const fetchedAhead = quiet("fetchedAhead", (book) => {
  const { random, town } = book;
  book.visit(random.pick(town.sites), { tab: 1 });
  const ahead = random.pick(town.sites);
  for (let time = random.integer(2, 6); time > 0 && book.browser === "chromium"; time--) {
    book.now += random.integer(100, 4_000);
    const fields = { tabId: 1, url: `https://${ahead.page.name}/next`, type: "main_frame", documentId: "A1B2C3D4E5F60718293A4B5C6D7E8F90" };
    if (random.chance(0.5)) book.answer(ahead.page, { ...fields, status: random.pick([500, 503]) });
    else book.fail(ahead.page, random.pick(["refused", "timeout", "name-not-found", "aborted"]), fields, 70);
  }
  book.conclude([{ tabId: 1 }, { site: ahead.domain }, {}], "clear", ALL_WELL);
});

/** HTTPS is tried first where an address says HTTP, and fails; then the page comes. */
const upgrade = quiet("upgrade", (book) => {
  const { random, recording, town } = book;
  const site = random.pick(town.sites);
  for (let load = random.integer(1, 3); load > 0; load--) {
    book.wait(book.habits.gap);
    if (book.browser === "chromium")
      book.fail(
        site.page,
        random.pick(["refused", "timeout", "tls"]),
        { tabId: 1, url: `https://${site.page.name}/`, type: "main_frame" },
        60,
      );
    book.now += random.integer(5, 900);
    const url = `http://${site.page.name}/`;
    book.answer(site.page, { tabId: 1, url, type: "main_frame", status: 200 });
    recording.write(book.now, { event: "navigation-completed", tabId: 1, url });
  }
  book.conclude([{ tabId: 1 }, {}], "clear", ALL_WELL);
});

/** A page's scripts ask where they may not, or are stopped by the page's own rules. */
const otherOrigin = quiet("otherOrigin", (book) => {
  const { random, town } = book;
  const site = random.pick(town.sites);
  book.visit(site, { tab: 1 });
  for (let call = random.integer(2, 12); call > 0; call--) {
    book.now += random.integer(50, 3_000);
    const host = random.pick([site.calls, random.pick(town.strangers)]);
    book.fail(host, "cross-origin", { tabId: 1, url: `https://${host.name}/x`, type: "xmlhttprequest" }, 50);
  }
  book.conclude([{ tabId: 1 }, {}], "clear", ALL_WELL);
});

const workshop = quiet("workshop", (book) => {
  const { random, recording } = book;
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
      book.wait(book.habits.gap);
      const url = `${random.pick(["http", "https"])}://${host}/`;
      const machine = { name: host, domain: host, spot: null, ip: "127.0.0.1" };
      if (random.chance(0.4)) {
        book.answer(machine, { tabId: 1, url, type: "main_frame", status: random.pick([500, 502, 503]) });
        recording.write(book.now, { event: "navigation-completed", tabId: 1, url });
      } else book.failPage(machine, 1, url, random.pick(["refused", "reset", "certificate-self-signed", "name-not-found", "timeout"]), 20);
    }
  }
  book.conclude([{ tabId: 1 }, {}], "clear", ALL_WELL);
});

/** The feed speaks of a great outage; what stands there works here. */
const onlyTheFeed = quiet("onlyTheFeed", (book) => {
  const { random, town } = book;
  const spot = random.pick(town.spots);
  const sites = settle(random, town, spot, "page", 3);
  book.publish([
    book.incident(
      spot,
      random.pick<Draft>([
        {},
        { severity: "critical" },
        { status: "identified" },
        { crowd: { reporters: 900, networks: 80, baseline: 2, series: [] } },
      ]),
    ),
  ]);
  for (const site of sites.slice(0, 3)) book.visit(site, { tab: 1 });
  book.conclude([{ tabId: 1 }, {}], "clear", ALL_WELL);
});

/** A site failed a few times, works again, and the question comes half a minute to two minutes later. */
const workedAgain = quiet("workedAgain", (book) => {
  const { random, town } = book;
  const site = random.pick(town.sites);
  book.elsewhere([site], [1, 3]);
  const trouble = random.pick([
    { status: 503 },
    { status: 500 },
    { breaks: "refused" },
    { breaks: "timeout" },
    { breaks: "reset" },
  ] as const);
  book.fault = (host) => (host.domain === site.domain ? trouble : null);
  for (let load = random.integer(1, 4); load > 0; load--) {
    book.attempt(site);
    book.elsewhere([site]);
  }
  book.fault = () => null;
  book.now += random.pause(3_000, 90_000);
  for (let load = random.integer(2, 4); load > 0; load--) book.attempt(site);
  book.now += random.pause(30_000, 120_000);
  if (random.chance(0.6)) book.attempt(site);
  if (random.chance(0.5)) book.elsewhere([site]);
  book.conclude([{ tabId: 1 }, { site: site.domain }, {}], "clear", ALL_WELL);
});

/** One call in a busy page goes wrong once. */
const oneCall = quiet("oneCall", (book) => {
  const { random, town } = book;
  const site = random.pick(town.sites);
  book.visit(site, { tab: 1, calls: 3 });
  book.call(site, random.integer(2, 6));
  book.fault = (host) => (host === site.calls ? random.pick([{ status: 502 }, { breaks: "reset" }] as const) : null);
  book.call(site, 1);
  book.fault = () => null;
  book.call(site, random.integer(6, 15));
  book.conclude([{ tabId: 1 }, {}], "clear", [CLEAR, { ...UNCLEAR, weak: true }]);
});

/** Trackers under the site's own name, stopped by a resolver or a list. */
const filtered = quiet("filtered", (book) => {
  const { random, town } = book;
  for (const site of random.sample(town.sites, random.integer(1, 4))) {
    book.visit(site, { tab: 1 });
    const name = `${random.pick(["metrics", "stats", "track", "pixel", "analytics", "telemetry"])}.${site.domain}`;
    const breakage = random.pick(["name-not-found", "refused", "tracker-blocked", "blocked"] as const);
    for (let call = random.integer(2, 9); call > 0; call--) {
      book.now += random.integer(20, 2_000);
      const fields = { tabId: 1, url: `https://${name}/e`, type: random.pick(["xmlhttprequest", "image", "script"]) };
      book.fail({ ...site.calls, name }, breakage, fields, 5);
    }
  }
  book.conclude([{ tabId: 1 }, {}], "clear", ALL_WELL);
});

/** A page of an open tab asks in vain for minutes after the person has gone to another. */
const leftBehind: Sketch = {
  name: "leftBehind",
  truth: "site",
  draw(book) {
    const { random, town } = book;
    const [ill, well] = random.sample(town.sites, 2);
    if (ill === undefined || well === undefined) return;
    book.begin([ill]);
    book.visit(ill, { tab: 1 });
    const trouble = random.pick([{ status: 500 }, { status: 503 }, { breaks: "timeout" }] as const);
    book.fault = (host) => (host === ill.calls ? trouble : null);
    for (let round = random.integer(2, 6); round > 0; round--) {
      book.call(ill, random.integer(1, 3), 1);
      book.elsewhere([ill], [0, 2]);
    }
    book.visit(well, { tab: 6 });
    book.call(ill, 1, 1);
    book.conclude([{ tabId: 6 }], "clear", ALL_WELL);
    book.conclude(
      [{ tabId: 1 }, { site: ill.domain }],
      "site",
      book.mode === "basic" ? ALL_WELL : [siteAnswer(ill, "http", "unreachable")],
    );
  },
};

/** The tab asked about is not the one in trouble. */
const besideTrouble: Sketch = {
  name: "besideTrouble",
  truth: "site",
  draw(book) {
    const { random, town } = book;
    const [ill, well] = random.sample(town.sites, 2);
    if (ill === undefined || well === undefined) return;
    book.begin([ill]);
    book.fault = (host) => (host.domain === ill.domain ? { breaks: "refused" } : null);
    for (let load = random.integer(2, 4); load > 0; load--) {
      book.attempt(ill, 1);
      book.visit(well, { tab: 7 });
    }
    book.conclude([{ tabId: 7 }, { site: well.domain }, { tabId: 404 }, { site: "never-seen.example.com" }], "clear", ALL_WELL);
    book.conclude([{ tabId: 1 }, {}], "site", [siteAnswer(ill, "unreachable"), { ...UNCLEAR, weak: true }]);
  },
};

export const QUIET_DAYS: readonly Sketch[] = [
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
