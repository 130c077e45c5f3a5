import { posix } from "node:path";
import { describe, expect, test } from "vitest";
import { importsOf, isCode, namedByAddress, projectFiles, textOf } from "../../../scripts/support/project-files.ts";
import { FLOORS, roomOf, whyNot } from "./rooms.ts";

const files = projectFiles();
const code = files.filter(isCode);
const FULLEST_FOLDER = 30;
const LONGEST_FILE = 250;

describe("the project", () => {
  test("imports downwards only", () => {
    const wrong = code.flatMap((file) => {
      const from = roomOf(file);
      if (from === null) return [];
      return importsOf(file).flatMap((target) => {
        if (target.startsWith("assets/")) return [];
        const to = roomOf(target);
        if (to === null) return [`${file} imports ${target}: the product does not stand on its commands and tests.`];
        const why = whyNot(from, to);
        return why === null ? [] : [`${file} imports ${target}: ${why}`];
      });
    });
    expect(wrong).toEqual([]);
  });

  test("has no room in the list that is empty", () => {
    const rooms = new Set(code.map(roomOf));
    expect(FLOORS.flat().filter((room) => !rooms.has(room))).toEqual([]);
  });

  test("has no circle of files", () => {
    expect(circles(new Map(code.map((file) => [file, importsOf(file)])))).toEqual([]);
  });

  test(`has no folder of more than ${FULLEST_FOLDER} files`, () => {
    const folders = Map.groupBy(files, (file) => file.slice(0, Math.max(0, file.lastIndexOf("/"))));
    expect([...folders].filter(([, inside]) => inside.length > FULLEST_FOLDER).map(([folder]) => folder)).toEqual([]);
  });

  test(`has no file of more than ${LONGEST_FILE} lines but tables`, () => {
    const written = files.filter((file) => (isCode(file) || file.endsWith(".css")) && !/-table\.ts$/.test(file));
    const long = written.map((file) => ({ file, lines: textOf(file).split("\n").length - 1 })).filter(({ lines }) => lines > LONGEST_FILE);
    expect(long).toEqual([]);
  });
});

describe("the unit tests", () => {
  const tests = code.filter((file) => /^tests\/unit\/(?!architecture\/).+\/.+\.test\.tsx?$/.test(file));

  test.each(tests)("%s tests the room that its folder names", (file) => {
    const room = file.split("/")[2] ?? "";
    const homes = ["utils/core", "utils", "server", "tests/instruments", "."].map((place) => posix.join(place, room));
    expect([...reachedInTests(file)].some((target) => homes.some((home) => target.startsWith(`${home}/`)))).toBe(true);
  });
});

/** What a test imports or starts, itself or through helpers of the unit tests. */
function reachedInTests(test: string): Set<string> {
  const reached = new Set([test]);
  for (const file of reached) {
    if (file.startsWith("tests/unit/") && isCode(file))
      for (const target of [...importsOf(file), ...namedByAddress(file)]) reached.add(target);
  }
  return reached;
}

/** Files that import each other over any number of steps, each circle as the path through it. */
function circles(imports: Map<string, string[]>): string[] {
  const done = new Set<string>();
  const found: string[] = [];
  const visit = (file: string, path: string[]) => {
    if (path.includes(file)) found.push([...path.slice(path.indexOf(file)), file].join(" → "));
    if (done.has(file) || path.includes(file)) return;
    for (const next of imports.get(file) ?? []) visit(next, [...path, file]);
    done.add(file);
  };
  for (const file of imports.keys()) visit(file, []);
  return found;
}
