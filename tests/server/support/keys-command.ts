import { spawnSync } from "node:child_process";

/** Runs `npm run keys` without npm around it, with what else is needed in the environment. */
export function runKeys(words: readonly string[], environment: { [name: string]: string } = {}) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ["scripts/keys.ts", ...words], {
    encoding: "utf8",
    env: { ...process.env, DATABASE_URL: "", ...environment },
  });
  return { status, out: stdout.trim(), problem: stderr.trim() };
}

/** The same, where it must succeed; returns what it printed. */
export function keys(...words: string[]): string {
  const { status, out, problem } = runKeys(words);
  if (status !== 0) throw new Error(`keys ${words.join(" ")}: ${problem}`);
  return out;
}
