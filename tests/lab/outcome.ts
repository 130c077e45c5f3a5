import type { BrowserFamily } from "../../scripts/browsers/find.ts";
import type { Access } from "./access.ts";
import type { LabCase } from "./lab-case.ts";
import { isAmong, type Shown } from "./shown.ts";

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
