import { type Breakage, FIREFOX_SPURIOUS, hadBegun, navigationError } from "./browser-errors.ts";
import type { Browsing } from "./browsing.ts";
import type { Trouble } from "./fault.ts";
import type { Site } from "./internet.ts";
import type { Random } from "./random.ts";
import type { Recording } from "./recording.ts";
import type { Setting } from "./setting.ts";
import type { Writer } from "./trace-event.ts";

/** A load of a page: where, in which tab, since when, and which page began it where it was not the person. */
export type Load = { site: Site; url: string; tab: number; since: number; from?: string };

type Silence = Exclude<Trouble, { status: number }>;
type World = { random: Random; setting: Setting; recording: Recording };

/** Tells loads of pages as the two interfaces of a browser do. All times in ms since the start. */
export class PageLoads {
  readonly #world: World;
  readonly #browsing: Browsing;

  constructor(world: World, browsing: Browsing) {
    this.#world = world;
    this.#browsing = browsing;
  }

  /** The load begins now: both levels of access hear of it. */
  begin(site: Site, url: string, tab: number, from?: string): Load {
    this.#navigation("navigation-started", this.#browsing.now, tab, url);
    return { site, url, tab, since: this.#browsing.now, ...(from === undefined ? {} : { from }) };
  }

  /** The load breaks, or is left after a long wait. */
  fail(load: Load, trouble: Silence): void {
    const { random, setting } = this.#world;
    const breakage = "breakage" in trouble ? trouble.breakage : LEFT[trouble.since ?? "nothing"];
    const waits = "hang" in trouble;
    const ms = Math.round(waits ? random.between(...setting.givesUpAfter) * 1000 : this.#browsing.duration(breakage));
    if (hadBegun(breakage))
      this.#navigation("navigation-committed", this.#browsing.now + Math.min(ms, random.pause(60, 900)), load.tab, load.url);
    this.#browsing.now += ms;
    this.end(load, breakage);
  }

  /** The load ends now without a page. */
  end(load: Load, breakage: Breakage): void {
    const { random, recording } = this.#world;
    const { tab: tabId, url } = load;
    const at = this.#browsing.now;
    const between = random.pick([0, 0, random.integer(1, 60), random.integer(1, 900)]);
    const requestFirst = random.chance(0.5);
    const fields = { tabId, url, type: "main_frame", ms: at - load.since, ...initiatorOf(load) };
    if (!requestFirst) this.#browsing.now = at + between;
    const error = this.#browsing.fail(load.site.hosts.www, breakage, fields);
    recording.write(requestFirst ? at + between : at, {
      event: "navigation-error",
      tabId,
      url,
      error: navigationError(recording.browser, breakage, error),
    });
    this.#browsing.now = at + between;
    // Firefox commits its own error page under the address that failed (tried on Firefox 153).
    if (recording.browser === "firefox" && !LEAVING.includes(breakage))
      this.#navigation("navigation-committed", this.#browsing.now + random.integer(2, 60), tabId, url);
  }

  /** A page comes after `took` ms. */
  show(load: Load, page: { status: number; wrote?: Writer; took: number; fresh?: true }): void {
    const { random, recording } = this.#world;
    const { tab: tabId, url, site } = load;
    this.#browsing.now += page.took;
    const now = this.#browsing.now;
    const cached = page.status === 200 && !page.fresh && random.chance(0.02);
    if (recording.browser === "firefox" && random.chance(0.3)) {
      // Firefox changes the process: the load is called aborted, and begins a second time.
      recording.write(now, { event: "navigation-error", tabId, url, error: FIREFOX_SPURIOUS });
      this.#navigation("navigation-started", now, tabId, url);
    }
    const { status, wrote, took } = page;
    const fields = { tabId, url, type: "main_frame", status, ...(wrote === undefined ? {} : { wrote }), ...initiatorOf(load) };
    const committed = random.pick([0, 0, random.integer(1, 40)]);
    if (committed === 0) this.#navigation("navigation-committed", now, tabId, url);
    this.#browsing.answer(site.hosts.www, fields, cached, took);
    if (committed > 0) this.#navigation("navigation-committed", now + committed, tabId, url);
    this.#navigation("navigation-completed", now + committed + random.pick([0, 0, 30, 400]), tabId, url);
  }

  /** A service worker shows the page, or has none to show. */
  endByWorker(load: Load, shown: boolean): void {
    const { recording } = this.#world;
    const { now } = this.#browsing;
    if (!shown) {
      recording.write(now, { event: "navigation-error", tabId: load.tab, url: load.url, error: "net::ERR_FAILED" });
      return;
    }
    this.#navigation("navigation-committed", now, load.tab, load.url);
    this.#navigation("navigation-completed", now, load.tab, load.url);
  }

  #navigation(event: "navigation-started" | "navigation-committed" | "navigation-completed", at: number, tabId: number, url: string): void {
    this.#world.recording.write(at, { event, tabId, url });
  }
}

/** What a browser says when somebody leaves a page that does not come. */
const LEFT: Readonly<Record<"nothing" | "connected" | "headers", Breakage>> = {
  nothing: "aborted",
  connected: "left-handshake",
  headers: "frozen",
};
const LEAVING: readonly Breakage[] = ["aborted", "left-handshake", "frozen"];

const initiatorOf = ({ from }: Load): { initiator?: string } => (from === undefined ? {} : { initiator: from });
