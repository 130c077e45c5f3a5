/** Longer names are not compared: nobody types them, and the work grows with the square of the length. */
const LONGEST = 60;
/** At most this many names are offered. Judged. */
const MOST = 3;

type Candidate = { name: string; meant: string };

/** What was perhaps meant: names that begin with or contain what was typed, and those that few slips of the keyboard away, the nearest first. */
export function nearNames(asked: string, candidates: readonly Candidate[]): string[] {
  if (asked.length > LONGEST) return [];
  const ranked = candidates
    .filter(({ name }) => name.length <= LONGEST)
    .map(({ name, meant }) => ({ meant, slips: rankOf(asked, name) }))
    .filter(({ slips }) => slips <= allowedSlips(asked))
    .toSorted((one, other) => one.slips - other.slips || one.meant.localeCompare(other.meant));
  return [...new Set(ranked.map(({ meant }) => meant))].slice(0, MOST);
}

/** One slip in four characters, one in the shortest. Judged. */
function allowedSlips(asked: string): number {
  return Math.max(1, Math.floor(asked.length / 4));
}

function rankOf(asked: string, name: string): number {
  if (asked.length >= 3 && name.startsWith(asked)) return 0.25;
  if (asked.length >= 4 && name.includes(asked)) return 0.5;
  return slipsBetween(asked, name);
}

/** The optimal string alignment distance: letters added, left out, replaced, or two neighbours swapped. */
export function slipsBetween(one: string, other: string): number {
  const [from, to] = [[...one], [...other]];
  let beforeLast: number[] = [];
  let last = to.map((_, index) => index + 1);
  last.unshift(0);
  for (const [row, letter] of from.entries()) {
    const current = [row + 1];
    for (const [column, target] of to.entries()) {
      const replaced = (last[column] ?? 0) + (letter === target ? 0 : 1);
      const least = Math.min(replaced, (last[column + 1] ?? 0) + 1, (current[column] ?? 0) + 1);
      const isSwap = row > 0 && column > 0 && letter === to[column - 1] && from[row - 1] === target;
      current.push(isSwap ? Math.min(least, (beforeLast[column - 1] ?? 0) + 1) : least);
    }
    beforeLast = last;
    last = current;
  }
  return last.at(-1) ?? 0;
}
