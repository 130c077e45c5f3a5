import { diagnose, type Question } from "../../../utils/core/diagnosis/diagnose.ts";
import { type Snapshot, takeSnapshot } from "../../../utils/core/diagnosis/health/snapshot.ts";
import type { Verdict } from "../../../utils/core/diagnosis/verdict.ts";
import type { Feed } from "../../../utils/core/feed/feed.ts";
import type { Incident } from "../../../utils/core/feed/incident.ts";
import type { CheckResult } from "../../../utils/core/net/check-result.ts";
import type { Network } from "../../../utils/core/net/your-network.ts";
import type { Knowledge } from "../../../utils/core/providers/knowledge.ts";
import { parsePlaceId } from "../../../utils/core/providers/place.ts";
import { SECOND } from "../../../utils/core/time.ts";
import { type ReportLine, toWorldEvent } from "../../../utils/core/trace/to-world-event.ts";
import { emptyWorld } from "../../../utils/core/world/empty-world.ts";
import type { WorldEvent } from "../../../utils/core/world/events.ts";
import { reduce } from "../../../utils/core/world/reduce.ts";
import type { World } from "../../../utils/core/world/world.ts";
import { CLOUDS, type Cloud, locator, RANGES } from "./clouds.ts";
import { FAILURES, type Failure } from "./failures.ts";

export { type Cloud, learnedOn } from "./clouds.ts";
export type { Failure } from "./failures.ts";

export const EPOCH = Date.parse("2026-03-03T09:00:00Z");

type Options = { browser?: "chromium" | "firefox"; mode?: "full" | "basic"; learned?: { [host: string]: Cloud } };
/** `initiator`: the origin of the page that began the load. */
type Where = { tab?: number; on?: Cloud; host?: string; initiator?: string; ms?: number };
type Answered = Where & { wrote?: "edge" | "origin" | "platform" | "challenge"; front?: string };

/** A person at a browser, step by step: each step takes its time and goes through the reducer. */
export class Scene {
  world: World;
  now = EPOCH;
  private readonly knowledge: Knowledge;
  private readonly places = new Map<string, Cloud>();

  constructor({ browser = "chromium", mode = "full", learned = {} }: Options = {}) {
    this.world = emptyWorld(browser, mode);
    for (const [host, cloud] of Object.entries(learned)) this.places.set(host, cloud);
    this.knowledge = {
      ...locator,
      learned: (host) => {
        const cloud = learned[host];
        return cloud === undefined ? null : parsePlaceId(cloud);
      },
    };
  }

  wait(seconds: number): this {
    this.now += seconds * SECOND;
    return this;
  }

  /** Reports one event, now: as a line of a trace, or a feed document. */
  tell(event: ReportLine | { event: "feed"; feed: Feed }): this {
    const taken: WorldEvent = event.event === "feed" ? { ...event, at: this.now } : toWorldEvent(event, this.world.browser, this.now);
    this.world = reduce(this.world, taken, this.knowledge);
    return this;
  }

  private addressOf(host: string, on: Cloud | undefined): string {
    const cloud = on ?? this.places.get(host) ?? CLOUDS[this.places.size % CLOUDS.length] ?? "nobody";
    this.places.set(host, cloud);
    let last = 0;
    for (const letter of host) last = (last * 31 + letter.charCodeAt(0)) % 250;
    return `${RANGES[cloud]}.${last + 1}`;
  }

  /** A page answers with any status, and the browser shows that answer. */
  page(site: string, status = 200, { tab = 1, on, host = `www.${site}`, ...more }: Answered = {}): this {
    const url = `https://${host}/p/1?q=secret`;
    if (this.world.mode === "full")
      this.tell({ event: "completed", tabId: tab, url, type: "main_frame", status, ip: this.addressOf(host, on), ...more });
    return this.tell({ event: "navigation-completed", tabId: tab, url });
  }

  /** A page does not open. */
  pageFails(site: string, failure: Failure, { tab = 1, host = `www.${site}`, ...more }: Where = {}): this {
    const url = `https://${host}/p/1?q=secret`;
    const [chromium, firefox, number] = FAILURES[failure];
    const isFirefox = this.world.browser === "firefox";
    if (this.world.mode === "full")
      this.tell({
        event: "error",
        tabId: tab,
        url,
        type: "main_frame",
        error: isFirefox ? firefox : chromium,
        ...more,
      });
    return this.tell({ event: "navigation-error", tabId: tab, url, error: isFirefox ? `Error code ${number}` : chromium });
  }

  /** A call of the page answers. */
  call(site: string, status = 200, { tab = 1, on, host = `api.${site}`, ...more }: Answered = {}): this {
    if (this.world.mode === "basic") return this;
    const url = `https://${host}/r`;
    return this.tell({ event: "completed", tabId: tab, url, type: "xmlhttprequest", status, ip: this.addressOf(host, on), ...more });
  }

  callFails(site: string, failure: Failure, { tab = 1, host = `api.${site}` }: Where = {}): this {
    if (this.world.mode === "basic") return this;
    const error = FAILURES[failure][this.world.browser === "firefox" ? 1 : 0];
    return this.tell({ event: "error", tabId: tab, url: `https://${host}/r`, type: "xmlhttprequest", error });
  }

  /** The page begins a WebSocket, which opens. */
  socket(site: string, { tab = 1, host = `live.${site}` }: Where = {}): this {
    const url = `wss://${host}/s`;
    return this.tell({ event: "completed", tabId: tab, url, type: "websocket", status: 101, ip: this.addressOf(host, undefined) });
  }

  socketFails(site: string, { tab = 1, host = `live.${site}` }: Where = {}): this {
    const error = this.world.browser === "firefox" ? "NS_ERROR_WEBSOCKET_CONNECTION_REFUSED" : "net::ERR_CONNECTION_REFUSED";
    return this.tell({ event: "error", tabId: tab, url: `wss://${host}/s`, type: "websocket", error });
  }

  /** A page load begins and has no answer yet. */
  starts(site: string, { tab = 1, host = `www.${site}` }: Where = {}): this {
    return this.tell({ event: "navigation-started", tabId: tab, url: `https://${host}/p/1?q=secret` });
  }

  /** An answer has begun to come. */
  commits(site: string, { tab = 1, host = `www.${site}` }: Where = {}): this {
    return this.tell({ event: "navigation-committed", tabId: tab, url: `https://${host}/p/1?q=secret` });
  }

  /** A page opens after so many seconds. */
  opensIn(seconds: number, site: string, where: Where = {}): this {
    return this.starts(site, where).wait(seconds).commits(site, where).page(site, 200, where);
  }

  /** Several sites answer one after the other in another tab: the control. */
  others(count: number, seconds = 2): this {
    for (let index = 0; index < count; index++) {
      const number = this.otherSites++;
      this.wait(seconds).page(`other${number}.com`, 200, { tab: 90 + (number % 5) });
    }
    return this;
  }

  private otherSites = 0;

  check(result: CheckResult, skew?: number, network?: Network): this {
    return this.tell({ event: "connectivity", result, skew, network });
  }

  private sequence = 0;

  /** A feed document arrives, fresh for half an hour. */
  feed(incidents: Incident[], more: Partial<Feed> = {}): this {
    this.sequence++;
    const feed: Feed = {
      version: 2,
      previous: null,
      sequence: this.sequence,
      issued: this.ago(0),
      expires: this.ago(-30 * 60),
      sources: { read: null, except: [], named: [] },
      incidents,
      services: [],
      networks: [],
      views: null,
      catalogue: null,
      ranges: null,
      ...more,
    };
    return this.tell({ event: "feed", feed });
  }

  /** The ISO time this many seconds before now. */
  ago(seconds: number): string {
    return new Date(this.now - seconds * SECOND).toISOString();
  }

  incident(on: string, more: Partial<Incident> = {}): Incident {
    const { provider, region } = parsePlaceId(on);
    return {
      id: `${provider}-${region ?? "all"}-1`,
      provider,
      region,
      areas: [],
      services: [],
      site: null,
      severity: "major",
      status: "investigating",
      started: this.ago(600),
      updated: this.ago(60),
      resolved: null,
      title: "Increased error rates",
      summary: "",
      advice: [],
      official: { url: "https://status.example/", acknowledged: this.ago(300) },
      crowd: null,
      affects: [],
      ...more,
    };
  }

  /** The background stops and starts again: only what storage holds is left. */
  restart(): this {
    this.world = JSON.parse(JSON.stringify(this.world)) as World;
    return this;
  }

  /** The world at this moment, as every question about it sees it. */
  snapshot(): Snapshot {
    return takeSnapshot(this.world, this.now);
  }

  ask(question: Question = "everything"): Verdict {
    return diagnose(this.snapshot(), question);
  }

  /** Scope, cause and subject in one line, as tests like to read them. */
  says(question: Question = "everything"): string {
    const { scope, cause, subject } = this.ask(question);
    return [scope, cause, subject].filter((part) => part !== null).join(" ");
  }
}
