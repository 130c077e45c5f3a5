import type { Answer } from "../instruments/scenarios/expectation.ts";
import type { Outcome } from "./outcome.ts";
import type { Said } from "./shown.ts";

const SCOPES = ["clear", "local", "network", "site", "provider", "unclear"];

/** One line a case. */
export function lineOf(outcome: Outcome): string {
  const head = `${outcome.family.padEnd(8)} ${outcome.access.padEnd(5)} ${outcome.labCase.name.padEnd(28)}`;
  if (outcome.result === "skipped") return `${head} skipped: ${outcome.reason}`;
  if (outcome.result === "broken") return `${head} BROKEN: ${outcome.problem}`;
  const { shown, seconds, notes } = outcome;
  const end = [`(${seconds.toFixed(1)} s)`, ...notes].join("; ");
  const wanted = outcome.labCase.accept[outcome.access].map(wantedWords).join(" or ");
  const verdict = `${words(shown)} badge "${shown.badge}"`;
  return outcome.result === "right" ? `${head} right  ${verdict} ${end}` : `${head} WRONG  ${verdict}; wanted ${wanted} ${end}`;
}

function words({ scope, cause, subject }: Said): string {
  return [scope, cause, subject].filter((word) => word !== "").join(" ");
}

function wantedWords({ scope, cause, subject }: Answer): string {
  return [scope, cause, subject]
    .flatMap((word) => (word === undefined || word === null ? [] : typeof word === "string" ? [word] : [word.join("|")]))
    .join(" ");
}

/** What was right (rows: the first of the right answers) against what was said (columns), as a table of text. */
export function confusionMatrix(outcomes: Outcome[]): string {
  const [first] = outcomes;
  const lines = [`${first?.family}: right answer ↓, answer given →`, row("", SCOPES)];
  for (const wanted of SCOPES) {
    const counts = SCOPES.map((given) => {
      const alike = outcomes.filter(
        (outcome) =>
          (outcome.result === "right" || outcome.result === "wrong") && truthOf(outcome) === wanted && outcome.shown.scope === given,
      );
      return alike.length === 0 ? "·" : String(alike.length);
    });
    if (counts.some((count) => count !== "·")) lines.push(row(wanted, counts));
  }
  return lines.join("\n");
}

/** Of several right answers the one that was given, else the first. */
function truthOf(outcome: Outcome & { shown: Said }): string {
  const accepted = outcome.labCase.accept[outcome.access].map(({ scope }) => scope);
  return outcome.result === "right" ? outcome.shown.scope : (accepted[0] ?? "");
}

function row(head: string, cells: string[]): string {
  return head.padEnd(10) + cells.map((cell) => cell.padStart(9)).join("");
}

/** What was not made real, and why. */
export function skippedLines(outcomes: Outcome[]): string[] {
  const reasons = new Map<string, string>();
  for (const outcome of outcomes) {
    if (outcome.result === "skipped") reasons.set(`${outcome.labCase.name} in ${outcome.family}`, outcome.reason);
  }
  return [...reasons].map(([what, reason]) => `skipped ${what}: ${reason}`);
}
