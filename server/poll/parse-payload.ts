import { parentPort } from "node:worker_threads";
import { LINKED_PAGES, SOURCES } from "../../utils/core/status-pages/all-sources.ts";
import { adapterFor } from "../../utils/core/status-pages/formats.ts";
import { identifySource } from "../../utils/core/status-pages/identify-source.ts";
import type { Reading } from "../../utils/core/status-pages/parsing/adapter.ts";
import { capReading } from "./cap-reading.ts";
import type { Said, Task } from "./payload-reading.ts";

/** Parses one payload. A format that is not known gives what a payload of another format gives. */
export function parsePayload({ format, bytes, source, whole }: Task): Reading {
  const context = "unknownAt" in source ? identifySource(format, bytes, [...SOURCES, ...LINKED_PAGES], source.unknownAt) : source;
  const reading = adapterFor(format)?.read(bytes, context) ?? { parsed: false, incidents: [], unknown: [] };
  return whole ? reading : capReading(reading);
}

/** Parses, in a thread of its own, what the main thread sends, one payload after the other. */
export function serve(parse: (task: Task) => Reading): void {
  const say = (said: Said) => parentPort?.postMessage(said);
  parentPort?.on("message", (task: Task) => say({ said: "read", reading: parse(task) }));
  say({ said: "ready" });
}
