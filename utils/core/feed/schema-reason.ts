import * as v from "valibot";
import { sanitizeText } from "../net/sanitize.ts";

/** The reason of a refusal is shown to people and quotes the refused value, which may be long. In UTF-16 code units; judged. */
const MAX_REASON_LENGTH = 200;

/** Why a schema refuses a document: its first wrong field. Safe to show. */
export function reasonOf(issue: v.BaseIssue<unknown>): string {
  return sanitizeText(`${v.getDotPath(issue) ?? "document"}: ${issue.message}`.slice(0, MAX_REASON_LENGTH));
}
