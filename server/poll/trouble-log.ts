import { sanitizeText } from "../../utils/core/net/sanitize.ts";
import { SECOND } from "../../utils/core/time.ts";
import type { SourceState } from "./source-state.ts";

/** Sources that fail within this time are logged together: without a network that is all of them. */
const TOGETHER = 3 * SECOND;

/** Judged: a maintainer sees by these what has changed; `npm run sources` lists all. */
const MAX_WORDS = 5;

export type TroubleLog = {
  /** A source can no longer be read, or can be read again. */
  note(state: Pick<SourceState, "id" | "trouble" | "detail">): void;
  /** A source is read at another address than its first, or at its first again. */
  noteAddress(state: Pick<SourceState, "id" | "firstTrouble">): void;
  /** A source sends words that its parser does not know. They are its own, so they are told to the operator alone. */
  noteUnknown(source: string, values: readonly string[]): void;
  flush(): void;
};

/** Logs which sources cannot be read and why, one line for each reason. */
export function createTroubleLog(log: (line: string) => void): TroubleLog {
  let pending = new Map<string, string[]>();
  let timer: NodeJS.Timeout | undefined;

  function flush(): void {
    clearTimeout(timer);
    timer = undefined;
    const lines = pending;
    pending = new Map();
    for (const [what, sources] of lines)
      log(`${sources.length === 1 ? "source" : `${sources.length} sources`} ${what}: ${sources.join(", ")}`);
  }

  function add(what: string, id: string): void {
    pending.set(what, [...(pending.get(what) ?? []), id]);
    timer ??= setTimeout(flush, TOGETHER);
  }

  return {
    note({ id, trouble, detail }) {
      const why = detail === "" ? trouble : `${trouble}: ${detail}`;
      add(trouble === null ? "can be read again" : `cannot be read (${why})`, id);
    },
    noteAddress({ id, firstTrouble }) {
      add(firstTrouble === null ? "is read at its first address again" : `is read at another address (the first ${firstTrouble})`, id);
    },
    noteUnknown(source, values) {
      const more = values.length > MAX_WORDS ? ` and ${values.length - MAX_WORDS} more` : "";
      const words = values.slice(0, MAX_WORDS).map((value) => JSON.stringify(sanitizeText(value)));
      log(`source ${source} sends words that its parser does not know: ${words.join(", ")}${more}`);
    },
    flush,
  };
}
