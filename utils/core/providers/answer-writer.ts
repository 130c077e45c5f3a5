import { ANSWER_WRITERS } from "./answer-writer-table.ts";
import { edgeOfStatus } from "./edge-status.ts";
import { edgeOfHeaders, type ResponseHeader } from "./response-signature.ts";
import { isPlatform } from "./shared-edges.ts";

/** Who wrote an answer: the edge in front, what stands behind it, the platform about itself, or a check of the visitor. */
export type AnswerWriter = "edge" | "origin" | "platform" | "challenge";

type WriterRule = { writer: AnswerWriter | null; statuses: RegExp; header: string; value: RegExp | null };

function readRule(line: string): WriterRule {
  const [word = "-", statuses = "", header = "", ...pattern] = line.split(" ");
  return {
    writer: word === "-" ? null : (word as AnswerWriter),
    statuses: new RegExp(`^(?:${statuses})$`),
    header,
    value: pattern.length === 0 ? null : new RegExp(pattern.join(" "), "i"),
  };
}

// Parsed on the first failure, so that it costs nothing before.
let rules: WriterRule[] | undefined;

/**
 * Who wrote an answer that failed (a status of 400 or more), or a challenge of any status. Nothing of the headers is kept.
 *
 * Where no header tells of an edge, the question does not arise, and the answer is null: a program that fails by itself and one that
 * fails with the cloud's region under it write the same pages.
 * @param headers in the form of `webRequest`
 * @returns null where it is not known
 */
export function writerOfAnswer(status: number, headers: readonly ResponseHeader[]): AnswerWriter | null {
  rules ??= ANSWER_WRITERS.map(readRule);
  const failed = status >= 400;
  const rule = rules.find((each) => (failed || each.writer === "challenge") && each.statuses.test(String(status)) && isIn(headers, each));
  const writer = rule?.writer ?? null;
  if (!failed || writer === "challenge" || writer === "platform") return writer;
  // Cloudflare alone uses its statuses, for origins that it does not reach or understand.
  if (edgeOfStatus(status) !== null) return "origin";
  const front = edgeOfHeaders(headers);
  if (front === null) return null;
  // A platform signed it behind the edge, so the edge passed it on.
  return writer === "edge" && isPlatform(front) ? "origin" : writer;
}

function isIn(headers: readonly ResponseHeader[], { header, value }: WriterRule): boolean {
  return headers.some(({ name, value: said = "" }) => name.toLowerCase() === header && (value === null || value.test(said)));
}
