import { parentPort } from "node:worker_threads";
import { adapterFor } from "../../utils/core/status-pages/formats.ts";
import type { Reading, SourceContext } from "../../utils/core/status-pages/parsing/adapter.ts";
import { capReading } from "./cap-reading.ts";
import type { Said, Task } from "./payload-reading.ts";

/** Parses one payload. A format that is not known gives what a payload of another format gives. */
export async function parsePayload({ format, bytes, source, whole }: Task): Promise<Reading> {
  const context = "unknownAt" in source ? await identified(format, bytes, source.unknownAt) : source;
  const reading = adapterFor(format)?.read(bytes, context) ?? { parsed: false, incidents: [], unknown: [] };
  return whole ? reading : capReading(reading, context.now);
}

/** Loads the list of sources only where a saved payload is read: the feed server's thread starts often, and knows whose payload it gets. */
async function identified(format: string, bytes: Uint8Array, now: number): Promise<SourceContext> {
  const { identifySource } = await import("../../utils/core/status-pages/identify-source.ts");
  const { LINKED_PAGES, SOURCES } = await import("../../utils/core/status-pages/all-sources.ts");
  return identifySource(format, bytes, [...SOURCES, ...LINKED_PAGES], now);
}

/** Parses, in a thread of its own, what the main thread sends, which waits for each answer. */
export function serve(parse: (task: Task) => Promise<Reading>): void {
  const say = (said: Said) => parentPort?.postMessage(said);
  parentPort?.on("message", async (task: Task) => say({ said: "read", reading: await parse(task) }));
  say({ said: "ready" });
}
