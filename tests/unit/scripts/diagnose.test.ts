import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

const script = fileURLToPath(new URL("../../../scripts/diagnose.ts", import.meta.url));
const START = { t: 0, event: "start", trace: 1, name: "well", browser: "chromium", epoch: "2026-03-03T09:00:00Z" };
let folder = "";

function diagnose(files: string[], input = "") {
  const { stdout, stderr, status } = spawnSync(process.execPath, [script, ...files], { cwd: folder, encoding: "utf8", input });
  const lines = stdout.split("\n").filter((line) => line !== "");
  return { lines, complaints: stderr.split("\n").filter((line) => line !== ""), status };
}

function write(name: string, lines: (object | string)[]): string {
  writeFileSync(join(folder, name), lines.map((line) => (typeof line === "string" ? line : JSON.stringify(line))).join("\n"));
  return name;
}

describe("npm run diagnose", () => {
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "diagnose-"));
    write("well.jsonl", [START, { t: 5, event: "ask" }, { t: 6, event: "ask", site: "a.com" }]);
    write("broken.jsonl", [
      { ...START, name: "broken" },
      { t: 1, event: "ask" },
      { t: 2, event: "connectivity", result: "perhaps" },
      { t: 3, event: "ask" },
    ]);
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  test("prints one line of JSON for each question, in the order asked", () => {
    const { lines, complaints, status } = diagnose(["well.jsonl"]);
    expect(lines.map((line) => JSON.parse(line))).toMatchObject([
      { trace: "well", t: 5, ask: {}, scope: "clear", cause: null, subject: null, site: null, evidence: [] },
      { trace: "well", t: 6, ask: { site: "a.com" }, scope: "clear", site: "a.com" },
    ]);
    expect(complaints).toEqual([]);
    expect(status).toBe(0);
  });

  test("stops a broken trace with one message that names file, line and field, keeps what it said, and goes on with the others", () => {
    const { lines, complaints, status } = diagnose(["broken.jsonl", "well.jsonl"]);
    expect(lines.map((line) => JSON.parse(line).trace)).toEqual(["broken", "well", "well"]);
    expect(complaints).toHaveLength(1);
    expect(complaints[0]).toMatch(/^broken\.jsonl: line 3: result: /);
    expect(status).toBe(2);
  });

  test("names a file that is not there, and goes on with the others", () => {
    const { lines, complaints, status } = diagnose(["nowhere.jsonl", "well.jsonl"]);
    expect(lines).toHaveLength(2);
    expect(complaints).toHaveLength(1);
    expect(complaints[0]).toContain("nowhere.jsonl");
    expect(status).toBe(2);
  });

  test("reads standard input for -, with a byte-order mark and other line ends", () => {
    const input = `\uFEFF${JSON.stringify(START)}\r\n\r\n${JSON.stringify({ t: 9, event: "ask" })}\r\n`;
    const { lines, status } = diagnose(["-"], input);
    expect(lines.map((line) => JSON.parse(line))).toMatchObject([{ trace: "well", t: 9 }]);
    expect(status).toBe(0);
  });

  test("explains an answer in words, with the posterior and the evidence behind it", () => {
    const failing = [1_000, 20_000, 40_000].map((t) => ({
      t,
      event: "completed",
      tabId: 1,
      url: "https://www.shop.com/",
      type: "main_frame",
      status: 503,
    }));
    const works = { event: "completed", tabId: 2, url: "https://news.org/", type: "main_frame", status: 200 };
    const file = write("shop.jsonl", [
      START,
      ...failing.flatMap((event) => [event, { ...works, t: event.t + 5_000 }]),
      { t: 50_000, event: "ask", tabId: 1 },
    ]);
    const { lines, status } = diagnose(["--explain", file]);
    const text = lines.join("\n");
    expect(text).toMatch(/site · http · shop\.com/);
    expect(text).toMatch(/shop\.com failed 3 times/);
    expect(text).toMatch(/posterior:\n\s+site\s+\d+\.\d%/);
    expect(status).toBe(0);
  });

  test("refuses to start without a file, or with an option it does not know", () => {
    expect(diagnose([])).toMatchObject({ lines: [], status: 2 });
    expect(diagnose(["--loud", "well.jsonl"])).toMatchObject({ lines: [], status: 2 });
  });
});
