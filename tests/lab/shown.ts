import type { Answer } from "../instruments/scenarios/expectation.ts";

/** What the popup says, as its markup carries it; empty strings where it says nothing. */
export type Said = { scope: string; cause: string; subject: string };

/** What the extension showed for one case. */
export type Shown = Said & { badge: string };

/** Whether this is one of these answers. */
export function isAmong(answers: readonly Answer[], said: Said): boolean {
  const allowed = (wanted: Answer["cause"], given: string) =>
    wanted === undefined || (wanted === null ? given === "" : typeof wanted === "string" ? wanted === given : wanted.includes(given));
  return answers.some(({ scope, cause, subject }) => scope === said.scope && allowed(cause, said.cause) && allowed(subject, said.subject));
}
