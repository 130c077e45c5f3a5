import { PLACES, type Place, placeName } from "./address-plan.ts";
import { type Breakage, navigationError } from "./browser-errors.ts";
import type { Answer, Expectation, Stage } from "./expectation.ts";
import type { Fault } from "./fault.ts";
import { FeedPublisher } from "./feed-publisher.ts";
import { addSite, type Host, type Internet, isPlain, makeInternet, type Site } from "./internet.ts";
import { Person } from "./person.ts";
import type { Random } from "./random.ts";
import { Recording } from "./recording.ts";
import type { Setting } from "./setting.ts";
import type { Ask, Browser, Mode, StartEvent } from "./trace-event.ts";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** Whom an `ask` is about: the tab with this number, a site by its domain, or everything. */
export type Target = { tab: number } | { site: Site } | "toolbar";

/** What a reachability check finds. `network`: what the mirror tells the browser of its own network. */
export type Reach = { result: "reached" | "captive" | "unreachable"; skew?: number; network?: { asn: number; country: string } };

/** The stage of one scenario: a world, a browser, and somebody in front of it. */
export class Scene {
  readonly random: Random;
  readonly setting: Setting;
  readonly browser: Browser;
  readonly mode: Mode;
  readonly internet: Internet;
  readonly recording: Recording;
  readonly person: Person;
  readonly feed: FeedPublisher;
  /** The sites that this person goes to. */
  readonly favourites: Site[];
  /** What the extension's reachability check would find. */
  reach: Reach = { result: "reached" };
  /** Error pages that an edge passes on name their writer, as those of most CDNs do. */
  readonly headersTell: boolean;
  readonly #start: StartEvent;
  #lastOpened: Site | null = null;
  #lastCheck = Number.NEGATIVE_INFINITY;
  readonly #checks: boolean;

  constructor(name: string, random: Random, setting: Setting, browser: Browser, mode: Mode) {
    this.random = random;
    this.setting = setting;
    this.browser = browser;
    this.mode = mode;
    this.internet = makeInternet(random, setting);
    this.favourites = random.sample(this.internet.sites, random.integer(24, Math.min(60, this.internet.sites.length)));
    this.#start = { event: "start", trace: 1, name, browser, epoch: "2026-03-03T09:00:00Z", mode, ranges: this.internet.plan.ranges };
    this.recording = new Recording(this.#start);
    this.#checks = random.chance(0.75);
    this.headersTell = random.chance(0.6);
    this.feed = new FeedPublisher(this.recording, this.#start.epoch, random);
    const noise = { rate: random.between(...setting.noise), blocker: random.chance(0.4), deadTracker: random.chance(0.3) };
    this.person = new Person({ random, setting, recording: this.recording, internet: this.internet, noise });
    if (random.chance(0.4)) this.learn(this.favourites);
  }

  get now(): number {
    return this.person.now;
  }

  /** The learned map knew these sites before the trace began, from hours to weeks ago. */
  learn(sites: readonly Site[]): void {
    const known = new Set(this.#start.learned?.map(({ host }) => host));
    const hosts = new Map(sites.flatMap((site) => Object.values(site.hosts)).map((host): [string, Host] => [host.name, host]));
    const entries = [...hosts.values()].flatMap((host) => {
      if (host.place === null || known.has(host.name)) return [];
      const seen = new Date(Date.parse(this.#start.epoch) - this.random.pause(HOUR, 12 * DAY)).toISOString();
      return [{ host: host.name, provider: host.place.provider, region: host.place.region, seen }];
    });
    this.#start.learned = [...(this.#start.learned ?? []), ...entries];
  }

  /** The learned map knew the sites as they are given here, and not otherwise: what it knows may be out of date. */
  learnOtherwise(sites: readonly Site[]): void {
    const hosts = new Set(sites.flatMap((site) => Object.values(site.hosts)).map((host) => host.name));
    this.#start.learned = this.#start.learned?.filter(({ host }) => !hosts.has(host)) ?? [];
    this.learn(sites);
  }

  /** A fresh profile: the learned map is empty. */
  forget(): void {
    delete this.#start.learned;
  }

  get hasLearned(): boolean {
    return this.#start.learned !== undefined;
  }

  /** Ordinary browsing before anything happens: none, or up to half an hour of it. */
  warmUp(): void {
    const length = this.random.weighted(this.setting.warmUp);
    if (length === "none") return;
    const minutes = { brief: [0.2, 2], some: [2, 9], long: [9, 30] }[length] as [number, number];
    const until = this.now + this.random.between(...minutes) * 60_000;
    for (let page = 0; this.now < until && page < 70; page++) this.person.visit(this.random.pick(this.favourites));
  }

  /** The browser comes to know where these sites stand: from the learned map, or by having seen them work. */
  acquaint(sites: readonly Site[]): void {
    if (this.hasLearned) {
      this.learn(sites);
      return;
    }
    for (const site of this.random.shuffle(sites)) {
      this.person.visit(site, { calls: 2, fresh: true, gap: this.random.pause(...this.setting.hurry) });
      if (site.serviceWorker) this.person.callApi(site, 1);
    }
  }

  /** Some other sites are opened, in tabs of their own. */
  visitOthers(count: number, except: readonly Site[] = []): void {
    const others = this.favourites.filter((site) => !except.includes(site));
    for (const site of this.random.sample(others, count)) this.person.visit(site, { gap: this.random.pause(...this.setting.hurry) });
  }

  /** Opens a page as somebody does who wants it now, and tries again after a look at what went wrong. */
  open(site: Site, tab = 1, calls?: number): ReturnType<Person["visit"]> {
    const loading = this.person.visit(site, {
      tab,
      gap: this.random.pause(...(site === this.#lastOpened ? this.setting.retry : this.setting.hurry)),
      ...(calls === undefined ? {} : { calls }),
    });
    this.#lastOpened = site;
    if (loading.failed || loading.apiFailures > 0) this.check();
    return loading;
  }

  /** The extension may look whether anything can be reached; at most once a minute. */
  check(always = false): void {
    if (!always && (!this.#checks || this.now - this.#lastCheck < 60_000)) return;
    this.#lastCheck = this.now;
    this.person.wait(this.random.integer(60, 1_500));
    this.recording.write(this.now, { event: "connectivity", ...this.reach });
    if (this.reach.result === "unreachable" && this.random.chance(0.6)) {
      this.recording.write(this.now, {
        event: "feed-failed",
        mirror: "https://mirror.feeds.example/",
        error: "TypeError: Failed to fetch",
      });
    }
  }

  /** A page of a host outside the internet of the scenario fails in a tab, as both interfaces of the browser report it. */
  failPage(host: Host, breakage: Breakage, url: string, tabId: number): void {
    const { person, recording } = this;
    const ms = this.random.integer(2, 300);
    recording.write(person.now - ms, { event: "navigation-started", tabId, url });
    const error = person.fail(host, breakage, { tabId, url, type: "main_frame", ms });
    recording.write(person.now, { event: "navigation-error", tabId, url, error: navigationError(this.browser, breakage, error) });
  }

  /** A page of such a host is shown, whatever its status. */
  answerPage(host: Host, url: string, tabId: number, status: number): void {
    const { person, recording } = this;
    recording.write(person.now - this.random.integer(20, 300), { event: "navigation-started", tabId, url });
    recording.write(person.now, { event: "navigation-committed", tabId, url });
    person.answer(host, { tabId, url, type: "main_frame", status }, false);
    recording.write(person.now, { event: "navigation-completed", tabId, url });
  }

  /** Several pages are opened at once, each in a tab of its own. The time goes on when the last of them has ended. */
  openTogether(sites: readonly Site[], firstTab: number): void {
    const { person } = this;
    const begun = person.now;
    let ended = begun;
    for (const [index, site] of sites.entries()) {
      person.now = begun + index * this.random.integer(150, 900);
      person.visit(site, { tab: firstTab + index, gap: 0 });
      ended = Math.max(ended, person.now);
    }
    person.now = ended;
    this.#lastOpened = sites.at(-1) ?? null;
    this.check();
  }

  breakWith(...faults: Fault[]): void {
    this.person.faults.push(...faults);
  }

  ask(stage: Stage, target: Target, truth: string, accept: readonly Answer[], more: Partial<Expectation> = {}): void {
    const ask: Ask = target === "toolbar" ? {} : "tab" in target ? { tabId: target.tab } : { site: target.site.domain };
    this.recording.ask(this.now, ask, { stage, truth, accept, ...more });
  }

  /** The last question, for several targets at the same moment, after a pause to read the page. */
  askFinally(targets: readonly Target[], truth: string, accept: readonly Answer[], more: Partial<Expectation> = {}): void {
    this.person.wait(this.random.integer(200, 3_000));
    for (const target of targets) this.ask("final", target, truth, accept, more);
  }

  /** A favourite that matches; where there is none, a matching site becomes one. */
  someSite(matches: (site: Site) => boolean = () => true): Site {
    const found = this.favourites.filter(matches);
    if (found.length > 0) return this.random.pick(found);
    let site = this.internet.sites.find(matches);
    while (site === undefined || !matches(site)) site = addSite(this.internet, this.random);
    this.favourites.push(site);
    return site;
  }

  /** A place that matches, and at least `count` plain sites that are hosted there with their pages, or with their calls. */
  crowdedPlace(
    count: number,
    matches: (place: Place) => boolean = () => true,
    role: "www" | "api" = "www",
  ): { place: Place; dependents: Site[] } {
    const place = this.random.pick(PLACES.filter(matches));
    const stands = (site: Site) => {
      const { place: under } = site.hosts[role];
      return under !== null && placeName(under) === placeName(place);
    };
    const dependents = this.internet.sites.filter((site) => isPlain(site) && stands(site));
    while (dependents.length < count) {
      const site = addSite(this.internet, this.random);
      if (isPlain(site) && stands(site)) dependents.push(site);
    }
    return { place, dependents: this.random.sample(dependents, this.random.integer(count, count + 3)) };
  }

  /** Feed incidents and documents that say nothing about the sites given. Returns what was chosen. */
  quietFeed(about: readonly Site[] = []): string {
    const kind = this.random.weighted({ none: 4, empty: 3, unrelated: 2, expired: 1, gulf: 1, minor: 1 });
    const at = this.random.between(0, this.now);
    const taken = about.flatMap((site) => Object.values(site.hosts)).flatMap((host) => (host.place === null ? [] : [host.place.provider]));
    const free = PLACES.filter((place) => !taken.includes(place.provider));
    if (kind === "empty") this.feed.publish(at, []);
    if (free.length === 0 || kind === "none" || kind === "empty") return kind;
    const place = this.random.pick(free);
    if (kind === "unrelated") this.feed.publish(at, [this.feed.incident(at, { place })]);
    if (kind === "expired") this.feed.publish(at, [this.feed.incident(at, { place })], { issued: 60 });
    if (kind === "gulf")
      this.feed.publish(at, [this.feed.incident(at, { place: { provider: "aws", region: "me-central-1" }, age: 60 * 24 * 90 })]);
    if (kind === "minor") this.feed.publish(at, [this.feed.incident(at, { place, severity: "minor" })]);
    return kind;
  }

  /** Ends the scenario: the background may have been stopped and started at any moment in it. */
  finish(): ReturnType<Recording["finish"]> {
    if (this.random.chance(0.35)) {
      for (let restart = this.random.integer(1, 3); restart > 0; restart--)
        this.recording.write(this.random.between(0, this.now), { event: "restart" });
    }
    return this.recording.finish();
  }
}
