import { relatedTests } from "./check/related-tests.ts";
import { command } from "./support/command.ts";
import { text, UsageError } from "./support/flags.ts";
import { git, importsOf, isCode, namedByAddress, projectFiles, textOf } from "./support/project-files.ts";
import { runCheck, runTests, total } from "./support/run-tests.ts";

/** What changed since a commit: committed, not yet committed and new files. Null where there is no repository. */
function changedSince(commit: string | undefined): { files: string[]; since: string } | null {
  try {
    git("rev-parse", "--git-dir");
  } catch {
    return null;
  }
  const since = commit ?? branchPoint();
  try {
    const files = [git("diff", "--name-only", "--no-renames", since), git("ls-files", "--others", "--exclude-standard")];
    return { files: files.flatMap((list) => list.split("\n")).filter((file) => file !== ""), since };
  } catch {
    throw new UsageError(`--since ${since}: a commit, branch or tag of this repository is expected`);
  }
}

/** Where this branch left the published one; the last commit where nothing is published. */
function branchPoint(): string {
  for (const published of ["@{upstream}", "origin/HEAD"]) {
    try {
      return git("merge-base", "HEAD", published).slice(0, 10);
    } catch {}
  }
  return "HEAD";
}

/** The unit tests that a change can break, all unit tests, and the number of server tests that it can break. */
function selectTests(changed: readonly string[] | null) {
  const code = projectFiles().filter(isCode);
  const files = new Map(code.map((file) => [file, { imports: importsOf(file), reads: namedByAddress(file), text: textOf(file) }]));
  const isUnit = (file: string) => /^tests\/(unit|extension)\/.*\.test\.tsx?$/.test(file);
  const related = changed === null ? code : relatedTests(changed, files);
  return {
    chosen: related.filter(isUnit),
    all: code.filter(isUnit),
    server: related.filter((file) => /^tests\/server\/.*\.test\.ts$/.test(file)),
  };
}

function check(commit: string | undefined): number {
  const start = performance.now();
  const changed = changedSince(commit);
  const counts = [runCheck("types"), runCheck("lint")];
  const { chosen, all, server } = selectTests(changed?.files ?? null);
  console.log(
    changed === null
      ? "\nNo git repository here: all unit tests run."
      : `\n${changed.files.length} files changed since ${changed.since}; ${chosen.length} of ${all.length} files of unit tests can notice.`,
  );
  if (chosen.length > 0) counts.push(runTests("unit", chosen.length === all.length ? [] : chosen));
  const { passed, failed } = total(counts);
  console.log(`\n${passed} passed, ${failed} failed, in ${Math.round((performance.now() - start) / 1000)} s`);
  const left = [
    `${all.length - chosen.length} files of unit tests`,
    `the server tests (${server.length} files can notice)`,
    "real browsers",
  ];
  console.log(`Left to npm test: ${left.join(", ")}.`);
  return failed === 0 ? 0 : 1;
}

export default await command(import.meta, {
  name: "check",
  group: "daily",
  summary: "checks types and style, and runs the unit tests that the change can break",
  takes: "10 to 60 seconds",
  details: `The change is everything since this branch left the published one, with what is not committed yet. A test is related to it over imports,
over commands that it starts and over files that it reads. Server and browser tests are left to npm test.`,
  flags: { since: text("COMMIT", "compares with this commit: HEAD for what is not committed yet") },
  run: ({ flags: { since } }) => check(since),
});
