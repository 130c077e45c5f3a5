import type { Place } from "./address-plan.ts";
import type { Random } from "./random.ts";
import type { Recording } from "./recording.ts";
import type { FeedIncident, FeedNetwork, FeedViews } from "./trace-event.ts";

const MINUTE = 60_000;

export type IncidentDraft = Partial<Omit<FeedIncident, "provider" | "region" | "started" | "official" | "crowd" | "resolved">> & {
  place: Place;
  /** How long before its publication it began, minutes. */
  age?: number;
  official?: boolean;
  /** Number of people who report it; 0 for nobody. */
  reporters?: number;
};

type PublishOptions = { sequence?: number; issued?: number; lifetime?: number; networks?: FeedNetwork[]; views?: ViewsDraft };

/** What vantages say. Times in minutes before the document. */
export type ViewsDraft = {
  from: readonly Vantage[];
  fail?: { target: string; from: readonly Vantage[]; since?: number }[];
  blind?: string[];
  except?: string[];
  /** How old the measurements are; as old as the document unless said otherwise. */
  age?: number;
};

const VANTAGES = { fra: ["DE", 24_940], iad: ["US", 14_061], sin: ["SG", 45_102] } as const;
export type Vantage = keyof typeof VANTAGES;
/** The hash of the list of what they ask; nothing is fetched by it. */
const LIST = "L".repeat(43);

/** Publishes feed documents into a trace, as a client would receive them. */
export class FeedPublisher {
  #sequence: number;
  readonly #epoch: number;
  readonly #recording: Recording;
  readonly #random: Random;

  constructor(recording: Recording, epoch: string, random: Random) {
    this.#recording = recording;
    this.#epoch = Date.parse(epoch);
    this.#random = random;
    this.#sequence = random.integer(100, 90_000);
  }

  /**
   * A document arrives at `at` ms. `sequence`: how far to go (negative: back); `issued`: minutes ago; `lifetime`: minutes
   * from then until it expires. With `networks`, or an incident that names its areas, it is a document of version 2.
   */
  publish(at: number, incidents: FeedIncident[], options: PublishOptions = {}): void {
    const step = options.sequence ?? this.#random.integer(1, 9);
    const sequence = this.#sequence + step;
    if (step > 0) this.#sequence = sequence;
    const issued = this.#epoch + Math.round(at) - (options.issued ?? this.#random.between(0, 1)) * MINUTE;
    const lifetime = options.lifetime ?? 30;
    const read = new Date(issued).toISOString();
    const shared = { sequence, issued: read, expires: new Date(issued + lifetime * MINUTE).toISOString(), incidents, services: [] };
    const second = options.networks !== undefined || options.views !== undefined || incidents.some(({ areas }) => areas !== undefined);
    const sources = ["aws", "cloudflare", "fastly", "akamai"].map((id) => ({ id, checked: read, ok: true }));
    this.#recording.write(at, {
      event: "feed",
      feed: second
        ? {
            version: 2,
            ...shared,
            previous: null,
            sources: { read, except: [] },
            networks: options.networks ?? [],
            views: this.#views(issued, options.views),
          }
        : { version: 1, ...shared, sources },
    });
  }

  #views(issued: number, draft: ViewsDraft | undefined): FeedViews | null {
    if (draft === undefined) return null;
    const ago = (minutes: number) => new Date(issued - minutes * MINUTE).toISOString();
    const { from, fail = [], blind = [], except = [], age = 0 } = draft;
    return {
      at: ago(age),
      from: from.map((id) => ({ id, country: VANTAGES[id][0], asn: VANTAGES[id][1], ...(except.length === 0 ? {} : { except }) })),
      targets: LIST,
      fail: fail.map(({ target, from: where, since = age + 2 }) => ({
        ...{ target, from: [...where], failure: "tcp.timed_out", since: ago(since) },
      })),
      blind,
    };
  }

  /** The list of what vantages ask arrives: ids of places, and hosts of services. */
  list(at: number, names: string[]): void {
    this.#recording.write(at, { event: "targets", sha256: LIST, names });
  }

  /** What people of one access network, or of a whole country, cannot reach. */
  complaint(at: number, about: { asn: number | null; country: string; place: Place; reporters: number }): FeedNetwork {
    const { asn, country, place, reporters } = about;
    const crowd = { reporters, networks: asn === null ? Math.ceil(reporters / 12) : 1, baseline: 1, series: [1, 4, 20, reporters] };
    const name = asn === null ? country : `AS${asn}`;
    return {
      asn,
      name,
      country,
      cannotReach: [place.provider],
      since: new Date(this.#epoch + Math.round(at) - 12 * MINUTE).toISOString(),
      crowd,
    };
  }

  /** An incident as it is at `at` ms: major, investigated, official and ten minutes old unless said otherwise. */
  incident(at: number, draft: IncidentDraft): FeedIncident {
    const { place, age = 10, official = true, reporters = 0, ...rest } = draft;
    const iso = (ms: number) => new Date(this.#epoch + Math.round(ms)).toISOString();
    const started = at - age * MINUTE;
    const status = rest.status ?? "investigating";
    return {
      id: `${place.provider}-${place.region ?? "global"}-1`,
      services: [],
      site: null,
      severity: "major",
      title: "Increased error rates",
      summary: "We are investigating elevated error rates.",
      affects: [],
      updated: iso(at - Math.min(age, 3) * MINUTE),
      ...rest,
      status,
      provider: place.provider,
      region: place.region,
      started: iso(started),
      resolved: status === "resolved" ? iso(at) : null,
      official: official ? { url: "https://status.example/", acknowledged: iso(started + Math.min(5, age) * MINUTE) } : null,
      crowd: reporters > 0 ? { reporters, networks: Math.ceil(reporters / 12), baseline: 2, series: [2, 3, 9, reporters] } : null,
    };
  }
}
