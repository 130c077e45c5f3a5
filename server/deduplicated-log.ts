import { MINUTE } from "../utils/core/time.ts";

/** A line is logged again after this: what fails every second is logged every five minutes. */
const REPEATED_AFTER = 5 * MINUTE;
const REMEMBERED = 100;

/** A log that does not repeat itself. */
export function deduplicatedLog(log: (line: string) => void): (line: string) => void {
  const logged = new Map<string, number>();
  return (line) => {
    const now = performance.now();
    if (now - (logged.get(line) ?? Number.NEGATIVE_INFINITY) < REPEATED_AFTER) return;
    logged.delete(line);
    logged.set(line, now);
    for (const oldest of logged.keys()) if (logged.size > REMEMBERED) logged.delete(oldest);
    log(line);
  };
}
