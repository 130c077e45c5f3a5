import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { command } from "../../../scripts/support/command.ts";
import { decimal, oneOf, someOf, text, toggle, UsageError, wholeNumber } from "../../../scripts/support/flags.ts";

const STATED = { name: "paint", group: "daily", summary: "paints a wall", takes: "an hour" } as const;
const FLAGS = {
  coats: wholeNumber({ least: 1, most: 3, fallback: 2, help: "layers" }),
  width: decimal({ fallback: 1.5, help: "metres" }),
  colour: oneOf(["red", "blue"], "of the paint", "red"),
  walls: someOf(["north", "south", "east"], "WALL", "which walls"),
  by: text("NAME", "who paints"),
  dry: toggle("without paint"),
};

let printed: string[];
let complaints: string[];

beforeEach(() => {
  printed = [];
  complaints = [];
  vi.spyOn(console, "log").mockImplementation((line) => void printed.push(String(line)));
  vi.spyOn(console, "error").mockImplementation((line) => void complaints.push(String(line)));
});
afterEach(() => vi.restoreAllMocks());

async function paint(...words: string[]) {
  const run = vi.fn();
  const made = await command(import.meta, { ...STATED, flags: FLAGS, run });
  const status = await made.start(words);
  return { status, given: run.mock.calls[0]?.[0] ?? null };
}

describe("a command", () => {
  test("gets the values of its flags, each by its own type", async () => {
    const words = ["--coats", "3", "--width=0.5", "--colour", "blue", "--walls", "north,east", "--walls", "south", "--by", "Ana", "--dry"];
    const flags = { coats: 3, width: 0.5, colour: "blue", walls: ["north", "east", "south"], by: "Ana", dry: true };
    expect(await paint(...words)).toEqual({ status: 0, given: { flags, operands: [] } });
  });

  test("gets the stated values of flags that were left out", async () => {
    const flags = { coats: 2, width: 1.5, colour: "red", walls: undefined, by: undefined, dry: false };
    expect(await paint()).toEqual({ status: 0, given: { flags, operands: [] } });
  });

  test.each([
    [["--coast", "3"], "unknown option --coast; npm run paint knows --coats --width --colour --walls --by --dry --help"],
    [["-d"], "unknown option -d; npm run paint knows --coats --width --colour --walls --by --dry --help"],
    [["--coats", "4"], "--coats 4: a whole number from 1 to 3 is expected"],
    [["--coats", "1.5"], "--coats 1.5: a whole number from 1 to 3 is expected"],
    [["--coats="], "--coats : a whole number from 1 to 3 is expected"],
    [["--width", "wide"], "--width wide: a number from 0 is expected"],
    [["--colour", "green"], "--colour green: one of these is expected: red blue"],
    [["--walls", "north,up"], "--walls up: one of these is expected: north south east"],
    [["--by"], "--by needs a value: NAME"],
    [["--by", "--dry"], "--by needs a value: NAME"],
    [["--dry=no"], "--dry takes no value"],
    [["wall"], expect.stringContaining('"wall" is one word too many. Usage: npm run paint -- ')],
  ])("refuses %j in one line that says what is allowed, with status 2, and does not run", async (words, complaint) => {
    expect(await paint(...words)).toEqual({ status: 2, given: null });
    expect(complaints).toEqual([complaint]);
  });

  test("explains itself, with each flag and the value that it has when left out", async () => {
    expect(await paint("--coats", "2", "--help")).toEqual({ status: 0, given: null });
    const help = printed.join("\n");
    expect(help).toContain("Paints a wall.");
    expect(help).toContain("an hour");
    expect(help).toMatch(/--coats N +layers \(2\)/);
    expect(help).toMatch(/--colour red\|blue +of the paint \(red\)/);
  });

  test("takes as many words as it needs, - among them", async () => {
    const run = vi.fn();
    const made = await command(import.meta, { ...STATED, flags: {}, operands: { form: "WALL…", least: 1 }, run });
    expect(await made.start(["north", "-"])).toBe(0);
    expect(run).toHaveBeenCalledWith({ flags: {}, operands: ["north", "-"] });
    expect(await made.start([])).toBe(2);
    expect(complaints).toEqual(["Usage: npm run paint -- WALL…"]);
  });

  test.each([
    [new Error("The wall fell down."), 1, "The wall fell down."],
    [new UsageError("There is no such wall."), 2, "There is no such wall."],
    [new TypeError("wall is undefined"), 1, expect.stringMatching(/^TypeError: wall is undefined \(at .*command\.test\.ts/)],
  ])("ends %s with one line", async (problem, status, complaint) => {
    const made = await command(import.meta, { ...STATED, flags: {}, run: () => Promise.reject(problem) });
    expect(await made.start([])).toBe(status);
    expect(complaints).toEqual([complaint]);
  });

  test("ends with the status that it returns", async () => {
    const made = await command(import.meta, { ...STATED, flags: {}, run: () => 1 });
    expect(await made.start([])).toBe(1);
  });
});
