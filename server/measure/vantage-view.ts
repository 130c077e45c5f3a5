import * as v from "valibot";
import { country } from "../../utils/core/feed/schema-parts.ts";
import { NEL_TYPES, type NelType } from "../../utils/core/net/failure.ts";
import { parseJson } from "../../utils/core/parse-json.ts";
import { isUnseen, type TargetRecord } from "./target-record.ts";

/** What one vantage has seen in its last round. Every target of its list that is not named answered. */
export type VantageView = {
  vantage: string;
  country: string | null;
  /** Number of the network that it stands in; null where that is not known. */
  asn: number | null;
  /** End of the round, milliseconds of the epoch. */
  at: number;
  /** SHA-256 of the list of targets that it asks, base64url. */
  targets: string;
  /** `rounds`: so many in a row. `since`: milliseconds of the epoch. */
  failing: FailingTarget[];
  unseen: string[];
};

export type FailingTarget = { target: string; failure: NelType; rounds: number; since: number };

/** What a vantage tells of all that it knows. */
export function namedTargets(records: ReadonlyMap<string, TargetRecord>, now: number): Pick<VantageView, "failing" | "unseen"> {
  const failing: FailingTarget[] = [];
  const unseen: string[] = [];
  for (const [target, record] of records) {
    if (isUnseen(record, now)) unseen.push(target);
    else if (record.failing !== null) {
      const { rounds, since, failure } = record.failing;
      failing.push({ target, failure, rounds, since });
    }
  }
  return { failing, unseen };
}

const whole = v.pipe(v.number(), v.safeInteger());
const schema = v.object({
  country: v.nullable(country),
  asn: v.nullable(whole),
  targets: v.string(),
  failing: v.array(v.object({ target: v.string(), failure: v.picklist(NEL_TYPES), rounds: whole, since: whole })),
  unseen: v.array(v.string()),
});

/** Writes what a view says besides whose and of when it is, as the store keeps it. */
export function writeVantageView({ country: where, asn, targets, failing, unseen }: VantageView): string {
  return JSON.stringify({ country: where, asn, targets, failing, unseen });
}

/** Reads what `writeVantageView` wrote; null for anything else, such as the view of a newer version. */
export function readVantageView(vantage: string, at: number, text: string): VantageView | null {
  const reading = v.safeParse(schema, parseJson(text));
  return reading.success ? { vantage, at, ...reading.output } : null;
}
