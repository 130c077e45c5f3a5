import { browser } from "#imports";
import { MINUTE, SECOND } from "../core/time.ts";
import { type LoggedEvent, loggedEvent, type Outcome } from "../core/trace/logged-event.ts";
import { isFailure, type WorldEvent } from "../core/world/events.ts";
import { changeArea, readArea } from "../storage/browser-storage.ts";
import { createCoalescer } from "../storage/coalesce.ts";
import { TRACE_PIECES } from "../storage/keys.ts";

/**
 * The browser's events of the last minutes, so that a person can save them and a developer can see how the verdict came about.
 * They lie in session storage, in pieces, because the browser may stop the background at any time. Nothing is kept for more than ten
 * minutes.
 */

/** A piece is dropped after eight minutes, by a sweep every two minutes, so that no event outlives ten. */
const KEPT = 8 * MINUTE;
const SWEEP_MINUTES = 2;
const SWEEP_ALARM = "sweep";
/** A piece is closed when it is full or this long after it was opened. Judged. */
const PIECE_SIZE = 16;
const PIECE_SPAN = 1 * MINUTE;
/** The oldest piece makes room for a new one: 1,536 events at most. Judged. */
const PIECES = 96;
/** Answers are stored together, this long after the first. Judged. */
const ANSWERS_WAIT = 1 * SECOND;

const KEYS = Array.from({ length: PIECES }, (_, slot) => TRACE_PIECES.prefix + slot);

/** Events in the order in which they came; `opened` and `last` in milliseconds of the epoch. Stored as JSON, like the world. */
type Piece = { number: number; opened: number; last: number; events: LoggedEvent[] };

/** Call it once, in the first turn of the background. */
export function createTraceLog() {
  let pieces: Piece[] = [];
  let unwritten = new Set<Piece>();
  const writing = createCoalescer("the trace log cannot be written", write);
  let sweepIsSet = false;
  let loading: Promise<void> | null = null;

  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name !== SWEEP_ALARM) return;
    sweepIsSet = false;
    void load().then(writing.now);
  });

  /** Reads what the background stored before the browser stopped it. */
  function load(): Promise<void> {
    loading ??= readArea("session", KEYS).then((stored) => {
      const texts = Object.values(stored).filter((text) => typeof text === "string");
      pieces = texts.map((text) => JSON.parse(text) as Piece).sort((a, b) => a.number - b.number);
      if (pieces.length > 0) add({ event: "restart", at: Date.now() });
    });
    return loading;
  }

  function add(event: LoggedEvent): void {
    const now = Date.now();
    let piece = pieces.at(-1);
    if (piece === undefined || piece.events.length >= PIECE_SIZE || Math.abs(now - piece.opened) > PIECE_SPAN) {
      piece = { number: (piece?.number ?? 0) + 1, opened: now, last: now, events: [] };
      pieces.push(piece);
    }
    piece.events.push(event);
    piece.last = now;
    unwritten.add(piece);
  }

  async function write(): Promise<void> {
    const newest = pieces.at(-1)?.number ?? 0;
    const gone = pieces.filter((piece) => !isRecent(piece) || piece.number <= newest - PIECES);
    pieces = pieces.filter((piece) => !gone.includes(piece));
    const changed = Object.fromEntries(
      pieces.filter((piece) => unwritten.has(piece)).map((piece) => [keyOf(piece), JSON.stringify(piece)]),
    );
    unwritten = new Set();
    const taken = new Set(pieces.map(keyOf));
    const free = gone.map(keyOf).filter((key) => !taken.has(key));
    await changeArea("session", { ...Object.fromEntries(free.map((key) => [key, undefined])), ...changed });
    if (pieces.length === 0 || sweepIsSet) return;
    sweepIsSet = true;
    await browser.alarms.create(SWEEP_ALARM, { delayInMinutes: SWEEP_MINUTES });
  }

  return {
    /** Reads what was stored before the background was stopped. Await it before the first `note`. */
    load,

    /**
     * Adds one event.
     * @param outcome what the event led to
     * @param maxDelay milliseconds until a failure is stored at the latest
     */
    note(event: WorldEvent, outcome: Outcome, maxDelay = 0): void {
      const kept = loggedEvent(event, outcome);
      if (kept === null) return;
      add(kept);
      writing.within(isFailure(event) ? maxDelay : ANSWERS_WAIT);
    },

    /** The events of the last minutes, in the order in which they came. */
    async events(): Promise<LoggedEvent[]> {
      await load();
      return pieces.filter(isRecent).flatMap(({ events }) => events);
    },

    /** Forgets all of it at once. */
    async erase(): Promise<void> {
      await load();
      pieces = [];
      unwritten = new Set();
      await writing.now();
      await changeArea("session", Object.fromEntries(KEYS.map((key) => [key, undefined])));
    },
  };
}

/** A piece of the future was added by a clock that has been set back since: its age is not known. */
function isRecent({ last }: Piece): boolean {
  return Math.abs(Date.now() - last) <= KEPT;
}

function keyOf({ number }: Piece): string {
  return TRACE_PIECES.prefix + (number % PIECES);
}
