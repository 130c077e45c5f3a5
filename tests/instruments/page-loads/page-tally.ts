import type { Mark } from "../scenarios/expectation.ts";
import type { PageSession } from "./session.ts";
import type { FalseSpell, Watched } from "./watch-session.ts";

/** What was counted in many sessions of one browser. */
export class PageTally {
  sessions = 0;
  loads = 0;
  readonly marks: Record<Mark, number> = { right: 0, weak: 0, unclear: 0, wrong: 0 };
  readonly spells: (FalseSpell & { session: string; corner: string })[] = [];

  add({ name, loads, corners }: PageSession, { marks, spells }: Watched): void {
    this.sessions++;
    this.loads += loads;
    for (const one of marks) this.marks[one]++;
    for (const spell of spells) this.spells.push({ ...spell, session: name, corner: corners.get(spell.about) ?? "none" });
  }

  /** How many false spells of a scope there were in a thousand page loads. */
  perThousand(scope: FalseSpell["scope"]): number {
    return (1000 * this.spells.filter((spell) => spell.scope === scope).length) / Math.max(1, this.loads);
  }
}
