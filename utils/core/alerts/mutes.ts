import { namedPlace } from "../diagnosis/named-place.ts";
import type { Verdict } from "../diagnosis/verdict.ts";
import type { Place } from "../providers/place.ts";

/** What a person does not want to be alarmed about. The badge and the notifications leave it out; the popup and the dashboard show it. */
export type Mute =
  /** A registrable domain. */
  | { kind: "site"; site: string }
  /** All domains of one entry of the catalogue. `name` is what people call it. */
  | { kind: "service"; service: string; name: string }
  /** A provider, or one region of it: its outages, and that it cannot be reached from here. */
  | { kind: "place"; provider: string; region: string | null };

/** At most this many mutes are kept; the oldest are dropped. Judged. */
export const MUTES_KEPT = 200;

/** Whether two mutes cover the same thing. */
export function sameMute(one: Mute, other: Mute): boolean {
  return muteKey(one) === muteKey(other);
}

/** Identifies what a mute covers: two mutes of the same thing have the same key. */
export function muteKey(mute: Mute): string {
  switch (mute.kind) {
    case "site":
      return `site ${mute.site}`;
    case "service":
      return `service ${mute.service}`;
    case "place":
      return `place ${mute.provider} ${mute.region ?? ""}`;
    default:
      return mute satisfies never;
  }
}

/** The mute that a page offers for a site: that of its service where the catalogue has it, else of the site alone. */
export function muteFor(site: string, service: { id: string; name: string } | null): Mute {
  return service === null ? { kind: "site", site } : { kind: "service", service: service.id, name: service.name };
}

/** What a mute may cover: a site with its service (catalogue id), the place that a verdict names, or both. */
export type Mutable = { site: string | null; service: string | null; place: Place | null };

/** What a verdict is about, as mutes name it. `service`: the catalogue id of the verdict's site, where it has one. */
export function mutableOf(verdict: Verdict, service: string | null): Mutable {
  return { site: verdict.site, service, place: namedPlace(verdict) };
}

/** The first mute that covers a site or a place; null where none does. */
export function coveringMute(mutes: readonly Mute[], about: Mutable): Mute | null {
  const covers = (mute: Mute): boolean => {
    switch (mute.kind) {
      case "site":
        return mute.site === about.site;
      case "service":
        return mute.service === about.service;
      case "place":
        return about.place?.provider === mute.provider && (mute.region === null || mute.region === about.place.region);
      default:
        return mute satisfies never;
    }
  };
  return mutes.find(covers) ?? null;
}
