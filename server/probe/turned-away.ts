import type { IncomingMessage } from "node:http";
import { isRefusal } from "../../utils/core/net/classify-error.ts";
import { writerOfAnswer } from "../../utils/core/providers/answer-writer.ts";

/** Whether an answer turns a program away, or this visitor, or asks who that is: it says nothing of how the host is. */
export function turnsAway({ statusCode = 0, headersDistinct }: IncomingMessage): boolean {
  if (statusCode === 401 || isRefusal(statusCode)) return true;
  const headers = Object.entries(headersDistinct).map(([name, values = []]) => ({ name, value: values.join(", ") }));
  return writerOfAnswer(statusCode, headers) === "challenge";
}
