import { type Breakage, FIREFOX_SPURIOUS, navigationError, reportsAddress, requestError } from "../scenarios/browser-errors.ts";
import type { Answer, Expectation, Stage } from "../scenarios/expectation.ts";
import type { Random } from "../scenarios/random.ts";
import { Recording } from "../scenarios/recording.ts";
import type { Ask, Browser, FeedIncident, Mode, StartEvent } from "../scenarios/trace-event.ts";
import { drawSessionStyle, type SessionStyle } from "./session-style.ts";
import { buildSitePool, type Host, providerOf, type Site, type SitePool } from "./sites.ts";

const EPOCH = "2026-03-03T09:00:00Z";
const MINUTE = 60_000;

export type Trouble = { status: number } | { breaks: Breakage } | { hangs: true };
/** What goes wrong with a request, if anything. */
export type Fault = (host: Host, type: string, url: string) => Trouble | null;
/** How a page load went: whether the page came, and how many of its calls did not. */
export type Load = { page: boolean; calls: number; bad: boolean };
export type Draft = Partial<Omit<FeedIncident, "provider" | "started">> & { age?: number };
export type Check = { result: "reached" | "captive" | "unreachable"; skew?: number };

const HEALTHY: Fault = () => null;

/** Writes the trace of one hold-out scenario, as one browser would report it. */
export class SessionWriter {
  readonly random: Random;
  readonly browser: Browser;
  readonly mode: Mode;
  readonly style: SessionStyle;
  readonly pool: SitePool;
  readonly recording: Recording;
  now = 0;
  fault: Fault = HEALTHY;
  check: Check = { result: "reached" };
  /** A proxy through which everything goes. */
  proxy: { ip: string; declared: boolean } | null = null;
  /** Loads that went wrong since the trouble began, and their sites. */
  failedLoads = 0;
  readonly failedSites = new Set<string>();
  readonly #start: StartEvent;
  #checkedAt = Number.NEGATIVE_INFINITY;
  #sequence: number;
  #lastTried: Site | null = null;

  constructor(name: string, random: Random, browser: Browser, mode: Mode) {
    this.random = random;
    this.browser = browser;
    this.mode = mode;
    this.style = drawSessionStyle(random);
    this.pool = buildSitePool(random);
    this.#sequence = random.integer(100, 90_000);
    this.#start = { event: "start", trace: 1, name, browser, epoch: EPOCH, mode, ranges: this.pool.ranges };
    this.recording = new Recording(this.#start);
  }

  /** What comes before the trouble: the feed's word, what was learned, some pages. */
  begin(about: readonly Site[] = []): void {
    const { random, style, pool } = this;
    if (style.learned) this.learn(pool.sites);
    if (style.feed === "silent" || style.feed === "repeated") this.publish([]);
    if (style.feed === "foreign" || style.feed === "old") {
      const providers = new Set(
        about.flatMap((site) => [site.page.place, site.calls.place, site.pictures.place].map((place) => place && providerOf(place))),
      );
      const free = pool.places.filter((place) => !providers.has(providerOf(place)));
      const elsewhere = about.length === 0 || free.length === 0 || random.chance(0.3) ? "oracle/us-ashburn-1" : random.pick(free);
      this.publish([this.incident(elsewhere, style.feed === "old" ? { age: 60 * 24 * 50 } : {})]);
    }
    for (let page = style.before; page > 0; page--) this.visit(random.pick(pool.sites));
    if (style.feed === "repeated") this.publish([]);
  }

  learn(sites: readonly Site[]): void {
    const hosts = sites.flatMap(({ page, calls, pictures }) => [page, calls, pictures]);
    this.#start.learned = hosts.flatMap(({ name, place }) => {
      if (place === null) return [];
      const [provider = place, region] = place.split("/");
      return [{ host: name, provider, ...(region === undefined ? {} : { region }), seen: "2026-03-02T18:00:00Z" }];
    });
  }

  get hasLearned(): boolean {
    return this.#start.learned !== undefined;
  }

  /** The person has been to these sites before: in the learned map, or a moment ago. */
  acquaint(sites: readonly Site[]): void {
    if (this.hasLearned) return;
    for (const site of this.random.shuffle(sites)) this.visit(site, { thorough: true });
  }

  wait([low, high]: readonly [number, number]): void {
    this.now += this.random.pause(Math.max(1, low), Math.max(1, high));
  }

  /** Opens a page, with all it asks for. */
  visit(site: Site, options: { tab?: number; thorough?: true; gap?: readonly [number, number]; calls?: number } = {}): Load {
    const { random, style, recording } = this;
    this.wait(options.gap ?? style.gap);
    const tab = options.tab ?? this.#tabFor(site);
    const url = `https://${site.page.name}/${random.pick(["", "news", "p/17?q=secret4", "a/b#c"])}`;
    if (random.chance(style.noise.takenBack)) this.#takeBack(site, tab);
    const trouble = this.fault(site.page, "main_frame", url);
    if (trouble === null && this.fault === HEALTHY && random.chance(style.noise.stumbles)) {
      this.#failPage(site, tab, url, { breaks: "reset" });
      this.now += 2_500;
    }
    if (trouble !== null && !("status" in trouble)) {
      this.#failPage(site, tab, url, trouble);
      return this.#count(site, { page: false, calls: 0, bad: true });
    }
    this.now += random.pause(40, 1_200);
    if (this.browser === "firefox" && random.chance(style.spurious))
      recording.write(this.now, { event: "navigation-error", tabId: tab, url, error: FIREFOX_SPURIOUS });
    this.#complete(site.page, { tabId: tab, url, type: "main_frame", status: trouble?.status ?? 200 });
    recording.write(this.now + random.pick([0, 0, 20]), { event: "navigation-completed", tabId: tab, url });
    const calls = this.#parts(site, tab, options);
    return this.#count(site, { page: trouble === null, calls, bad: trouble !== null || calls > 0 });
  }

  /** Somebody opens the page in trouble, or tries it again; the extension may look whether anything can be reached. */
  attempt(site: Site, tab = 1, calls?: number): Load {
    const again = site === this.#lastTried;
    this.#lastTried = site;
    const load = this.visit(site, { tab, gap: again ? this.style.retry : this.style.gap, ...(calls === undefined ? {} : { calls }) });
    if (load.bad && this.style.checks === "failures") this.look();
    return load;
  }

  /** Other pages, which are not of these sites. */
  elsewhere(
    except: readonly Site[],
    range: readonly [number, number] = this.style.between,
    matches: (site: Site) => boolean = () => true,
  ): void {
    const free = this.pool.sites.filter((site) => !except.includes(site) && matches(site));
    for (const site of this.random.sample(free, this.random.integer(...range))) this.visit(site, { tab: this.#tabBeside(site) });
  }

  /** The page in the tab calls its servers again. */
  call(site: Site, count: number, tab = 1): number {
    let failed = 0;
    for (let call = 0; call < count; call++) {
      this.now += this.random.pause(80, 6_000);
      if (this.request(site, site.calls, "xmlhttprequest", tab)) failed++;
    }
    return failed;
  }

  /** The extension looks whether anything can be reached; once a minute at most. */
  look(always = false): void {
    if (!always && this.now - this.#checkedAt < MINUTE) return;
    this.#checkedAt = this.now;
    this.now += this.random.integer(30, 2_000);
    this.recording.write(this.now, { event: "connectivity", ...this.check });
    if (this.check.result === "unreachable" && this.random.chance(0.6)) {
      for (const mirror of this.random.sample(["a", "https://mirror-b.example/v1/feed"], this.random.integer(1, 2)))
        this.recording.write(this.now, {
          event: "feed-failed",
          mirror,
          error: this.random.pick(["timeout", "TypeError: Failed to fetch"]),
        });
    }
  }

  request(site: Site, host: Host, type: string, tab: number): boolean {
    const { random, style } = this;
    const url = `https://${host.name}/r${random.integer(0, 40)}`;
    const trouble = this.fault(host, type, url);
    const fields = { tabId: tab, url, type, ...(random.chance(style.initiator) ? { initiator: `https://${site.page.name}` } : {}) };
    if (trouble === null || "status" in trouble) {
      this.#complete(host, { ...fields, status: trouble?.status ?? 200 });
      return trouble !== null;
    }
    this.fail(host, "breaks" in trouble ? trouble.breaks : "timeout", fields, random.pause(20, 900));
    return true;
  }

  fail(host: Host, breakage: Breakage, fields: { tabId: number; url: string; type: string; documentId?: string }, ms: number): string {
    const error = requestError(this.browser, breakage, this.style.language, this.random);
    const ip = reportsAddress(this.browser, breakage) ? this.#address(host) : {};
    this.recording.write(this.now, { event: "error", ...fields, error, ...ip, ...(this.style.durations || ms >= 15_000 ? { ms } : {}) });
    return error;
  }

  answer(host: Host, fields: { tabId: number; url: string; type: string; status: number; documentId?: string }): void {
    this.#complete(host, fields);
  }

  /** Both reports of one page that did not come, or just the one that decides. */
  failPage(host: Host, tab: number, url: string, breakage: Breakage, ms: number): void {
    const { random, style, recording } = this;
    const first = random.chance(style.navigationFirst);
    const at = this.now;
    const error = requestError(this.browser, breakage, style.language, random);
    const ip = reportsAddress(this.browser, breakage) ? this.#address(host) : {};
    const lag = random.integer(0, style.lag);
    const took = style.durations || ms >= 15_000 ? { ms } : {};
    // Only the request tells a hang from a stop, and only the navigation's number says what a certificate lacks.
    const lone = random.chance(style.missingReport) && breakage !== "aborted" && !/certificate|tls/.test(breakage);
    if (!lone || this.browser === "firefox")
      recording.write(at + (first ? lag : 0), { event: "error", tabId: tab, url, type: "main_frame", error, ...ip, ...took });
    if (!lone || this.browser === "chromium" || this.mode === "basic") {
      const trace = navigationError(this.browser, breakage, error);
      recording.write(at + (first ? 0 : lag), { event: "navigation-error", tabId: tab, url, error: trace });
    }
    this.now = at + lag;
  }

  publish(incidents: FeedIncident[], options: { back?: true; issued?: number; lifetime?: number } = {}): void {
    this.#sequence += options.back ? 0 : this.random.integer(1, 5);
    const issued = Date.parse(EPOCH) + this.now - (options.issued ?? 0) * MINUTE;
    this.recording.write(this.now, {
      event: "feed",
      feed: {
        version: 1,
        sequence: this.#sequence - (options.back ? this.random.integer(0, 30) : 0),
        issued: new Date(issued).toISOString(),
        expires: new Date(issued + (options.lifetime ?? 30) * MINUTE).toISOString(),
        incidents,
        services: [],
      },
    });
  }

  /** An incident of a place, `age` minutes old: major, official and under investigation unless said otherwise. */
  incident(place: string, draft: Draft = {}): FeedIncident {
    const { age = 9, ...rest } = draft;
    const [provider = place, region = null] = place.split("/");
    const at = (minutes: number) => new Date(Date.parse(EPOCH) + this.now - minutes * MINUTE).toISOString();
    return {
      id: `${provider}-${region ?? "all"}-${this.random.integer(1, 99)}`,
      region,
      services: [],
      site: null,
      severity: "major",
      status: "investigating",
      updated: at(Math.min(age, 2)),
      resolved: null,
      title: "Increased error rates",
      summary: "",
      official: { url: "https://status.example/", acknowledged: at(Math.min(age, 5)) },
      crowd: null,
      affects: [],
      ...rest,
      provider,
      started: at(age),
    };
  }

  ask(stage: Stage, ask: Ask, truth: string, accept: readonly Answer[], more: Partial<Expectation> = {}): void {
    this.recording.ask(this.now, ask, { stage, truth, accept, ...more });
  }

  /** The last questions. */
  conclude(asks: readonly Ask[], truth: string, accept: readonly Answer[]): void {
    const { pause } = this.style;
    if (pause[1] > 0) this.wait(pause);
    for (const ask of asks) this.ask("final", ask, truth, accept);
  }

  finish(): ReturnType<Recording["finish"]> {
    const { restart } = this.style;
    const at = { never: null, early: this.now * 0.1, middle: this.now * 0.6, late: this.now * 0.97 }[restart];
    if (at !== null) this.recording.write(at, { event: "restart" });
    return this.recording.finish();
  }

  #count(site: Site, load: Load): Load {
    if (load.bad) {
      this.failedLoads++;
      this.failedSites.add(site.domain);
    }
    return load;
  }

  #tabFor(site: Site): number {
    if (this.style.tabs === "one") return 1;
    return this.style.tabs === "own" ? 20 + this.pool.sites.indexOf(site) : this.random.integer(2, 6);
  }

  /** Not the tab of the trouble, unless this person has only one. */
  #tabBeside(site: Site): number {
    return this.style.tabs === "own" ? 20 + this.pool.sites.indexOf(site) : 2;
  }

  #takeBack(site: Site, tab: number): void {
    const url = `https://${site.page.name}/`;
    this.failPage(site.page, tab, url, "aborted", this.random.integer(5, 900));
    this.now += this.random.integer(80, 700);
  }

  #failPage(site: Site, tab: number, url: string, trouble: { breaks: Breakage } | { hangs: true }): void {
    const { random, style } = this;
    const hangs = "hangs" in trouble;
    const waits = hangs ? style.patience : trouble.breaks === "timeout" ? style.timeout : ([10, 900] as const);
    const ms = random.integer(...waits);
    this.now += ms;
    this.failPage(site.page, tab, url, hangs ? "aborted" : trouble.breaks, ms);
  }

  #parts(site: Site, tab: number, options: { thorough?: true; calls?: number }): number {
    const { random, style } = this;
    const kinds: ("call" | "picture" | "stranger")[] = [];
    for (let part = random.integer(...style.parts); part > 0; part--)
      kinds.push(random.chance(style.calls) ? "call" : random.chance(0.7) ? "picture" : "stranger");
    for (let call = options.calls ?? 0; call > 0; call--) kinds.push("call");
    if (options.thorough) kinds.push("call", "picture");
    let failed = 0;
    for (const kind of random.shuffle(kinds)) {
      this.now += random.integer(1, 90);
      if (kind === "call" && this.request(site, site.calls, "xmlhttprequest", tab)) failed++;
      if (kind === "picture") this.request(site, site.pictures, random.pick(["image", "script", "stylesheet", "font"]), tab);
      if (kind === "stranger")
        this.request(site, random.pick(this.pool.thirdParties), random.pick(["image", "script", "xmlhttprequest"]), tab);
      this.#noise(site, tab);
    }
    if (style.noise.favicon && this.fault(site.page, "image", `https://${site.page.name}/favicon.ico`) === null)
      this.#complete(site.page, { tabId: tab, url: `https://${site.page.name}/favicon.ico`, type: "image", status: 404 });
    return failed;
  }

  #noise(site: Site, tab: number): void {
    const { random } = this;
    const { blocker, deadTracker, missing } = this.style.noise;
    const thirdParty = random.pick(this.pool.thirdParties);
    if (blocker && random.chance(0.2))
      this.fail(thirdParty, "blocked", { tabId: tab, url: `https://${thirdParty.name}/t.js`, type: "script" }, 1);
    if (deadTracker && random.chance(0.1)) {
      const url = "https://px.deadtracker.example/p.gif";
      this.fail(
        { ...thirdParty, name: "px.deadtracker.example" },
        "name-not-found",
        { tabId: tab, url, type: random.pick(["image", "xmlhttprequest"]) },
        30,
      );
    }
    if (!random.chance(missing)) return;
    const url = `https://${site.calls.name}/missing`;
    if (this.fault(site.calls, "xmlhttprequest", url) !== null) return;
    this.#complete(site.calls, { tabId: tab, url, type: "xmlhttprequest", status: random.pick([404, 404, 401, 403, 429]) });
  }

  #complete(
    host: Host,
    fields: { tabId: number; url: string; type: string; status: number; initiator?: string; documentId?: string },
  ): void {
    const { style, random } = this;
    const ms = style.durations ? { ms: random.pause(8, 700) } : {};
    this.recording.write(this.now, {
      event: "completed",
      ...fields,
      ...this.#address(host),
      ...(style.saysFromCache ? { fromCache: false } : {}),
      ...ms,
    });
  }

  #address(host: Host): { ip: string; proxied?: boolean } {
    if (this.proxy === null) return { ip: host.ip };
    return this.proxy.declared && this.browser === "firefox" ? { ip: this.proxy.ip, proxied: true } : { ip: this.proxy.ip };
  }
}
