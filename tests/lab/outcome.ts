import type { BrowserFamily } from "../../scripts/browsers/find.ts";
import type { Answer } from "../instruments/scenarios/expectation.ts";
import type { Access } from "./access.ts";
import type { LabCase } from "./lab-case.ts";

/** What the popup says, as its markup carries it; empty strings where it says nothing. */
export type Said = { scope: string; cause: string; subject: string };

/** What the extension showed for one case. */
export type Shown = Said & { badge: string };

export type Outcome = { labCase: LabCase; family: BrowserFamily; access: Access } & (
  | { result: "right" | "wrong"; shown: Shown; seconds: number; notes: string[]; trace: string }
  | { result: "broken"; problem: string }
  | { result: "skipped"; reason: string }
);

/** What the toolbar says for each scope, in an English browser. */
const BADGES: { [scope: string]: string } = { clear: "", local: "you", network: "net", site: "site", provider: "out", unclear: "?" };

/** Whether the popup gives one of the right answers and the badge says the same. */
export function isRight({ labCase, access, shown }: { labCase: LabCase; access: Access; shown: Shown }): boolean {
  return isAmong(labCase.accept[access], shown) && shown.badge === BADGES[shown.scope];
}

/** Whether this is one of these answers. */
export function isAmong(answers: readonly Answer[], said: Said): boolean {
  const allowed = (wanted: Answer["cause"], given: string) =>
    wanted === undefined || (wanted === null ? given === "" : typeof wanted === "string" ? wanted === given : wanted.includes(given));
  return answers.some(({ scope, cause, subject }) => scope === said.scope && allowed(cause, said.cause) && allowed(subject, said.subject));
}
