import type { Feed } from "../../utils/core/feed/feed.ts";
import type { Service } from "../../utils/core/providers/catalogue.ts";
import type { Locator } from "../../utils/core/providers/locator.ts";
import { placeId } from "../../utils/core/providers/place.ts";
import { sourceReading } from "../../utils/core/status-pages/source-reading.ts";
import { involvedIn, relationOf } from "./involved.ts";
import { describeOutage, isPlannedWork, type KnownOutage, outagesIn } from "./known-outage.ts";
import type { Subject } from "./subject.ts";

/** What is known of one service, place or host. */
export type DownAnswer = {
  subject: { kind: Subject["kind"]; name: string; service: string | null; place: string | null };
  /** `outage`: it has one, or far more people than usual report it. `nothing`: nothing is known, which does not prove that it works. `unknown`: there is no feed to tell. */
  known: "outage" | "nothing" | "unknown";
  outages: KnownOutage[];
  /** Outages of places that it is known to be hosted on in part: nobody says that it suffers. */
  perhaps: KnownOutage[];
  planned: KnownOutage[];
  /** Over since a short while: as long as the feed keeps them. */
  over: KnownOutage[];
  /** What people report of it; null where that is as usual. */
  reports: { state: "watch" | "elevated"; reporters: number | null; networks: number | null } | null;
  /** Vantages that could not reach it when they last asked, of how many; null where none failed. */
  measured: { fail: string[]; of: number } | null;
  /** Its own status page. `unread`: the feed does not read it. `unreadable` since `checked`: silence says nothing then. */
  statusPage: { state: "read" | "unreadable"; checked: string | null } | { state: "unread"; checked: null };
};

/**
 * @param feed null where there is none to tell
 * @param now milliseconds of the epoch
 */
export function answerDown(subject: Subject, feed: Feed | null, services: readonly Service[], locator: Locator, now: number): DownAnswer {
  const involved = involvedIn(subject, locator);
  const { service, placement } = involved;
  const place = placement === null ? null : placeId(placement.provider, placement.region);
  const asked = { kind: subject.kind, name: subject.name, service: service?.id ?? null, place };
  const nothing = { outages: [], perhaps: [], planned: [], over: [], reports: null, measured: null };
  if (feed === null) return { subject: asked, known: "unknown", ...nothing, statusPage: { state: "unread", checked: null } };
  const related = (relation: "about" | "perhaps", incidents = outagesIn(feed)) =>
    incidents.filter((incident) => relationOf(incident, involved) === relation).map((incident) => describeOutage(incident, services));
  const outages = related("about");
  const reports = reportsOf(feed, service);
  return {
    subject: asked,
    known: outages.length > 0 || reports?.state === "elevated" ? "outage" : "nothing",
    outages,
    perhaps: related("perhaps"),
    planned: related(
      "about",
      feed.incidents.filter((incident) => isPlannedWork(incident, now)),
    ),
    over: related(
      "about",
      feed.incidents.filter(({ status, severity }) => status === "resolved" && severity !== "maintenance"),
    ),
    reports,
    measured: measuredOf(feed, service?.id ?? place),
    statusPage: statusPageOf(feed, service, subject.kind === "place" ? subject.place.provider : null),
  };
}

function reportsOf({ services }: Feed, service: Service | null): DownAnswer["reports"] {
  const watched = services.find(({ id }) => id === service?.id);
  if (watched === undefined) return null;
  return { state: watched.state, reporters: watched.crowd?.reporters ?? null, networks: watched.crowd?.networks ?? null };
}

function measuredOf({ views }: Feed, target: string | null): DownAnswer["measured"] {
  const failing = views?.fail.find((one) => one.target === target);
  return views === null || failing === undefined ? null : { fail: failing.from, of: views.from.length };
}

function statusPageOf({ sources }: Feed, service: Service | null, provider: string | null): DownAnswer["statusPage"] {
  const ids = [service?.id, provider].filter((id) => id != null);
  const reading = ids.map((id) => sourceReading(sources, id)).find((found) => found !== null);
  if (reading === undefined || reading === null) return { state: "unread", checked: null };
  return { state: reading.ok ? "read" : "unreadable", checked: reading.checked };
}
