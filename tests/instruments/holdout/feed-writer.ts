import type { FeedIncident } from "../scenarios/trace-event.ts";
import { RequestWriter } from "./request-writer.ts";
import type { NetworkTrouble, PlacedIncident, Seen } from "./trace-addition.ts";

export const EPOCH = "2026-03-03T09:00:00Z";
const MINUTE = 60_000;
/** Where a hash in base64url is expected; nothing is fetched by it. */
const DIGEST = "A".repeat(43);
const STANDS_IN: { [vantage: string]: string } = { fra: "DE", iad: "US", gru: "BR" };

export type Draft = Partial<Omit<FeedIncident, "provider" | "started">> & { age?: number };
/** What version 2 of the feed adds to an incident. */
export type Where = { areas?: string[]; seenFrom?: string[] };

/** Writes what the feed says. */
export class FeedWriter extends RequestWriter {
  #sequence = this.random.integer(100, 90_000);

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

  /**
   * The feed in version 2, read just now: with places, networks and control measurements.
   * @param unreached providers that no control measurement reaches, beside those of the incidents
   */
  publishPlaced(incidents: PlacedIncident[], networks: NetworkTrouble[] = [], unreached: readonly string[] = []): void {
    this.#sequence += this.random.integer(1, 5);
    const read = this.at(0.3);
    this.tell(this.now, {
      event: "feed",
      feed: {
        version: 2,
        sequence: this.#sequence,
        issued: this.at(0),
        expires: this.at(-30),
        previous: DIGEST,
        sources: { read, except: [] },
        incidents,
        services: [],
        networks: networks.map((trouble) => ({ ...trouble, crowd: { reporters: 90, networks: 5, baseline: 1, series: [] } })),
        views: {
          at: read,
          from: [
            { id: "fra", country: "DE", asn: 24940 },
            { id: "iad", country: "US", asn: 14061 },
          ],
          targets: DIGEST,
          fail: [...incidents.flatMap(({ provider, views }) => (views === null ? [] : [provider])), ...unreached].map((target) => ({
            target,
            from: ["fra", "iad"],
            failure: "tcp.timed_out",
            since: this.at(2),
          })),
          blind: [],
        },
      },
    });
  }

  /**
   * The feed in version 2 with nothing but control measurements. What all vantages that speak say fails is told to fail, as is what most of
   * them say; what none can see is blind.
   * @param old how many minutes ago they measured
   */
  publishSeen(seen: Seen, old = 0): void {
    this.#sequence += this.random.integer(1, 5);
    const names = Object.keys(seen);
    const failing = new Map<string, string[]>();
    for (const [vantage, { fails = [] }] of Object.entries(seen))
      for (const target of fails) failing.set(target, [...(failing.get(target) ?? []), vantage]);
    const unseen = new Set(Object.values(seen).flatMap(({ blind = [] }) => blind));
    const blind = [...unseen].filter((target) => names.every((vantage) => seen[vantage]?.blind?.includes(target)));
    this.tell(this.now, {
      event: "feed",
      feed: {
        ...{ version: 2, sequence: this.#sequence, issued: this.at(0), expires: this.at(-30), previous: DIGEST },
        ...{ sources: { read: this.at(0), except: [] }, incidents: [], services: [], networks: [] },
        views: {
          at: this.at(old),
          from: names.map((id) => {
            const except = (seen[id]?.blind ?? []).filter((target) => !blind.includes(target));
            return { id, country: STANDS_IN[id] ?? "NL", asn: 14061, ...(except.length === 0 ? {} : { except }) };
          }),
          targets: DIGEST,
          fail: [...failing].map(([target, from]) => ({ target, from, failure: "tcp.timed_out", since: this.at(old + 2) })),
          blind,
        },
      },
    });
  }

  /** The browser has the list of what vantages ask. */
  knowTargets(names: string[]): void {
    this.tell(this.now, { event: "targets", sha256: DIGEST, names });
  }

  /** An incident of a place, `age` minutes old: major, official and under investigation unless said otherwise. */
  incident(place: string, draft: Draft = {}): FeedIncident {
    const { age = 9, ...rest } = draft;
    const [provider = place, region = null] = place.split("/");
    return {
      id: `${provider}-${region ?? "all"}-${this.random.integer(1, 99)}`,
      region,
      services: [],
      site: null,
      severity: "major",
      status: "investigating",
      updated: this.at(Math.min(age, 2)),
      resolved: null,
      title: "Increased error rates",
      summary: "",
      official: { url: "https://status.example/", acknowledged: this.at(Math.min(age, 5)) },
      crowd: null,
      affects: [],
      ...rest,
      provider,
      started: this.at(age),
    };
  }

  /** An incident of version 2: `areas` are the countries it is confined to, `seenFrom` the control measurements that failed. */
  placed(place: string, draft: Draft = {}, { areas = [], seenFrom }: Where = {}): PlacedIncident {
    const incident = this.incident(place, draft);
    const views = seenFrom === undefined ? null : { fail: seenFrom, answer: [], since: incident.started };
    return { ...incident, areas, views, usually: null, advice: [] };
  }

  /** The time so many minutes ago, as ISO text. */
  protected at(minutes: number): string {
    return new Date(Date.parse(EPOCH) + this.now - minutes * MINUTE).toISOString();
  }
}
