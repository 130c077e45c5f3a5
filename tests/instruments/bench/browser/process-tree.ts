import { readdirSync, readFileSync } from "node:fs";

/** Linux describes every process under /proc; elsewhere nothing here can be measured. */
export const CAN_LOOK_INTO_PROCESSES = process.platform === "linux";
export const WHY_NOT = "processor time and memory of a browser are read from /proc, which only Linux has";

/** Clock ticks of /proc a second: 100 on every Linux that Node runs on. */
const TICKS = 100;

/** Processor time, in milliseconds, that a process and all it ever started have taken, those that have ended included. */
export function processorTime(root: number): number {
  let ticks = 0;
  // user and system time: of the process, and of its children that have ended and were waited for.
  for (const fields of treeOf(root).values()) for (const field of [11, 12, 13, 14]) ticks += Number(fields[field] ?? 0);
  return (ticks * 1000) / TICKS;
}

/** Memory of a process and all below it, shared pages counted once in all, in megabytes. */
export function memoryOf(root: number): number {
  let kilobytes = 0;
  for (const id of treeOf(root).keys()) {
    const found = /^Pss:\s+(\d+) kB/m.exec(read(`/proc/${id}/smaps_rollup`));
    kilobytes += Number(found?.[1] ?? 0);
  }
  return (kilobytes * 1024) / 1_000_000;
}

/** The most memory that one process has held so far, in megabytes. */
export function peakMemoryOf(id: number): number {
  return (Number(/^VmHWM:\s+(\d+) kB/m.exec(read(`/proc/${id}/status`))?.[1] ?? Number.NaN) * 1024) / 1_000_000;
}

/** What /proc/<id>/stat says after the name, by process: state, parent, … */
function treeOf(root: number): Map<number, string[]> {
  const all = new Map<number, string[]>();
  for (const name of readdirSync("/proc")) {
    if (!/^\d+$/.test(name)) continue;
    const stat = read(`/proc/${name}/stat`);
    // The name stands in parentheses and may contain anything.
    if (stat !== "") all.set(Number(name), stat.slice(stat.lastIndexOf(")") + 2).split(" "));
  }
  const tree = new Map<number, string[]>();
  const belongs = (id: number, fields: string[]) => id === root || tree.has(Number(fields[1]));
  for (let size = -1; size !== tree.size; ) {
    size = tree.size;
    for (const [id, fields] of all) if (!tree.has(id) && belongs(id, fields)) tree.set(id, fields);
  }
  return tree;
}

/** Empty for a process that has just ended. */
function read(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
}
