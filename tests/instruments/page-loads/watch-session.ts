import { diagnose } from "../../../utils/core/diagnosis/diagnose.ts";
import type { Snapshot } from "../../../utils/core/diagnosis/health/snapshot.ts";
import type { Verdict } from "../../../utils/core/diagnosis/verdict.ts";
import { eventLines } from "../../../utils/core/trace/events-schema.ts";
import { replayTrace } from "../../../utils/core/trace/replay.ts";
import { replayKnowledge } from "../../../utils/core/trace/replay-knowledge.ts";
import { type Mark, mark } from "../scenarios/expectation.ts";
import type { TimedEvent } from "../scenarios/trace-event.ts";
import type { Fault, PageSession } from "./session.ts";

/** Milliseconds after which somebody looks again while nothing happens. */
const LOOKS = 1000;
/** A failure is followed closely for this long: a verdict may last for less than a second. */
const CLOSE = 1000;

/** A false verdict from the first look that showed it until the first that did not, in a tab or on the toolbar; milliseconds. */
export type FalseSpell = { scope: Verdict["scope"]; cause: string | null; about: string; from: number; until: number };

export type Watched = { marks: Mark[]; spells: FalseSpell[] };

/** A question of the session, or null for a look at everything. */
type Line = { event: TimedEvent; asked: PageSession["asks"][number] | null };

/**
 * Replays a session as `npm run diagnose` does, marks every answer, and looks at the toolbar and all tabs after every event and at least
 * once a second, so that a false verdict of one second counts as well.
 * @throws where the trace is refused
 */
export function watchSession(session: PageSession): Watched {
  const lines = withLooks(session);
  const questions = lines.filter(({ event }) => event.event === "ask");
  const replay = replayTrace(
    lines.map(({ event }) => JSON.stringify(event)),
    replayKnowledge,
  );
  const marks: Mark[] = [];
  const open = new Map<string, FalseSpell>();
  const spells: FalseSpell[] = [];
  let step = replay.next();
  for (let index = 0; !step.done; index++) {
    const { t, verdict, snapshot } = step.value;
    const asked = questions[index]?.asked;
    if (asked !== null && asked !== undefined) marks.push(mark(verdict, asked.expectation));
    else {
      const seen = falseVerdicts(session.faults, snapshot, verdict, t);
      for (const [key, spell] of seen) if (!open.has(key)) open.set(key, { ...spell, from: t, until: t });
      for (const [key, spell] of open) {
        spell.until = t;
        if (seen.has(key)) continue;
        open.delete(key);
        spells.push(spell);
      }
    }
    step = replay.next();
  }
  if (step.value !== null) throw new Error(`${session.name}: line ${step.value.line}: ${step.value.field}: ${step.value.problem}`);
  return { marks, spells: [...spells, ...open.values()] };
}

/** The lines of the session with looks at everything between them. Events that the replay does not know yet are left out. */
function withLooks({ events, asks }: PageSession): Line[] {
  const lines: Line[] = [];
  let answered = 0;
  let looked = 0;
  let failed = Number.NEGATIVE_INFINITY;
  const look = (t: number) => {
    lines.push({ event: { t, event: "ask" }, asked: null });
    looked = t;
  };
  for (const event of events) {
    while (event.t - looked > 2 * LOOKS) look(Math.max(looked + LOOKS, lines.at(-1)?.event.t ?? 0));
    if (event.event === "ask") {
      lines.push({ event, asked: asks[answered++] ?? null });
      continue;
    }
    if (event.event !== "start" && !Object.hasOwn(eventLines, event.event)) continue;
    lines.push({ event, asked: null });
    if (event.event === "start") continue;
    if (isFailure(event)) failed = event.t;
    if (event.t - failed < CLOSE || event.t - looked >= LOOKS) look(event.t);
  }
  return lines;
}

function isFailure(event: TimedEvent): boolean {
  return event.event === "error" || event.event === "navigation-error" || (event.event === "completed" && event.status >= 500);
}

type Seen = Omit<FalseSpell, "from" | "until">;

function falseVerdicts(faults: readonly Fault[], snapshot: Snapshot, toolbar: Verdict, t: number): Map<string, Seen> {
  const live = faults.filter(({ from, until }) => from <= t && t <= until);
  const seen = new Map<string, Seen>();
  const add = ({ scope, cause, subject }: Verdict, site: string | null) => {
    const about = subject ?? site ?? "";
    seen.set(`${scope} ${about}`, { scope, cause, about });
  };
  if (!mayBeSaid(toolbar, live)) add(toolbar, null);
  for (const [id, { site, host }] of Object.entries(snapshot.tabs)) {
    const verdict = diagnose(snapshot, { tabId: Number(id) });
    // A healthy host is clear whatever its siblings do.
    if (
      !mayBeSaid(
        verdict,
        live.filter((fault) => fault.host === host),
      )
    )
      add(verdict, site);
  }
  return seen;
}

function mayBeSaid({ scope, subject }: Verdict, live: readonly Fault[]): boolean {
  if (scope === "clear") return true;
  if (scope !== "site" && scope !== "unclear") return false;
  return live.some(({ site }) => subject === null || site === subject);
}
