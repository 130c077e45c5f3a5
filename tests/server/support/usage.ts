import { existsSync, readdirSync, readFileSync } from "node:fs";
import type { ServerProcess } from "./server-process.ts";

export type Usage = {
  /** Open files, connections among them. */
  files: number;
  /** Megabytes, now and at most so far. */
  memory: number;
  peak: number;
};

/** Memory of a process; null if the system does not report it. */
export function usageOf({ child }: ServerProcess): Usage | null {
  const folder = `/proc/${child.pid}`;
  if (!existsSync(folder)) return null;
  const status = readFileSync(`${folder}/status`, "utf8");
  const megabytes = (name: string) => Number(new RegExp(`^${name}:\\s+(\\d+) kB$`, "m").exec(status)?.[1]) / 1000;
  return { files: readdirSync(`${folder}/fd`).length, memory: megabytes("VmRSS"), peak: megabytes("VmHWM") };
}
