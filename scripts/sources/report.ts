import { type Answer, type Check, mainAnswer, type Outcome } from "../../server/poll/check-source.ts";
import type { BadSince } from "./bad-since.ts";
import type { SourceReport } from "./source-report.ts";

/** @param since since when each source has not been understood, by its id */
export function reportOf(check: Check, since: BadSince): SourceReport {
  const { source } = check;
  const [first] = check.answers;
  const answer = mainAnswer(check);
  if (answer === undefined || first === undefined) throw new Error(`${source.id} was not asked`);
  const answered = source.answered ?? null;
  return {
    ...{ source: source.id, format: answer.address.format, address: answer.address.url, page: source.page, outcome: answer.outcome },
    ...{ isFirst: answer === first, detail: first.detail, target: first.target },
    ...{ age: answer.age, open: answer.open, unknown: answer.unknown, answered },
    advice: adviceOn(answer, first, answered),
    since: since[source.id] ?? null,
  };
}

function adviceOn(answer: Answer, first: Answer, answered: string | null): string {
  if (answer !== first)
    return `the first address is ${first.outcome}: make ${answer.address.url} the first, or mend it. ${ADVICE[first.outcome]}`;
  if (answer.outcome === "understood" && answered === null) return "read for the first time: note the month in its table";
  return ADVICE[answer.outcome];
}

const ADVICE: { [outcome in Outcome]: string } = {
  understood: "",
  "unknown-words": "look the words up in the vendor's documentation, and add them to the format's table of words",
  "other-format":
    "open the page: has it moved to another platform, or is this a log-in or a challenge? Change the format, or link the page only",
  blocked: "programs are turned away: respect it. Give a second address that the vendor offers, or link the page only",
  gone: "look on the page for the new address; where there is none, link the page only",
  moved: "is the target the vendor's own? Then change the address; else link the page only",
  failing: "wait a day: the page reports an error of its own",
  unreachable: "wait a day; then look whether the name still exists",
  slow: "wait a day; then give a smaller address, such as the feed of the page",
  "too-large": "give a smaller address, such as the list of open incidents",
  misbehaving: "look at what it sends: npm run sources -- --check --only ID --save FOLDER",
};
