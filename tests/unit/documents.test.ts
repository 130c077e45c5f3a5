import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { projectFiles } from "../../scripts/support/project-files.ts";

/** Paths in our own folders. Capitals stand for any name: `locales/LANGUAGE.yml`. */
const PATH = /`((?:assets|components|entrypoints|locales|scripts|server|tests|utils)\/[\w./-]+\.[a-z]+)`/g;
const COMMAND = /\bnpm run (?:--silent )?([a-z]+(?:-[a-z]+)*)/g;
const PLACEHOLDER = /[A-Z]{2}/;

/** Documents about the project as it is; the changelog also names what is gone. */
const DOCUMENTS = projectFiles().filter((file) => /^(?:[A-Z]+|server\/README)\.md$/.test(file) && file !== "CHANGELOG.md");
const { scripts } = JSON.parse(readFileSync("package.json", "utf8")) as { scripts: object };

describe.each(DOCUMENTS)("%s", (document) => {
  const text = readFileSync(document, "utf8");

  test("names files that exist", () => {
    const paths = [...text.matchAll(PATH)].flatMap(([, path = ""]) => (PLACEHOLDER.test(path) ? [] : [path]));
    expect(paths.filter((path) => !existsSync(path) && !existsSync(join(dirname(document), path)))).toEqual([]);
  });

  test("names commands that exist", () => {
    const commands = [...text.matchAll(COMMAND)].flatMap(([, name = ""]) => name);
    expect(commands.filter((name) => !(name in scripts))).toEqual([]);
  });
});

test("the documents are found", () => {
  expect(DOCUMENTS).toEqual(expect.arrayContaining(["README.md", "ARCHITECTURE.md", "server/README.md"]));
});
