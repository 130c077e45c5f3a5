import { z } from "zod";
import type { Knowledge } from "../answers/knowledge.ts";
import type { FeedReading } from "../answers/read-feed.ts";
import { feedSentence } from "../answers/sentences.ts";
import { readQuery } from "../where/read-query.ts";
import { quotedName } from "./vendor-text.ts";

/** `reason`: why there is no answer, for the model that asked. */
type Result<Structured> = { ok: true; text: string; structured: Structured } | { ok: false; reason: string };

/** A tool: its words and schemas, and what it does. `now`: milliseconds of the epoch. */
export type Tool<Input extends z.ZodRawShape, Output extends z.ZodRawShape> = {
  name: string;
  title: string;
  description: string;
  inputSchema: Input;
  outputSchema: Output;
  run(
    input: z.infer<z.ZodObject<Input>>,
    know: (hosts: readonly string[]) => Promise<Knowledge>,
    now: number,
  ): Promise<Result<z.infer<z.ZodObject<Output>>>>;
};

/** How current an answer is. */
export const asOf = z.object({
  state: z.enum(["fresh", "kept", "stale", "none"]).describe("fresh: of the last minutes; kept: an older copy that still counts"),
  issued: z.string().nullable(),
  ageSeconds: z.number().nullable(),
});

export function toAsOf({ status }: FeedReading): z.infer<typeof asOf> {
  const { state, issued, ageSeconds } = status;
  return { state, issued, ageSeconds };
}

/** Why nothing can be said. */
export function noFeed({ status }: FeedReading, now: number): string {
  return `It is not known: ${feedSentence(status, now)} Do not conclude that there is no outage.`;
}

/** The hosts that were given: names, addresses or URLs. */
export function readHosts(words: readonly string[]): { ok: true; hosts: string[] } | { ok: false; reason: string } {
  const hosts: string[] = [];
  for (const word of words) {
    const query = readQuery(word);
    if ("error" in query) return { ok: false, reason: `${quotedName(word)}: ${query.error}` };
    hosts.push(query.host);
  }
  return { ok: true, hosts };
}
