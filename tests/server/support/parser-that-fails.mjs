/** A thread that parses payloads, and does at a word in them what no parser is proven never to do. */
import { parsePayload, serve } from "../../../server/poll/parse-payload.ts";

serve((task) => {
  const text = Buffer.from(task.bytes).toString();
  while (text.includes("hang for ever")) {}
  for (const held = []; text.includes("take all memory"); ) held.push(Array.from({ length: 10_000 }, (_, index) => `${index}`));
  if (text.includes("break down")) throw new Error("a bug");
  return parsePayload(task);
});
