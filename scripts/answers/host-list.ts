import { readQuery } from "../where/read-query.ts";

/** A line that is no host. `line` counts from 1. */
export type BadLine = { line: number; text: string; reason: string };

export type HostList = { hosts: string[]; bad: BadLine[] };

/** The longest part of a bad line that is shown. In UTF-16 code units; judged. */
const SHOWN = 60;

/**
 * Reads a list of hosts: a name, an address or a URL a line, of which the host is kept. Empty lines and what follows `#` at the beginning
 * or after a space are left out, and so are hosts that stood there before.
 */
export function readHostList(text: string): HostList {
  const hosts = new Set<string>();
  const bad: BadLine[] = [];
  for (const [index, raw] of text
    .replace(/^\ufeff/, "")
    .split(/\r\n|\n|\r/)
    .entries()) {
    const line = raw.replace(/(?:^|\s)#.*$/, "").trim();
    if (line === "") continue;
    const read = /\s/.test(line) ? { error: "more than one word: one host a line is expected" } : readQuery(line);
    if ("host" in read) hosts.add(read.host);
    else bad.push({ line: index + 1, text: line.length > SHOWN ? `${line.slice(0, SHOWN)}…` : line, reason: read.error });
  }
  return { hosts: [...hosts], bad };
}
