import { describe, expect, test } from "vitest";
import { type CodeFile, relatedTests } from "../../../scripts/check/related-tests.ts";

const file = (links: Partial<CodeFile> = {}): CodeFile => ({ text: "", imports: [], reads: [], ...links });

const FILES = new Map([
  ["utils/core/time.ts", file()],
  ["utils/core/diagnose.ts", file({ imports: ["utils/core/time.ts"] })],
  ["scripts/diagnose.ts", file({ imports: ["utils/core/diagnose.ts"] })],
  ["scripts/support/translator.ts", file({ reads: ["locales/"] })],
  ["scripts/support/project-files.ts", file({ reads: ["./"] })],
  ["tests/unit/time.test.ts", file({ imports: ["utils/core/time.ts"] })],
  ["tests/unit/diagnose-command.test.ts", file({ reads: ["scripts/diagnose.ts"] })],
  ["tests/unit/words.test.ts", file({ imports: ["scripts/support/translator.ts"] })],
  ["tests/unit/recordings.test.ts", file({ reads: ["tests/recordings/"] })],
  ["tests/unit/architecture.test.ts", file({ imports: ["scripts/support/project-files.ts"] })],
  ["tests/unit/documents.test.ts", file({ text: 'readFileSync("README.md")' })],
]);
const READ_THE_PROJECT = ["tests/unit/architecture.test.ts", "tests/unit/documents.test.ts"];

const related = (...changed: string[]) => relatedTests(changed, FILES).filter((test) => !READ_THE_PROJECT.includes(test));

describe("the tests that a change can break", () => {
  test("are those that import the changed file, over any number of files and of commands that they start", () => {
    expect(related("utils/core/time.ts")).toEqual(["tests/unit/time.test.ts", "tests/unit/diagnose-command.test.ts"]);
    expect(related("utils/core/diagnose.ts")).toEqual(["tests/unit/diagnose-command.test.ts"]);
  });

  test("are the changed tests themselves", () => {
    expect(related("tests/unit/time.test.ts")).toEqual(["tests/unit/time.test.ts"]);
  });

  test("are those that read the changed file's folder", () => {
    expect(related("locales/ar.yml")).toEqual(["tests/unit/words.test.ts"]);
    expect(related("tests/recordings/firefox/new.jsonl")).toEqual(["tests/unit/recordings.test.ts"]);
  });

  test("are those that use a file that is no longer there", () => {
    expect(related("utils/core/gone.ts")).toEqual([]);
    const files = new Map([...FILES, ["tests/unit/gone.test.ts", file({ imports: ["utils/core/gone.ts"] })]]);
    expect(relatedTests(["utils/core/gone.ts"], files)).toContain("tests/unit/gone.test.ts");
  });

  test("are, whatever has changed, those that read the project as a whole", () => {
    expect(relatedTests(["LICENSE"], FILES)).toEqual(READ_THE_PROJECT);
  });

  test.each(["package-lock.json", "vitest.config.ts", "tsconfig.json"])("are all of them when %s has changed", (changed) => {
    expect(relatedTests([changed], FILES)).toHaveLength(6);
  });
});
