import { ASKED_FOR_ONE_ANSWER, DRAW_LIFETIME } from "../core/reports/report-limits.ts";
import { read, write } from "../storage/browser-storage.ts";
import { ANSWER_DRAWS } from "../storage/keys.ts";

type Draws = (typeof ANSWER_DRAWS)["fallback"];

/**
 * Draws whether this browser is the one in five that answers about a service on watch. A draw is stored and holds for a day: the verdict
 * is evaluated many times a minute, and a draw for each would come to certainty.
 * @param random between 0 and 1
 */
export function createAnswerDraws(random: () => number) {
  async function keep(isKept: (service: string, draw: Draws[string]) => boolean): Promise<void> {
    const draws = await read(ANSWER_DRAWS);
    const kept = Object.entries(draws).filter(([service, draw]) => isKept(service, draw));
    if (kept.length < Object.keys(draws).length) await write(ANSWER_DRAWS, Object.fromEntries(kept));
  }

  return {
    /** Whether this browser answers about a service, by catalogue id. @param now milliseconds of the epoch */
    async answers(service: string, now: number): Promise<boolean> {
      const draws = await read(ANSWER_DRAWS);
      const drawn = draws[service];
      if (drawn !== undefined && isCurrent(drawn, now)) return drawn.answers;
      const answers = random() < 1 / ASKED_FOR_ONE_ANSWER;
      await write(ANSWER_DRAWS, { ...draws, [service]: { at: now, answers } });
      return answers;
    },

    /** Erases the draw about one service, or with null all of them. */
    erase: (service: string | null) => keep((drawn) => service !== null && drawn !== service),

    /** Deletes the draws that no longer hold. */
    prune: (now: number) => keep((_, draw) => isCurrent(draw, now)),
  };
}

/** A draw of the future was made by a clock that has been set back since. */
function isCurrent({ at }: Draws[string], now: number): boolean {
  return Math.abs(now - at) < DRAW_LIFETIME;
}
