import { MINUTE } from "../utils/core/time.ts";

/** What fails every second is told every five minutes. */
const REPEATED_AFTER = 5 * MINUTE;
const REMEMBERED = 100;

/** A log that does not repeat itself. */
export function deduplicatedLog(log: (line: string) => void): (line: string) => void {
  const told = new Map<string, number>();
  return (line) => {
    const now = performance.now();
    if (now - (told.get(line) ?? Number.NEGATIVE_INFINITY) < REPEATED_AFTER) return;
    told.delete(line);
    told.set(line, now);
    for (const oldest of told.keys()) if (told.size > REMEMBERED) told.delete(oldest);
    log(line);
  };
}
