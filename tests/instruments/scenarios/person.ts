import { type Breakage, reportsAddress, requestError } from "./browser-errors.ts";
import type { AnsweredFields, Browsing, FailedFields } from "./browsing.ts";
import type { Fault, Request, Trouble } from "./fault.ts";
import type { Host, Internet, Site } from "./internet.ts";
import { type Noise, pageNoise, passingNoise } from "./noise.ts";
import { type Load, PageLoads } from "./page-loads.ts";
import type { Random } from "./random.ts";
import type { Recording } from "./recording.ts";
import type { Setting } from "./setting.ts";

export type Proxy = { address: string /** Firefox says that a proxy answered. */; declared: boolean };

/** `silent`: the page failed without any HTTP status. */
export type Loading = { failed: boolean; silent?: true; apiFailures: number; at: number };

/** How long a site takes to answer a page, ms; null where it is as ever. */
export type Pace = (site: Site, at: number) => number | null;

type Options = {
  tab?: number;
  /** Milliseconds before the load; drawn at leisure when not given. */
  gap?: number;
  /** Calls to the site's API that the page makes; drawn when not given. */
  calls?: number;
  /** Open the page and nothing else. */
  bare?: true;
  /** Nothing comes from the cache. */
  fresh?: true;
  /** The page that began the load, where the person did not. */
  from?: string;
};

export type PersonWorld = { random: Random; setting: Setting; recording: Recording; internet: Internet; noise: Noise };

const UNCACHED = ["xmlhttprequest", "websocket"];
const ASSETS = ["image", "image", "script", "stylesheet", "font"] as const;

/** Somebody who browses: opens pages in tabs, waits, gives up, and comes back. All times in ms since the start. */
export class Person implements Browsing {
  now = 0;
  faults: Fault[] = [];
  paces: Pace[] = [];
  proxy: Proxy | null = null;
  /** The tab in which the last page was opened. */
  tab = 1;
  readonly #world: PersonWorld;
  readonly #visited = new Set<string>();
  /** The page that each tab shows, by its origin. */
  readonly #shown = new Map<number, string>();
  readonly #language: number;
  readonly #loads: PageLoads;

  constructor(world: PersonWorld) {
    this.#world = world;
    this.#loads = new PageLoads(world, this);
    this.#language = world.random.integer(0, 9);
  }

  wait(ms: number): void {
    this.now += ms;
  }

  /** Opens a page of the site, with all that the page then asks for. */
  visit(site: Site, options: Options = {}): Loading {
    const { random, setting, recording } = this.#world;
    this.now += options.gap ?? random.pause(...setting.leisure);
    this.tab = options.tab ?? random.integer(2, 6);
    const url = this.#newUrl(site);
    if (!options.bare) passingNoise(this, this.#world, site);
    const load = this.#loads.begin(site, url, this.tab, options.from ?? this.#linkFrom(options));
    if (site.serviceWorker && recording.browser === "chromium" && this.#visited.has(site.domain)) return this.#visitByWorker(load, options);
    this.#visited.add(site.domain);
    const trouble = this.decide(site.hosts.www, "main_frame", url);
    if (trouble !== null && !("status" in trouble)) {
      this.#loads.fail(load, trouble);
      return { failed: true, silent: true, apiFailures: 0, at: this.now };
    }
    const { status, wrote } = trouble ?? { status: 200 };
    const took = trouble?.after ?? this.#paceOf(site) ?? random.pause(60, 1_500);
    const page = { status, took, ...(wrote === undefined ? {} : { wrote }), ...(options.fresh ? { fresh: true as const } : {}) };
    this.#loads.show(load, page);
    this.#shown.set(this.tab, `${site.scheme}://${site.hosts.www.name}`);
    const failed = status >= 500 || status === 402;
    const refused = !failed && status >= 400;
    const calls = failed ? random.integer(0, 3) : refused ? 0 : (options.calls ?? random.integer(1, 5));
    const apiFailures = options.bare ? 0 : this.#loadParts(site, calls, failed || refused);
    return { failed, apiFailures, at: this.now };
  }

  /** Begins to open a page that does not answer yet. The person may look at other tabs meanwhile. */
  beginLoad(site: Site, tab: number, from?: string): Load {
    this.tab = tab;
    return this.#loads.begin(site, this.#newUrl(site), tab, from);
  }

  /** Leaves a page that has not come. */
  giveUp(load: Load, breakage: Breakage = "aborted"): void {
    this.#loads.end(load, breakage);
  }

  /** The page comes at last. */
  receive(load: Load, status = 200): void {
    this.#loads.show(load, { status, took: 0 });
  }

  /** The page that is open in the tab asks its API again. Returns how many calls failed. */
  callApi(site: Site, count: number, options: { tab?: number; gap?: readonly [number, number] } = {}): number {
    const { random } = this.#world;
    let failures = 0;
    for (let call = 0; call < count; call++) {
      this.now += random.pause(...(options.gap ?? [300, 5_000]));
      if (this.request(site, site.hosts.api, "xmlhttprequest", { tab: options.tab ?? this.tab })) failures++;
    }
    return failures;
  }

  decide(host: Host, type: string, url: string): Trouble | null {
    const request: Request = { host, type, url, at: this.now };
    for (const fault of this.faults) {
      const trouble = fault(request);
      if (trouble !== null) return trouble;
    }
    return null;
  }

  /** One request of a page. Returns whether it failed. */
  request(site: Site, host: Host, type: string, options: { tab: number; duration?: number; path?: string }): boolean {
    const { random } = this.#world;
    const scheme = type === "websocket" ? "wss" : (site.scheme ?? "https");
    const url = `${scheme}://${host.name}/${options.path ?? `r${random.integer(0, 99)}`}`;
    const trouble = this.decide(host, type, url);
    const initiator = random.chance(0.5) || options.tab === -1 ? { initiator: `${site.scheme}://${site.hosts.www.name}` } : {};
    const shared = { tabId: options.tab, url, type, ...initiator };
    if (trouble === null || "status" in trouble) {
      const cached = trouble === null && !UNCACHED.includes(type) && random.chance(0.15);
      const usual = type === "websocket" ? 101 : random.pick([200, 200, 200, 200, 200, 204, 304, 206]);
      const wrote = trouble?.wrote === undefined ? {} : { wrote: trouble.wrote };
      this.answer(host, { ...shared, status: trouble?.status ?? usual, ...wrote }, cached, options.duration ?? trouble?.after);
      return trouble !== null;
    }
    const breakage = "hang" in trouble ? "timeout" : trouble.breakage;
    this.fail(host, breakage, { ...shared, ms: Math.round(this.duration(breakage)) });
    return true;
  }

  answer(host: Host, fields: AnsweredFields, cached: boolean, duration?: number): void {
    const { random, recording } = this.#world;
    const ms = duration ?? random.pause(8, 900);
    const hidden = cached && recording.browser === "firefox";
    recording.write(this.now, {
      event: "completed",
      ...fields,
      ...(hidden ? {} : this.#address(host)),
      fromCache: cached,
      ms: cached ? random.integer(0, 9) : ms,
    });
  }

  fail(host: Host, breakage: Breakage, fields: FailedFields): string {
    const { random, recording } = this.#world;
    const error = requestError(recording.browser, breakage, this.#language, random);
    const address = reportsAddress(recording.browser, breakage) ? this.#address(host) : {};
    recording.write(this.now, { event: "error", ...fields, error, ...address });
    return error;
  }

  /** Milliseconds until a request that breaks like this is given up by the browser. */
  duration(breakage: Breakage): number {
    const { random, setting } = this.#world;
    if (breakage === "handshake") return random.integer(30_020, 30_600);
    if (breakage === "timeout") return random.between(...setting.timeout) * 1000;
    if (breakage === "blocked" || breakage === "tracker-blocked") return random.integer(0, 3);
    return random.pause(20, 900);
  }

  #address(host: Host): { ip?: string; proxied?: boolean } {
    const { random, recording } = this.#world;
    if (this.proxy === null) return { ip: random.pick(host.addresses) };
    return recording.browser === "firefox" && this.proxy.declared ? { ip: this.proxy.address, proxied: true } : { ip: this.proxy.address };
  }

  /** At leisure, some pages are opened by a link on the page before, and the browser says so. */
  #linkFrom({ gap }: Options): string | undefined {
    return gap === undefined && this.#world.random.chance(0.3) ? this.#shown.get(this.tab) : undefined;
  }

  #newUrl(site: Site): string {
    const { random } = this.#world;
    return `${site.scheme}://${site.hosts.www.name}/p/${random.integer(1, 999)}?q=secret${random.integer(1, 99)}`;
  }

  #paceOf(site: Site): number | null {
    for (const pace of this.paces) {
      const ms = pace(site, this.now);
      if (ms !== null) return ms;
    }
    return null;
  }

  /** A service worker answers the navigation: `webRequest` sees only its own fetches, which belong to no tab. */
  #visitByWorker(load: Load, options: Options): Loading {
    const { random } = this.#world;
    const { site } = load;
    this.now += random.pause(60, 700);
    const www = this.request(site, site.hosts.www, "xmlhttprequest", { tab: -1 });
    this.now += 5;
    const trouble = this.decide(site.hosts.www, "main_frame", load.url);
    // The worker may have nothing of its own to show: its promise fails, and so does the page, with no cause named.
    const shown = trouble === null || "status" in trouble || !random.chance(0.7);
    this.#loads.endByWorker(load, shown);
    if (!shown) return { failed: true, silent: true, apiFailures: 0, at: this.now };
    const api = options.bare ? 0 : this.#loadParts(site, options.calls ?? random.integer(1, 4), false);
    return { failed: false, apiFailures: api + (www ? 1 : 0), at: this.now };
  }

  #loadParts(site: Site, calls: number, short: boolean): number {
    const { random } = this.#world;
    const parts = [
      ...Array.from({ length: calls }, () => "call" as const),
      ...Array.from({ length: random.integer(0, short ? 2 : 6) }, () => "asset" as const),
      ...Array.from({ length: random.integer(0, short ? 1 : 3) }, () => "third" as const),
    ];
    let failures = 0;
    for (const part of random.shuffle(parts)) {
      this.now += random.integer(3, 120);
      if (part === "call") {
        if (this.request(site, site.hosts.api, "xmlhttprequest", { tab: this.tab })) failures++;
      } else if (part === "asset") this.request(site, site.hosts.static, random.pick(ASSETS), { tab: this.tab });
      else
        this.request(site, random.pick(this.#world.internet.thirdParties), random.pick(["script", "image", "xmlhttprequest"]), {
          tab: this.tab,
        });
      pageNoise(this, this.#world, site);
    }
    for (const { role, type, path } of short ? [] : (site.corners ?? [])) {
      this.now += random.integer(3, 400);
      if (this.request(site, site.hosts[role], type, { tab: this.tab, path })) failures++;
    }
    return failures;
  }
}
