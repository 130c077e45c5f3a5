/** What a code file leads to: files that it imports, and files and folders that it reads or starts. */
export type CodeFile = { text: string; imports: readonly string[]; reads: readonly string[] };
type Files = ReadonlyMap<string, CodeFile>;

/** A change of one of these can change every test. */
const FOR_EVERYTHING = /^(package-lock\.json|tsconfig\.json|vitest\.config\.ts)$/;
const IS_TEST = /\.test\.tsx?$/;
const READS_FILES = /\b(?:readFileSync|readdirSync|projectFiles)\b/;

/**
 * The tests that a change can break: those that lead to a changed file over any number of imports, commands that they start and folders
 * that they read; and those that read the project as a whole (documents, permissions, the order of the rooms).
 * @param changed paths of changed files, deleted ones too
 * @param files every code file of the project
 */
export function relatedTests(changed: readonly string[], files: Files): string[] {
  const tests = [...files.keys()].filter((file) => IS_TEST.test(file));
  if (changed.some((file) => FOR_EVERYTHING.test(file))) return tests;
  const users = usersOf(files);
  const affected = new Set(changed);
  for (const [file, { reads }] of files) if (reads.some((place) => isTouched(place, changed))) affected.add(file);
  // A set that grows while it is walked is walked to its end.
  for (const file of affected) for (const user of users.get(file) ?? []) affected.add(user);
  return tests.filter((test) => affected.has(test) || readsProject(test, files));
}

/** For each file those that import or start it. */
function usersOf(files: Files): Map<string, string[]> {
  const users = new Map<string, string[]>();
  for (const [file, { imports, reads }] of files)
    for (const used of [...imports, ...reads]) users.set(used, [...(users.get(used) ?? []), file]);
  return users;
}

const isProject = (place: string) => place === "./" || place === ".";

/** Whether a file, or something in a folder, has changed. The project as a whole does not count as a folder. */
function isTouched(place: string, changed: readonly string[]): boolean {
  return !isProject(place) && changed.some((file) => file.startsWith(place));
}

/** Whether a test looks at the project as a whole: it, or a helper that it imports, names the project's own folder, or it reads files by plain paths. */
function readsProject(test: string, files: Files): boolean {
  const own = files.get(test);
  if (own === undefined) return false;
  const helpers = own.imports.flatMap((name) => files.get(name) ?? []);
  return [own, ...helpers].some(({ reads }) => reads.some(isProject)) || (READS_FILES.test(own.text) && own.reads.length === 0);
}
