import { diagnose, type Question } from "../../../utils/core/diagnosis/diagnose.ts";
import { type Snapshot, takeSnapshot } from "../../../utils/core/diagnosis/health/snapshot.ts";
import type { Verdict } from "../../../utils/core/diagnosis/verdict.ts";
import type { Feed } from "../../../utils/core/feed/feed.ts";
import type { Incident } from "../../../utils/core/feed/incident.ts";
import type { Knowledge } from "../../../utils/core/providers/knowledge.ts";
import { createLocator } from "../../../utils/core/providers/locator.ts";
import { parsePlaceId } from "../../../utils/core/providers/place.ts";
import { SECOND } from "../../../utils/core/time.ts";
import { type ReportLine, toWorldEvent } from "../../../utils/core/trace/to-world-event.ts";
import type { WorldEvent } from "../../../utils/core/world/events.ts";
import { reduce } from "../../../utils/core/world/reduce.ts";
import { emptyWorld, type World } from "../../../utils/core/world/world.ts";

/** Ranges reserved for tests (RFC 2544), given to clouds here. An address in none of them belongs to no cloud. */
const RANGES = {
  "aws/us-east-1": "198.18.1",
  "aws/us-west-2": "198.18.2",
  "aws/eu-west-1": "198.18.3",
  "azure/eastus": "198.18.4",
  "gcp/us-central1": "198.18.5",
  cloudflare: "198.18.6",
  fastly: "198.18.7",
  akamai: "198.18.8",
  nobody: "198.19.1",
} as const;

export type Cloud = keyof typeof RANGES;

const CLOUDS: Cloud[] = ["aws/us-west-2", "aws/eu-west-1", "azure/eastus", "gcp/us-central1", "cloudflare", "fastly", "akamai"];

const locator = createLocator({
  extraRanges: Object.entries(RANGES)
    .filter(([cloud]) => cloud !== "nobody")
    .map(([cloud, prefix]) => ({ cidr: `${prefix}.0/24`, ...parsePlaceId(cloud) })),
});

export const EPOCH = Date.parse("2026-03-03T09:00:00Z");

/** What each browser reports for a failed load: Chromium's string, Firefox's string and Firefox's number. */
const FAILURES = {
  dns: ["net::ERR_NAME_NOT_RESOLVED", "NS_ERROR_UNKNOWN_HOST", 2152398878],
  timeout: ["net::ERR_CONNECTION_TIMED_OUT", "NS_ERROR_NET_TIMEOUT", 2152398862],
  refused: ["net::ERR_CONNECTION_REFUSED", "NS_ERROR_CONNECTION_REFUSED", 2152398861],
  reset: ["net::ERR_CONNECTION_RESET", "NS_ERROR_NET_RESET", 2152398868],
  unreachable: ["net::ERR_ADDRESS_UNREACHABLE", "NS_ERROR_CONNECTION_REFUSED", 2152398861],
  offline: ["net::ERR_INTERNET_DISCONNECTED", "NS_ERROR_OFFLINE", 2152398864],
  changed: ["net::ERR_NETWORK_CHANGED", "NS_ERROR_NET_INTERRUPT", 2152398919],
  date: ["net::ERR_CERT_DATE_INVALID", "Das Zertifikat der Gegenstelle ist abgelaufen.", 2153390069],
  issuer: ["net::ERR_CERT_AUTHORITY_INVALID", "Das Zertifikat der Gegenstelle stammt von keinem bekannten Aussteller.", 2153390067],
  proxy: ["net::ERR_PROXY_CONNECTION_FAILED", "NS_ERROR_PROXY_CONNECTION_REFUSED", 2152398920],
  tunnel: ["net::ERR_TUNNEL_CONNECTION_FAILED", "NS_ERROR_PROXY_BAD_GATEWAY", 2152400350],
  blocked: ["net::ERR_BLOCKED_BY_CLIENT", "NS_ERROR_ABORT", 2147500036],
  aborted: ["net::ERR_ABORTED", "NS_BINDING_ABORTED", 2152398850],
} as const;

export type Failure = keyof typeof FAILURES;

type Options = { browser?: "chromium" | "firefox"; mode?: "full" | "basic"; learned?: { [host: string]: Cloud } };
type Where = { tab?: number; on?: Cloud; host?: string };

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
  page(site: string, status = 200, { tab = 1, on, host = `www.${site}` }: Where = {}): this {
    const url = `https://${host}/p/1?q=secret`;
    if (this.world.mode === "full")
      this.tell({ event: "completed", tabId: tab, url, type: "main_frame", status, ip: this.addressOf(host, on) });
    return this.tell({ event: "navigation-completed", tabId: tab, url });
  }

  /** A page does not open. */
  pageFails(site: string, failure: Failure, { tab = 1, host = `www.${site}`, ms }: Where & { ms?: number } = {}): this {
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
        ...(ms === undefined ? {} : { ms }),
      });
    return this.tell({ event: "navigation-error", tabId: tab, url, error: isFirefox ? `Error code ${number}` : chromium });
  }

  /** A call of the page answers. */
  call(site: string, status = 200, { tab = 1, on, host = `api.${site}` }: Where = {}): this {
    if (this.world.mode === "basic") return this;
    const url = `https://${host}/r`;
    return this.tell({ event: "completed", tabId: tab, url, type: "xmlhttprequest", status, ip: this.addressOf(host, on) });
  }

  callFails(site: string, failure: Failure, { tab = 1, host = `api.${site}` }: Where = {}): this {
    if (this.world.mode === "basic") return this;
    const error = FAILURES[failure][this.world.browser === "firefox" ? 1 : 0];
    return this.tell({ event: "error", tabId: tab, url: `https://${host}/r`, type: "xmlhttprequest", error });
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

  check(result: "reached" | "captive" | "unreachable", skew?: number): this {
    return this.tell({ event: "connectivity", result, skew });
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
