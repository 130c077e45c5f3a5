import { type Breakage, FIREFOX_SPURIOUS, navigationError, reportsAddress, requestError } from "./browser-errors.ts";
import type { Browsing } from "./browsing.ts";
import type { Fault, Request, Trouble } from "./fault.ts";
import type { Host, Internet, Site } from "./internet.ts";
import { type Noise, pageNoise, passingNoise } from "./noise.ts";
import type { Random } from "./random.ts";
import type { Recording } from "./recording.ts";
import type { Setting } from "./setting.ts";

export type Proxy = { address: string /** Firefox says that a proxy answered. */; declared: boolean };

export type Loading = { failed: boolean; apiFailures: number; at: number };

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
};

export type PersonWorld = { random: Random; setting: Setting; recording: Recording; internet: Internet; noise: Noise };

const ASSETS = ["image", "image", "script", "stylesheet", "font"] as const;

/** Somebody who browses: opens pages in tabs, waits, gives up, and comes back. All times in ms since the start. */
export class Person implements Browsing {
  now = 0;
  faults: Fault[] = [];
  proxy: Proxy | null = null;
  /** The tab in which the last page was opened. */
  tab = 1;
  readonly #world: PersonWorld;
  readonly #visited = new Set<string>();
  readonly #language: number;

  constructor(world: PersonWorld) {
    this.#world = world;
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
    const url = `${site.scheme}://${site.hosts.www.name}/p/${random.integer(1, 999)}?q=secret${random.integer(1, 99)}`;
    if (!options.bare) passingNoise(this, this.#world, site);
    if (site.serviceWorker && recording.browser === "chromium" && this.#visited.has(site.domain))
      return this.#visitByWorker(site, url, options);
    this.#visited.add(site.domain);
    const trouble = this.decide(site.hosts.www, "main_frame", url);
    if (trouble !== null && !("status" in trouble)) {
      this.#failToLoad(site, url, trouble);
      return { failed: true, apiFailures: 0, at: this.now };
    }
    const status = trouble === null ? 200 : trouble.status;
    this.#showPage(site, url, status, options.fresh);
    const apiFailures = options.bare
      ? 0
      : this.#loadParts(site, status >= 500 ? random.integer(0, 3) : (options.calls ?? random.integer(1, 5)), status >= 500);
    return { failed: status >= 500, apiFailures, at: this.now };
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
  request(site: Site, host: Host, type: string, options: { tab: number; duration?: number }): boolean {
    const { random } = this.#world;
    const url = `${site.scheme ?? "https"}://${host.name}/r${random.integer(0, 99)}`;
    const trouble = this.decide(host, type, url);
    const initiator = random.chance(0.5) || options.tab === -1 ? { initiator: `${site.scheme}://${site.hosts.www.name}` } : {};
    const shared = { tabId: options.tab, url, type, ...initiator };
    if (trouble === null || "status" in trouble) {
      const cached = trouble === null && type !== "xmlhttprequest" && random.chance(0.15);
      this.answer(
        host,
        { ...shared, status: trouble?.status ?? random.pick([200, 200, 200, 200, 200, 204, 304, 206]) },
        cached,
        options.duration,
      );
      return trouble !== null;
    }
    const breakage = "hang" in trouble ? "timeout" : trouble.breakage;
    this.fail(host, breakage, { ...shared, ms: Math.round(this.duration(breakage)) });
    return true;
  }

  answer(
    host: Host,
    fields: { tabId: number; url: string; type: string; status: number; initiator?: string; documentId?: string },
    cached: boolean,
    duration?: number,
  ): void {
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

  fail(
    host: Host,
    breakage: Breakage,
    fields: { tabId: number; url: string; type: string; ms: number; initiator?: string; documentId?: string },
  ): string {
    const { random, recording } = this.#world;
    const error = requestError(recording.browser, breakage, this.#language, random);
    const address = reportsAddress(recording.browser, breakage) ? this.#address(host) : {};
    recording.write(this.now, { event: "error", ...fields, error, ...address });
    return error;
  }

  /** Milliseconds until a request that breaks like this is given up by the browser. */
  duration(breakage: Breakage): number {
    const { random, setting } = this.#world;
    if (breakage === "timeout") return random.between(...setting.timeout) * 1000;
    if (breakage === "blocked" || breakage === "tracker-blocked") return random.integer(0, 3);
    return random.pause(20, 900);
  }

  #address(host: Host): { ip?: string; proxied?: boolean } {
    const { random, recording } = this.#world;
    if (this.proxy === null) return { ip: random.pick(host.addresses) };
    return recording.browser === "firefox" && this.proxy.declared ? { ip: this.proxy.address, proxied: true } : { ip: this.proxy.address };
  }

  #failToLoad(site: Site, url: string, trouble: { breakage: Breakage } | { hang: true }): void {
    const { random, recording, setting } = this.#world;
    const breakage = "hang" in trouble ? "aborted" : trouble.breakage;
    const ms = Math.round("hang" in trouble ? random.between(...setting.givesUpAfter) * 1000 : this.duration(breakage));
    this.now += ms;
    const at = this.now;
    const error = requestError(recording.browser, breakage, this.#language, random);
    const address = reportsAddress(recording.browser, breakage) ? this.#address(site.hosts.www) : {};
    const writeRequest = (when: number) =>
      recording.write(when, { event: "error", tabId: this.tab, url, type: "main_frame", error, ...address, ms });
    const writeNavigation = (when: number) =>
      recording.write(when, {
        event: "navigation-error",
        tabId: this.tab,
        url,
        error: navigationError(recording.browser, breakage, error),
      });
    const between = random.pick([0, 0, random.integer(1, 60), random.integer(1, 900)]);
    if (random.chance(0.5)) {
      writeRequest(at);
      writeNavigation(at + between);
    } else {
      writeNavigation(at);
      writeRequest(at + between);
    }
    this.now += between;
  }

  #showPage(site: Site, url: string, status: number, fresh?: true): void {
    const { random, recording } = this.#world;
    this.now += random.pause(60, 1_500);
    const cached = status === 200 && !fresh && random.chance(0.02);
    const spurious = recording.browser === "firefox" && random.chance(0.3);
    if (spurious) recording.write(this.now, { event: "navigation-error", tabId: this.tab, url, error: FIREFOX_SPURIOUS });
    this.answer(site.hosts.www, { tabId: this.tab, url, type: "main_frame", status }, cached);
    recording.write(this.now + random.pick([0, 0, 30, 400]), { event: "navigation-completed", tabId: this.tab, url });
  }

  /** A service worker answers the navigation: `webRequest` sees only its own fetches, which belong to no tab. */
  #visitByWorker(site: Site, url: string, options: Options): Loading {
    const { random, recording } = this.#world;
    this.now += random.pause(60, 700);
    const www = this.request(site, site.hosts.www, "xmlhttprequest", { tab: -1 });
    this.now += 5;
    const trouble = this.decide(site.hosts.www, "main_frame", url);
    if (trouble !== null && !("status" in trouble) && random.chance(0.7)) {
      // The worker has nothing of its own to show: its promise fails, and so does the page, with no cause named.
      recording.write(this.now, { event: "navigation-error", tabId: this.tab, url, error: "net::ERR_FAILED" });
      return { failed: true, apiFailures: 0, at: this.now };
    }
    recording.write(this.now, { event: "navigation-completed", tabId: this.tab, url });
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
    return failures;
  }
}
