import type { Watched } from "./badge-watch.ts";
import type { Role } from "./cast.ts";
import { hourOf } from "./demo-clock.ts";
import type { PopupReading } from "./popup-view.ts";

/** Says what happened, at this moment of the demo or at another. */
export type Tell = (line: string, at?: number) => void;

export type Turn = (name: string, what: string) => Promise<PopupReading>;

/** How long the browser, which lives in real time, may take to see an end: two minutes and a little. */
export const RECOVERY = 150_000;

export function describe(tabs: Watched[]): string {
  return tabs
    .map(({ role, sightings }) => `${shortName(role)} ${sightings.map(({ at, text }) => `${hourOf(at)} ${text || "clear"}`).join(" → ")}`)
    .join("; ");
}

export function names(roles: Role[]): string {
  return roles.map(({ name }) => name).join(", ");
}

export function shortName({ page }: Role): string {
  return page.replace(/^www\./, "");
}

export function oneLine(text: string): string {
  return text
    .replace(/[\u2066-\u2069]/g, "")
    .replace(/\s+/g, " ")
    .trim();
}
