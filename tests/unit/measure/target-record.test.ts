import { describe, expect, test } from "vitest";
import type { Outcome } from "../../../server/measure/outcome.ts";
import { afterOutcome, isUnseen, newRecord, type TargetRecord } from "../../../server/measure/target-record.ts";
import { DAY, HOUR, MINUTE } from "../../../utils/core/time.ts";

const START = Date.parse("2026-03-03T09:00:00Z");
const ANSWER: Outcome = { kind: "answered", slow: false, rest: 0 };
const FAILURE: Outcome = { kind: "failed", failure: "tcp.timed_out", rest: 0 };
const TURNED_AWAY: Outcome = { kind: "unseen", rest: 0 };

/** What is known after one question a minute. */
function known(outcomes: readonly Outcome[], record: TargetRecord = newRecord(START - HOUR), from = START): TargetRecord {
  return outcomes.reduce((before, outcome, index) => afterOutcome(before, outcome, from + index * MINUTE), record);
}

describe("a target", () => {
  test("fails in so many rounds as it failed in a row, since the first of them", () => {
    expect(known([ANSWER, FAILURE, FAILURE]).failing).toMatchObject({ rounds: 2, since: START + MINUTE, failure: "tcp.timed_out" });
  });

  test("that failed once and then answers has lost one request", () => {
    expect(known([FAILURE, ANSWER]).failing).toBeNull();
  });

  test("that failed twice must answer twice, because during most outages some requests succeed", () => {
    expect(known([FAILURE, FAILURE, ANSWER]).failing).toMatchObject({ rounds: 2 });
    expect(known([FAILURE, FAILURE, ANSWER, FAILURE]).failing).toMatchObject({ rounds: 3, since: START });
    expect(known([FAILURE, FAILURE, ANSWER, ANSWER]).failing).toBeNull();
  });

  test("that is slow answers", () => {
    expect(known([{ kind: "answered", slow: true, rest: 0 }]).failing).toBeNull();
  });

  test("that has never answered is not seen, and fails never", () => {
    const record = known([FAILURE, FAILURE, FAILURE], newRecord(null));
    expect(record.failing).toBeNull();
    expect(isUnseen(record, START + 3 * MINUTE)).toBe(true);
    expect(isUnseen(known([ANSWER], newRecord(null)), START + MINUTE)).toBe(false);
  });

  test("that has not answered for a week was given up by its owner", () => {
    expect(known([FAILURE, FAILURE], newRecord(START - 8 * DAY)).failing).toBeNull();
    expect(known([FAILURE, FAILURE], newRecord(START - 6 * DAY)).failing).not.toBeNull();
  });

  test("that turns programs away is not seen after five minutes, and is seen again after an hour of answers", () => {
    const away = known([TURNED_AWAY]);
    expect(isUnseen(away, START + 4 * MINUTE)).toBe(false);
    expect(isUnseen(away, START + 6 * MINUTE)).toBe(true);
    const back = START + 7 * MINUTE;
    const soon = known([ANSWER, ANSWER], away, back);
    expect(isUnseen(soon, back + 2 * MINUTE)).toBe(true);
    expect(isUnseen(afterOutcome(soon, ANSWER, back + HOUR), back + HOUR)).toBe(false);
  });

  test("that turned a program away once and then answers was seen all the time", () => {
    expect(isUnseen(known([TURNED_AWAY, ANSWER]), START + 10 * MINUTE)).toBe(false);
  });

  test("that fails and then turns programs away is no longer known to fail", () => {
    expect(known([FAILURE, FAILURE, TURNED_AWAY]).failing).toBeNull();
  });

  test("is left alone for as long as it asks", () => {
    expect(known([{ kind: "unseen", rest: 6 * HOUR }]).restsUntil).toBe(START + 6 * HOUR);
  });
});
