import { PageTally } from "../../tests/instruments/page-loads/page-tally.ts";
import { makeSession } from "../../tests/instruments/page-loads/session.ts";
import { watchSession } from "../../tests/instruments/page-loads/watch-session.ts";
import type { Browser } from "../../tests/instruments/scenarios/trace-event.ts";

const BROWSERS: readonly Browser[] = ["chromium", "firefox"];
/** False spells in a thousand page loads, and the least share of right answers. */
const BUDGETS = { site: 0.5, unclear: 1, provider: 0, network: 0, local: 0 } as const;
const LEAST_RIGHT = 0.99;

/**
 * Counts, in sessions shaped like real page loads, how often an answer is right and how often somebody who looks at any moment sees a
 * false verdict.
 * @param loads page loads in each browser
 * @param show how many false spells to print
 */
export function measurePages(loads: number, seed: string, show: number): void {
  for (const browser of BROWSERS) {
    const tally = new PageTally();
    for (let index = 0; tally.loads < loads; index++) {
      const session = makeSession(`${seed}.${index}`, browser);
      tally.add(session, watchSession(session));
    }
    print(browser, tally, show);
  }
}

function print(browser: Browser, tally: PageTally, show: number): void {
  const { right, weak, unclear, wrong } = tally.marks;
  const answers = right + weak + unclear + wrong;
  const share = (part: number) => `${((100 * part) / Math.max(1, answers)).toFixed(2)} %`;
  console.log(`\n== page loads, full access, ${browser}: ${tally.sessions} sessions, ${tally.loads} page loads, ${answers} answers`);
  console.log(
    `right ${share(right)} (${kept(right >= LEAST_RIGHT * answers)} ≥ ${100 * LEAST_RIGHT} %), unclear ${share(unclear)}, wrong ${share(wrong)}`,
  );
  for (const [scope, budget] of Object.entries(BUDGETS) as [keyof typeof BUDGETS, number][]) {
    const spells = tally.spells.filter((spell) => spell.scope === scope);
    const seconds = spells.map(({ from, until }) => (until - from) / 1000).toSorted((one, other) => one - other);
    const rate = tally.perThousand(scope);
    const lengths =
      spells.length === 0
        ? ""
        : `; ${mean(seconds).toFixed(0)} s on average, half below ${(seconds[Math.floor(seconds.length / 2)] ?? 0).toFixed(0)} s, longest ${(seconds.at(-1) ?? 0).toFixed(0)} s; by corner: ${byCorner(spells)}`;
    console.log(
      `false ${scope} in 1,000 page loads: ${rate.toFixed(2)} (${kept(rate <= budget)} ≤ ${budget}; ${spells.length} spells${lengths})`,
    );
  }
  for (const { session, scope, cause, about, from, until, corner } of tally.spells.slice(0, show))
    console.log(`  ${session} ${scope}/${cause}/${about} from ${from} to ${until}, corner: ${corner}`);
}

const kept = (isKept: boolean): string => (isKept ? "kept:" : "MISSED:");
const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);

function byCorner(spells: readonly { corner: string }[]): string {
  const counts = new Map<string, number>();
  for (const { corner } of spells) counts.set(corner, (counts.get(corner) ?? 0) + 1);
  return [...counts]
    .toSorted(([, one], [, other]) => other - one)
    .map(([corner, count]) => `${corner} ${count}`)
    .join(", ");
}
