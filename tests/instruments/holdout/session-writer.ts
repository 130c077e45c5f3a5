import { FIREFOX_SPURIOUS } from "../scenarios/browser-errors.ts";
import type { Answer, Expectation, Stage } from "../scenarios/expectation.ts";
import type { Random } from "../scenarios/random.ts";
import type { Recording } from "../scenarios/recording.ts";
import type { Ask, Browser, Mode, StartEvent } from "../scenarios/trace-event.ts";
import { EPOCH, FeedWriter } from "./feed-writer.ts";
import { HEALTHY, type Trouble } from "./request-writer.ts";
import { drawSessionStyle } from "./session-style.ts";
import { buildSitePool, providerOf, type Site } from "./sites.ts";

const MINUTE = 60_000;

/** How a page load went: whether the page came, and how many of its calls did not. */
export type Load = { page: boolean; calls: number; bad: boolean };
export type Check = { result: "reached" | "captive" | "unreachable"; skew?: number; network?: { asn: number; country: string } };
type Visit = {
  tab?: number;
  thorough?: true;
  gap?: readonly [number, number];
  calls?: number;
  /** Milliseconds until the page answers. */
  takes?: number;
  /** The page that began the load, where no person did. */
  initiator?: string;
};

/** Writes the session of one hold-out scenario: what the person and the extension do, and what the browser reports of it. */
export class SessionWriter extends FeedWriter {
  check: Check = { result: "reached" };
  /** Loads that went wrong since the trouble began, and their sites. */
  failedLoads = 0;
  readonly failedSites = new Set<string>();
  readonly #start: StartEvent;
  #checkedAt = Number.NEGATIVE_INFINITY;
  #lastTried: Site | null = null;

  constructor(name: string, random: Random, browser: Browser, mode: Mode) {
    const style = drawSessionStyle(random);
    const pool = buildSitePool(random);
    const start: StartEvent = { event: "start", trace: 1, name, browser, epoch: EPOCH, mode, ranges: pool.ranges };
    super({ random, style, pool, start });
    this.#start = start;
  }

  /** What comes before the trouble: the feed, what was learned, some pages, but for those that are `kept` for the story. */
  begin(about: readonly Site[] = [], kept: readonly Site[] = []): void {
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
    for (let page = style.before; page > 0; page--) this.visit(random.pick(pool.sites.filter((site) => !kept.includes(site))));
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
  visit(site: Site, options: Visit = {}): Load {
    const { random, style, recording } = this;
    this.wait(options.gap ?? style.gap);
    const tab = options.tab ?? this.#tabFor(site);
    const url = `https://${site.page.name}/${random.pick(["", "news", "p/17?q=secret4", "a/b#c"])}`;
    const begun = options.initiator === undefined ? {} : { initiator: options.initiator };
    if (random.chance(style.noise.takenBack)) this.#takeBack(site, tab);
    const trouble = this.fault(site.page, "main_frame", url);
    if (trouble === null && this.fault === HEALTHY && random.chance(style.noise.stumbles)) {
      this.#failPage(site, tab, url, { breaks: "reset" });
      this.now += 2_500;
    }
    if (trouble !== null && !("status" in trouble)) {
      this.#failPage(site, tab, url, trouble, options.initiator);
      return this.#count(site, { page: false, calls: 0, bad: true });
    }
    this.startLoad(tab, url);
    const takes = options.takes ?? random.pause(40, 1_200);
    if (this.browser === "firefox" && random.chance(style.spurious)) {
      // Firefox moves the load to another process: the first one ends, and begins again.
      recording.write(this.now + takes * 0.9, { event: "navigation-error", tabId: tab, url, error: FIREFOX_SPURIOUS });
      this.startLoad(tab, url, this.now + takes * 0.9);
    }
    this.now += takes;
    this.tell(this.now, { event: "navigation-committed", tabId: tab, url });
    this.answer(site.page, {
      tabId: tab,
      url,
      type: "main_frame",
      status: trouble?.status ?? 200,
      ...(trouble?.wrote === undefined ? {} : { wrote: trouble.wrote }),
      ...(style.durations || options.takes !== undefined ? { ms: Math.round(takes) } : {}),
      ...begun,
    });
    recording.write(this.now + random.pick([0, 0, 20]), { event: "navigation-completed", tabId: tab, url });
    const calls = this.requestParts(site, tab, options);
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
    this.tell(this.now, { event: "connectivity", ...this.check });
    if (this.check.result === "unreachable" && this.random.chance(0.6)) {
      for (const mirror of this.random.sample(["a", "https://mirror-b.example/v2/head"], this.random.integer(1, 2)))
        this.recording.write(this.now, {
          event: "feed-failed",
          mirror,
          error: this.random.pick(["timeout", "TypeError: Failed to fetch"]),
        });
    }
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

  #failPage(site: Site, tab: number, url: string, trouble: Exclude<Trouble, { status: number }>, initiator?: string): void {
    const breaks = "hangs" in trouble ? "aborted" : trouble.breaks;
    const ms = this.random.integer(...this.#waiting(trouble));
    this.now += ms;
    this.failPage(site.page, tab, url, breaks, ms, initiator);
  }

  /** How long it takes until a browser or a person gives up. */
  #waiting(trouble: Exclude<Trouble, { status: number }>): readonly [number, number] {
    if ("hangs" in trouble) return this.style.givesUpAfter;
    if (typeof trouble.breaks !== "string") return trouble.breaks.ms;
    return trouble.breaks === "timeout" ? this.style.timeout : [10, 900];
  }
}
