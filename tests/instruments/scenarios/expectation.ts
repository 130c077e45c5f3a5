/** What a line of the verdict should be: a word, one of some, or null. */
type Wanted = string | readonly string[] | null;

/** An answer that is right, or tolerated (`weak`). A field that is missing does not matter. */
export type Answer = { scope: string; cause?: Wanted; subject?: Wanted; weak?: true };

/** The lines of a verdict that a judge looks at. */
export type Given = { scope: string; cause: string | null; subject: string | null; confidence: number };

/**
 * What an `ask` should be answered. `first`: after the first failure, when nobody can know much; `mid`: while the scenario goes on;
 * `final`: the answer that counts; `probe`: asked after each failure to see how soon the answer is right; `guard`: asked at
 * odd moments, where only a wrong blame counts.
 */
export type Stage = "first" | "mid" | "final" | "probe" | "guard";

export type Expectation = {
  stage: Stage;
  accept: readonly Answer[];
  /** The scope of what is really broken at this moment, for what was asked about. */
  truth: string;
  /** With `probe`: failing page loads and API failures so far, and how many sites they belong to. */
  seen?: { failures: number; sites: number };
  /** Nobody inside one browser could tell this from something else: counted apart. */
  coincidence?: true;
};

export type Mark = "right" | "weak" | "unclear" | "wrong";

const holds = (wanted: Wanted | undefined, given: string | null): boolean =>
  wanted === undefined || wanted === given || (Array.isArray(wanted) && given !== null && wanted.includes(given));

/** Marks one answer: `weak` is tolerated, `unclear` is an honest answer where a better one was possible, the rest is wrong. */
export function mark(given: Given, expectation: Expectation): Mark {
  const matching = expectation.accept.filter(
    (answer) => answer.scope === given.scope && holds(answer.cause, given.cause) && holds(answer.subject, given.subject),
  );
  if (matching.some((answer) => answer.weak !== true)) return "right";
  if (given.scope === "unclear") return "unclear";
  return matching.length > 0 ? "weak" : "wrong";
}
