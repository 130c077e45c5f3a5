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
