import { SECOND } from "../../utils/core/time.ts";

/** Sources that fail within this time are logged together: without a network that is all of them. */
const TOGETHER = 3 * SECOND;

export type TroubleLog = {
  /** @param trouble null: can be read again */
  note(source: string, trouble: string | null): void;
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

  return {
    note(source, trouble) {
      const what = trouble === null ? "can be read again" : `cannot be read (${trouble})`;
      pending.set(what, [...(pending.get(what) ?? []), source]);
      timer ??= setTimeout(flush, TOGETHER);
    },
    flush,
  };
}
