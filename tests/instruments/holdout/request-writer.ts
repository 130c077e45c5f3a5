import { type Breakage, navigationError, reportsAddress, requestError } from "../scenarios/browser-errors.ts";
import type { Random } from "../scenarios/random.ts";
import { Recording } from "../scenarios/recording.ts";
import type { Browser, Mode, StartEvent } from "../scenarios/trace-event.ts";
import type { BrowserWord } from "./browser-words.ts";
import type { SessionStyle } from "./session-style.ts";
import type { Host, Site, SitePool } from "./sites.ts";
import type { AddedEvent, AnswerWriter } from "./trace-addition.ts";

/** How a request can break: in a way that the first generator knows, or with a browser's recorded words. */
type Break = Breakage | BrowserWord;
export type Trouble = { status: number; wrote?: AnswerWriter } | { breaks: Break } | { hangs: true };
/** What goes wrong with a request, if anything. */
export type Fault = (host: Host, type: string, url: string) => Trouble | null;

export const HEALTHY: Fault = () => null;

type Made = { random: Random; style: SessionStyle; pool: SitePool; start: StartEvent };

/** Writes what one browser reports about the requests of pages, in the style of its session. */
export class RequestWriter {
  readonly random: Random;
  readonly browser: Browser;
  readonly mode: Mode;
  readonly style: SessionStyle;
  readonly pool: SitePool;
  readonly recording: Recording;
  now = 0;
  fault: Fault = HEALTHY;
  /** A proxy through which everything goes. */
  proxy: { ip: string; declared: boolean } | null = null;

  constructor({ random, style, pool, start }: Made) {
    this.random = random;
    this.style = style;
    this.pool = pool;
    this.recording = new Recording(start);
    this.browser = this.recording.browser;
    this.mode = this.recording.mode;
  }

  request(site: Site, host: Host, type: string, tab: number): boolean {
    const { random, style } = this;
    const url = `https://${host.name}/r${random.integer(0, 40)}`;
    const trouble = this.fault(host, type, url);
    const fields = { tabId: tab, url, type, ...(random.chance(style.initiator) ? { initiator: `https://${site.page.name}` } : {}) };
    if (trouble === null || "status" in trouble) {
      this.answer(host, { ...fields, status: trouble?.status ?? 200, ...(trouble?.wrote === undefined ? {} : { wrote: trouble.wrote }) });
      return trouble !== null;
    }
    this.fail(host, "breaks" in trouble ? trouble.breaks : "timeout", fields, random.pause(20, 900));
    return true;
  }

  /** Writes an event that only version 1.1 of the format has. The recorder's own types know those of version 1 (2026-11-30). */
  tell(at: number, event: AddedEvent): void {
    this.recording.write(at, event as never);
  }

  /** A load begins in a tab; both access levels see it. */
  startLoad(tab: number, url: string, at = this.now): void {
    this.tell(at, { event: "navigation-started", tabId: tab, url });
  }

  fail(
    host: Host,
    breakage: Break,
    fields: { tabId: number; url: string; type: string; documentId?: string; initiator?: string },
    ms: number,
  ): string {
    const { error, ip } = this.#words(host, breakage);
    this.recording.write(this.now, { event: "error", ...fields, error, ...ip, ...(this.style.durations || ms >= 15_000 ? { ms } : {}) });
    return error;
  }

  /** Both reports of one page that did not come, or just the one that decides. The load began `ms` ago. */
  failPage(host: Host, tab: number, url: string, breakage: Break, ms: number, initiator?: string): void {
    const { random, style, recording } = this;
    const first = random.chance(style.navigationFirst);
    const at = this.now;
    const { error, ip, trace } = this.#words(host, breakage);
    const lag = random.integer(0, style.lag);
    const took = style.durations || ms >= 15_000 ? { ms } : {};
    // Only the request tells a hang from a stop, and only the navigation's number says what a certificate lacks.
    const lone =
      typeof breakage === "string" && random.chance(style.missingReport) && breakage !== "aborted" && !/certificate|tls/.test(breakage);
    this.startLoad(tab, url, Math.max(0, at - ms));
    if (typeof breakage !== "string" && breakage.committed)
      this.tell(Math.max(0, at - Math.max(0, ms - 180)), { event: "navigation-committed", tabId: tab, url });
    const begun = initiator === undefined ? {} : { initiator };
    if (!lone || this.browser === "firefox")
      recording.write(at + (first ? lag : 0), { event: "error", tabId: tab, url, type: "main_frame", error, ...ip, ...begun, ...took });
    if (!lone || this.browser === "chromium" || this.mode === "basic")
      recording.write(at + (first ? 0 : lag), { event: "navigation-error", tabId: tab, url, error: trace });
    this.now = at + lag;
    // Firefox reports its own error page as committed, under the address that failed.
    if (this.browser === "firefox" && breakage !== "aborted" && error !== "NS_BINDING_ABORTED")
      this.tell(this.now + 2, { event: "navigation-committed", tabId: tab, url });
  }

  #words(host: Host, breakage: Break): { error: string; ip: { ip?: string; proxied?: boolean }; trace: string } {
    if (typeof breakage === "string") {
      const error = requestError(this.browser, breakage, this.style.language, this.random);
      const ip = reportsAddress(this.browser, breakage) ? this.#address(host) : {};
      return { error, ip, trace: navigationError(this.browser, breakage, error) };
    }
    const error = breakage[this.browser];
    const ip = breakage.address.includes(this.browser) ? this.#address(host) : {};
    return { error, ip, trace: this.browser === "chromium" ? error : `Error code ${breakage.number}` };
  }

  /** All that a page requests once it is there; returns how many of its calls failed. */
  requestParts(site: Site, tab: number, options: { thorough?: true; calls?: number }): number {
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
      this.answer(site.page, { tabId: tab, url: `https://${site.page.name}/favicon.ico`, type: "image", status: 404 });
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
    this.answer(site.calls, { tabId: tab, url, type: "xmlhttprequest", status: random.pick([404, 404, 401, 403, 429]) });
  }

  /** An answer, as the browser reports it. */
  answer(
    host: Host,
    fields: {
      tabId: number;
      url: string;
      type: string;
      status: number;
      initiator?: string;
      documentId?: string;
      wrote?: AnswerWriter;
      ms?: number;
    },
  ): void {
    const { style, random } = this;
    const drawn = random.pause(8, 700);
    this.tell(this.now, {
      event: "completed",
      ...(style.durations ? { ms: drawn } : {}),
      ...fields,
      ...this.#address(host),
      ...(style.saysFromCache ? { fromCache: false } : {}),
    });
  }

  #address(host: Host): { ip: string; proxied?: boolean } {
    if (this.proxy === null) return { ip: host.ip };
    return this.proxy.declared && this.browser === "firefox" ? { ip: this.proxy.ip, proxied: true } : { ip: this.proxy.ip };
  }
}
