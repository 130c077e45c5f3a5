import type { Expectation } from "./expectation.ts";
import type { Ask, Browser, Mode, StartEvent, TimedEvent, TraceEvent } from "./trace-event.ts";

export type LabelledAsk = { t: number; ask: Ask; expectation: Expectation };

/** A trace being written: events at their times, and what each `ask` should be answered. */
export class Recording {
  readonly browser: Browser;
  readonly mode: Mode;
  #start: StartEvent;
  #events: { at: number; order: number; event: TraceEvent; expectation?: Expectation }[] = [];

  constructor(start: StartEvent) {
    this.#start = start;
    this.browser = start.browser;
    this.mode = start.mode ?? "full";
  }

  /** Writes an event at `at` ms. Requests leave no mark in basic access. Events may be written out of order. */
  write(at: number, event: TraceEvent): void {
    if (this.mode === "basic" && (event.event === "completed" || event.event === "error")) return;
    this.#events.push({ at: Math.max(0, Math.round(at)), order: this.#events.length, event });
  }

  ask(at: number, ask: Ask, expectation: Expectation): void {
    this.#events.push({ at: Math.max(0, Math.round(at)), order: this.#events.length, event: { event: "ask", ...ask }, expectation });
  }

  /** The events in time order (those of one instant as they were written) and the labels in the order of the asks. */
  finish(): { events: TimedEvent[]; asks: LabelledAsk[] } {
    const sorted = this.#events.toSorted((one, other) => one.at - other.at || one.order - other.order);
    const events = sorted.map(({ at, event }): TimedEvent => ({ t: at, ...event }));
    const asks = sorted.flatMap(({ at, event, expectation }) => {
      if (event.event !== "ask" || expectation === undefined) return [];
      const { event: _, ...ask } = event;
      return [{ t: at, ask, expectation }];
    });
    return { events: [{ t: 0, ...this.#start }, ...events], asks };
  }
}
