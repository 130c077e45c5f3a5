import { takeSnapshot } from "../core/diagnosis/health/snapshot.ts";
import { writeTrace } from "../core/trace/write.ts";
import type { Engine } from "./engine.ts";
import type { Parts } from "./parts.ts";

/** The events of the last minutes as the text of a trace. @param pseudonyms in place of all real names and addresses */
export async function traceText(engine: Engine, { traceLog, learned, knowledge }: Parts, pseudonyms: boolean): Promise<string> {
  const events = await traceLog.events();
  const hosts = events.flatMap((event) => ("target" in event ? (event.target.host ?? []) : []));
  await learned.load([...new Set(hosts)]);
  const now = Date.now();
  const name = `saved ${new Date(now).toISOString()}`;
  return writeTrace({ name, events, snapshot: takeSnapshot(engine.world(), now), knowledge: knowledge.knowledge, pseudonyms });
}
