import type { NelType } from "../../utils/core/net/failure.ts";
import { HOUR, SECOND } from "../../utils/core/time.ts";
import type { View } from "../probe/view.ts";

/** An answer that takes longer is slow, and still an answer: between two continents a page takes one or two seconds. Judged (2026-11-30). */
const SLOW = 5 * SECOND;

/** A target that turned a vantage away is left alone for this long: it has said that it does not want to be asked. Judged (2026-11-30). */
const TURNED_AWAY = 6 * HOUR;
/** What one question to one target has shown. `rest`: milliseconds for which it is left alone beyond the usual minute. */
export type Outcome = { rest: number } & (
  | { kind: "answered"; slow: boolean }
  | { kind: "failed"; failure: NelType }
  /** It may work for people. */
  | { kind: "unseen" }
  /** The trouble is of this machine. */
  | { kind: "this-side" }
);

/** What a view of a host says of a target. */
export function outcomeOf(view: View): Outcome {
  const rest = view.pause ?? 0;
  switch (view.result) {
    case "answered":
      return { kind: "answered", slow: view.ms >= SLOW, rest };
    case "failed":
      return { kind: "failed", failure: view.failure, rest };
    case "no-view":
      if (view.because === "this-side" || view.because === "stopped") return { kind: "this-side", rest: 0 };
      return { kind: "unseen", rest: Math.max(rest, TURNED_AWAY) };
  }
}
