import { describe, expect, test } from "vitest";
import type { Verdict } from "../../../utils/core/diagnosis/verdict.ts";
import { replayTrace, type TraceProblem } from "../../../utils/core/trace/replay.ts";
import { replayKnowledge } from "../../../utils/core/trace/replay-knowledge.ts";

const START = { t: 0, event: "start", trace: 1, name: "made", browser: "chromium", epoch: "2026-03-03T09:00:00Z" };
const ASK = { t: 5, event: "ask" };

function replay(lines: (object | string)[]): { answers: Verdict[]; problem: TraceProblem | null } {
  const run = replayTrace(
    lines.map((line) => (typeof line === "string" ? line : JSON.stringify(line))),
    replayKnowledge,
  );
  const answers: Verdict[] = [];
  let step = run.next();
  while (!step.done) {
    answers.push(step.value.verdict);
    step = run.next();
  }
  return { answers, problem: step.value };
}

describe("a line that is no valid event stops the trace, naming line and field", () => {
  test.each([
    ["an unknown event", [START, { t: 1, event: "reboot" }], 2, "event"],
    ["no event at all", [START, { t: 1 }], 2, "event"],
    ["no time", [START, { event: "ask" }], 2, "t"],
    ["a time that is no number", [START, { t: "1", event: "ask" }], 2, "t"],
    ["a negative time", [START, { t: -1, event: "ask" }], 2, "t"],
    ["a time that goes back", [START, { t: 9, event: "ask" }, { t: 8, event: "ask" }], 3, "t"],
    ["anything before start", [{ t: 0, event: "online" }, START], 1, "event"],
    ["no start at all", ["", ""], 2, "event"],
    ["an empty file", [], 1, "event"],
    ["a second start", [START, { ...START, t: 1 }], 2, "event"],
    ["another version", [{ ...START, trace: 2 }], 1, "trace"],
    ["another browser", [{ ...START, browser: "netscape" }], 1, "browser"],
    ["an epoch that is no time", [{ ...START, epoch: "yesterday" }], 1, "epoch"],
    ["another mode", [{ ...START, mode: "half" }], 1, "mode"],
    ["a range without a network", [{ ...START, ranges: [{ cidr: 5, provider: "aws" }] }], 1, "ranges.0.cidr"],
    ["a learned host without a time", [{ ...START, learned: [{ host: "a.com", provider: "aws" }] }], 1, "learned.0.seen"],
    ["a line that is no JSON", [START, "{"], 2, "line"],
    ["JSON that is no object", [START, "7"], 2, "line"],
    ["a missing field", [START, { t: 1, event: "completed", tabId: 1, url: "https://a.com/", type: "main_frame" }], 2, "status"],
    [
      "a status that is no number",
      [START, { t: 1, event: "completed", tabId: 1, url: "https://a.com/", type: "main_frame", status: "200" }],
      2,
      "status",
    ],
    ["a tab that is no number", [START, { t: 1, event: "error", tabId: "1", url: "https://a.com/", type: "x", error: "y" }], 2, "tabId"],
    ["an error without its string", [START, { t: 1, event: "navigation-error", tabId: 1, url: "https://a.com/" }], 2, "error"],
    ["another result of the check", [START, { t: 1, event: "connectivity", result: "perhaps" }], 2, "result"],
    ["a mirror without a name", [START, { t: 1, event: "feed-failed", error: "x" }], 2, "mirror"],
    ["a feed that is no feed document", [START, { t: 1, event: "feed", feed: { version: 1 } }], 2, "feed.sequence"],
    ["a question about a tab that is no number", [START, { t: 1, event: "ask", tabId: "one" }], 2, "tabId"],
  ] as [string, (object | string)[], number, string][])("%s", (_, lines, line, field) => {
    const { problem } = replay(lines);
    expect(problem).toMatchObject({ line });
    expect(problem?.field.startsWith(field)).toBe(true);
    expect(problem?.problem).toBeTruthy();
  });

  test("keeps the answers given before it", () => {
    const { answers, problem } = replay([START, ASK, { ...ASK, t: 6 }, "nonsense"]);
    expect(answers).toHaveLength(2);
    expect(problem).toMatchObject({ line: 4 });
  });
});

describe("a trace is read", () => {
  test("with a byte-order mark, carriage returns, empty lines, unknown fields and nulls", () => {
    const { answers, problem } = replay([
      `\uFEFF${JSON.stringify({ ...START, colour: "red" })}\r`,
      "\r",
      "   ",
      {
        t: 1,
        event: "completed",
        tabId: 1,
        url: "https://a.com/",
        type: "main_frame",
        status: 200,
        ip: null,
        ms: null,
        initiator: null,
        extra: [],
      },
      { ...ASK, tabId: 1 },
      "",
    ]);
    expect(problem).toBeNull();
    expect(answers).toMatchObject([{ scope: "clear", site: "a.com" }]);
  });

  test("without its requests in basic access", () => {
    const failing = { tabId: 1, url: "https://a.com/", type: "main_frame", status: 503, ip: "198.18.1.1" };
    const lines = [1000, 9000, 18_000].map((t) => ({ t, event: "completed", ...failing }));
    const { answers } = replay([
      { ...START, mode: "basic" },
      ...lines,
      { t: 19_000, event: "connectivity", result: "reached" },
      { t: 20_000, event: "ask", site: "a.com" },
    ]);
    expect(answers[0]?.scope).toBe("clear");
  });

  test("the same with more questions in it", () => {
    const steps = [1, 8, 16].map((second) => ({
      t: second * 1000,
      event: "completed",
      tabId: 1,
      url: "https://a.com/",
      type: "main_frame",
      status: 503,
    }));
    const last = [
      { t: 17_000, event: "connectivity", result: "reached" },
      { t: 18_000, event: "ask" },
    ];
    const asked = steps.flatMap((step) => [
      step,
      { t: step.t, event: "ask" },
      { t: step.t, event: "ask", tabId: 1 },
      { t: step.t, event: "ask", site: "b.com" },
    ]);
    expect(replay([START, ...asked, ...last]).answers.at(-1)).toEqual(replay([START, ...steps, ...last]).answers.at(-1));
  });
});
