import type { NelType } from "../../utils/core/net/failure.ts";
import { DAY, HOUR, MINUTE } from "../../utils/core/time.ts";
import type { Outcome } from "./outcome.ts";

/**
 * A target that has not answered a vantage for this long says nothing by its silence: the name was given up, or never answered from
 * here. Judged (2026-11-30).
 */
const ANSWERED_LATELY = 7 * DAY;
/** So many answers in a row end a failure: during most outages some requests succeed. Judged (2026-11-30). */
const ANSWERS_TO_END = 2;
/** A target that cannot be seen for this long is told to be unseen; one lost answer is none. Judged (2026-11-30). */
const UNSEEN_AFTER = 5 * MINUTE;
/** And it is seen again when it has answered for this long: the list of what is unseen must not change all the time. Judged. */
const SEEN_AFTER = HOUR;

/** What one vantage knows of one target. Times are milliseconds of the epoch. */
export type TargetRecord = {
  lastAnswered: number | null;
  /** Rounds in a row in which it failed, with fewer than two answers in a row in between. */
  failing: { rounds: number; since: number; failure: NelType; answers: number } | null;
  /** Since when it cannot be seen, and since when it answers again. */
  unseen: { since: number; answersSince: number | null } | null;
  restsUntil: number;
};

/** A target of which only the time of its last answer is known; a target is not seen before it has answered once. */
export function newRecord(lastAnswered: number | null): TargetRecord {
  const unseen = lastAnswered === null ? { since: Number.NEGATIVE_INFINITY, answersSince: null } : null;
  return { lastAnswered, failing: null, unseen, restsUntil: 0 };
}

/** What is known after one more question. An outcome of this machine's own trouble changes nothing. */
export function afterOutcome(record: TargetRecord, outcome: Outcome, at: number): TargetRecord {
  const restsUntil = outcome.rest > 0 ? at + outcome.rest : record.restsUntil;
  switch (outcome.kind) {
    case "answered":
      return { lastAnswered: at, failing: failingAfterAnswer(record), unseen: unseenAfterAnswer(record, at), restsUntil };
    case "failed":
      if (!answeredLately(record, at)) return { ...record, failing: null, unseen: record.unseen ?? unseenSince(at), restsUntil };
      return { ...record, failing: failingAfterFailure(record, outcome.failure, at), restsUntil };
    case "unseen":
      return {
        ...record,
        failing: null,
        unseen: record.unseen === null ? unseenSince(at) : { ...record.unseen, answersSince: null },
        restsUntil,
      };
    case "this-side":
      return record;
  }
}

/** After rounds that count for nothing: failures in a row are no longer in a row. */
export function withoutFailures(record: TargetRecord): TargetRecord {
  return { ...record, failing: null };
}

/** Whether the vantage cannot tell whether a target works. */
export function isUnseen({ unseen, restsUntil, failing }: TargetRecord, now: number): boolean {
  // Asked no longer, it may have come back.
  if (failing !== null && restsUntil - now > UNSEEN_AFTER) return true;
  return unseen !== null && (unseen.answersSince !== null || now - unseen.since >= UNSEEN_AFTER);
}

function answeredLately({ lastAnswered }: TargetRecord, now: number): boolean {
  return lastAnswered !== null && now - lastAnswered < ANSWERED_LATELY;
}

function unseenSince(at: number): NonNullable<TargetRecord["unseen"]> {
  return { since: at, answersSince: null };
}

function failingAfterAnswer({ failing }: TargetRecord): TargetRecord["failing"] {
  if (failing === null || failing.rounds === 1 || failing.answers + 1 >= ANSWERS_TO_END) return null;
  return { ...failing, answers: failing.answers + 1 };
}

function failingAfterFailure({ failing }: TargetRecord, failure: NelType, at: number): TargetRecord["failing"] {
  if (failing === null) return { rounds: 1, since: at, failure, answers: 0 };
  return { rounds: failing.rounds + 1, since: failing.since, failure, answers: 0 };
}

function unseenAfterAnswer({ unseen, lastAnswered }: TargetRecord, at: number): TargetRecord["unseen"] {
  // The first answer of all, or one lost answer in between.
  if (unseen === null || lastAnswered === null || at - unseen.since < UNSEEN_AFTER) return null;
  const answersSince = unseen.answersSince ?? at;
  return at - answersSince >= SEEN_AFTER ? null : { ...unseen, answersSince };
}
