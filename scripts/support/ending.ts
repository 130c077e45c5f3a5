import { messageOf } from "../../utils/core/message-of.ts";

/**
 * Calls back once when this command has to end: by Ctrl-C, by a signal, or because npm around it ended. A signal to
 * `npm run …` ends npm and its shell, and that shell (dash) does not pass it on: seen with npm 11, 2026-11-23.
 */
export function onEnding(end: () => void): void {
  let ended = false;
  const once = () => {
    if (ended) return;
    ended = true;
    end();
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, once);
  if (process.env.npm_lifecycle_event === undefined) return;
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid !== parent) once();
  }, 500);
  watch.unref();
}

/** Ends this command with status 2 and one line about what went wrong, because operators and cron read it in a log. */
export function endInOneLine(problem: unknown): never {
  console.error(messageOf(problem).replaceAll(/\s*\n\s*/g, " "));
  process.exit(2);
}

/** Ends this command quietly when nobody reads its output any more: a reader that has seen enough (`| head`) is no error. */
export function endWithReader(): void {
  process.stdout.on("error", (problem: NodeJS.ErrnoException) => process.exit(problem.code === "EPIPE" ? 0 : 1));
}
