/**
 * What a person does not want to be alarmed about. The popup and the dashboard still tell all of it; the badge and the
 * notifications keep quiet.
 */
export type Mute =
  /** A registrable domain. */
  | { kind: "site"; site: string }
  /** All domains of one entry of the catalogue. `name` is what people call it. */
  | { kind: "service"; service: string; name: string }
  /** A provider, or one region of it. */
  | { kind: "place"; provider: string; region: string | null };

/** Mutes kept; the oldest make room. */
export const MUTES_KEPT = 200;

export function sameMute(one: Mute, other: Mute): boolean {
  return muteKey(one) === muteKey(other);
}

/** Names a mute, for lists and for telling two apart. */
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

/** The mute that a page offers for what it shows: the service where the site is one people know, else the site. */
export function muteFor(site: string, service: { id: string; name: string } | null): Mute {
  return service === null ? { kind: "site", site } : { kind: "service", service: service.id, name: service.name };
}

/** The mute that covers a site, or an outage of a place; null where none does. */
export function coveringMute(
  mutes: readonly Mute[],
  about: { site: string | null; service: string | null; place: { provider: string; region: string | null } | null },
): Mute | null {
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
