import { CLEAR, type HoldoutScenario } from "./holdout-scenario.ts";
import type { SessionWriter } from "./session-writer.ts";

export const ALL_WELL = [CLEAR];

/** Ends with a page that works, and asks about it, another and everything. */
export function endWell(session: SessionWriter, pages: readonly [number, number]): void {
  session.elsewhere([], pages);
  const last = session.random.pick(session.pool.sites);
  session.visit(last, { tab: 1 });
  session.conclude([{ tabId: 1 }, { site: last.domain }, {}], "clear", ALL_WELL);
}

export const quiet = (name: string, play: (session: SessionWriter) => void): HoldoutScenario => ({
  name,
  truth: "clear",
  play(session) {
    session.begin();
    play(session);
  },
});
