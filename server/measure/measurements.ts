import type { Body } from "../../utils/core/feed/feed.ts";
import { isoTime } from "../../utils/core/status-pages/parsing/parse-time.ts";
import { SECOND } from "../../utils/core/time.ts";
import type { MeasurementStore } from "../store/measurement-store.ts";
import { type JointView, joinVantages } from "./join-vantages.ts";
import { readVantageView } from "./vantage-view.ts";

/** Vantages tell something new once a minute; the publisher looks every second. */
const READ_EVERY = 5 * SECOND;

/** What the vantages on one database see together. */
export type Measurements = {
  /** Null where none speaks. @param now milliseconds of the epoch */
  read(now: number): Promise<JointView | null>;
};

/** @param targets the list that is published: its hash, and how many they are */
export function createMeasurements(store: MeasurementStore, targets: () => { sha256: string; count: number }): Measurements {
  let latest: JointView | null = null;
  let read = Number.NEGATIVE_INFINITY;
  return {
    async read(now) {
      // Clocks are set back too.
      if (Math.abs(now - read) < READ_EVERY) return latest;
      const rows = await store.views();
      const views = rows.flatMap(({ vantage, at, view }) => readVantageView(vantage, at, view) ?? []);
      latest = joinVantages(views, targets(), now);
      read = now;
      return latest;
    },
  };
}

/** ISO time in whole seconds: nobody needs finer ones. */
function inSeconds(time: number): string {
  return isoTime(Math.floor(time / SECOND) * SECOND);
}

/**
 * A joint view as the body holds it: only what fails or is not seen.
 * @param ahead milliseconds by which the clock of the feed's readers is ahead of that of the measurements: none but in a replayed day
 */
export function viewsInFeed(view: JointView | null, targets: string, ahead: number): Body["views"] {
  if (view === null) return null;
  return {
    at: inSeconds(view.at + ahead),
    from: view.from.map(({ except, ...vantage }) => (except.length === 0 ? vantage : { ...vantage, except })),
    targets,
    fail: view.fail.map(({ target, from, failure, since }) => ({ target, from, failure, since: inSeconds(since + ahead) })),
    blind: view.unseen,
  };
}
