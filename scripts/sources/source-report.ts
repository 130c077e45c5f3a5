import type { Outcome } from "../../server/poll/check-source.ts";

/** What a check found of one source, as `--json` prints it, and as the job that opens issues reads it. */
export type SourceReport = {
  source: string;
  format: string;
  /** The address that was understood, else the first one. */
  address: string;
  page: string;
  outcome: Outcome;
  /** Whether the first address is the one that was understood. */
  isFirst: boolean;
  /** What went wrong at the first address; "" where nothing did. It can have words of the source. */
  detail: string;
  /** Where the first address leads, when it leads elsewhere. */
  target: string | null;
  /** Milliseconds since the newest incident changed; null where none is listed. */
  age: number | null;
  /** Open incidents, without planned work. */
  open: number;
  unknown: string[];
  /** The month in which the address is known to have answered; null where nobody is known to have read it. */
  answered: string | null;
  /** What a maintainer should do; "" for nothing. */
  advice: string;
  /** Since when it has not been understood, ISO time; null while it is, and where no earlier state is known. */
  since: string | null;
};

/** Whether a source is as it should be. */
export function isGood({ outcome }: Pick<SourceReport, "outcome">): boolean {
  return outcome === "understood";
}
