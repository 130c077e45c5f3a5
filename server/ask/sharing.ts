import { SECOND } from "../../utils/core/time.ts";

/** A host is asked once in this time, whoever wants to know. */
export const SHARED_FOR = 30 * SECOND;

export type Sharing<Answer> = {
  /** Whether somebody has asked about a host within `SHARED_FOR`, so that asking again costs nothing. */
  has(host: string): boolean;
  /** Whether as many answers as possible are on their way. */
  isFull(): boolean;
  /** The answer about a host, one for all who ask within `SHARED_FOR`, also while it is on its way. Null: too many are on their way. */
  answerOf(host: string): Promise<Answer> | null;
};

/**
 * Gives one answer to all who ask the same within half a minute. It holds what was asked in that time and no more, in memory only.
 * @param find never rejects, and ends by itself
 * @param most on their way at a time. Nobody waits for a place: a person has no use of an answer that comes much later
 */
export function shareAnswers<Answer>(find: (host: string) => Promise<Answer>, most: number, now: () => number): Sharing<Answer> {
  const answers = new Map<string, { answer: Promise<Answer>; until: number }>();
  let underWay = 0;

  /** The oldest come first: all are kept for the same time. */
  function forgetOld(): void {
    for (const [host, { until }] of answers) {
      if (until > now()) return;
      answers.delete(host);
    }
  }

  return {
    has(host) {
      forgetOld();
      return answers.has(host);
    },
    isFull: () => underWay >= most,
    answerOf(host) {
      forgetOld();
      const known = answers.get(host);
      if (known !== undefined) return known.answer;
      if (underWay >= most) return null;
      underWay += 1;
      const answer = find(host).finally(() => {
        underWay -= 1;
      });
      answers.set(host, { answer, until: now() + SHARED_FOR });
      return answer;
    },
  };
}
