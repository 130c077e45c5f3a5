import { open } from "node:fs/promises";
import { type BadLine, readHostList } from "../answers/host-list.ts";
import { UsageError } from "../support/flags.ts";

/** Bytes: some 300,000 names. Judged. */
const LARGEST = 8 * 1024 * 1024;
/** Bad lines that are named; the others are counted. Judged. */
const NAMED = 20;

/** Reads the hosts of a file, or of standard input for `-`. @throws UsageError that names each bad line, or says why there is no list */
export async function readHosts(place: string): Promise<string[]> {
  const name = place === "-" ? "standard input" : place;
  const bytes = await readWhole(place, name);
  if (bytes.includes(0)) throw new UsageError(`${name} is not a text: a host a line is expected`);
  const { hosts, bad } = readHostList(new TextDecoder().decode(bytes));
  if (bad.length > 0) throw new UsageError(badLines(name, bad));
  if (hosts.length === 0) throw new UsageError(`${name} names no host`);
  return hosts;
}

async function readWhole(place: string, name: string): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let size = 0;
  try {
    const input: AsyncIterable<Uint8Array> = place === "-" ? process.stdin : (await open(place)).createReadStream();
    for await (const part of input) {
      size += part.length;
      if (size > LARGEST) throw new UsageError(`${name} is larger than ${LARGEST / 1024 / 1024} MiB`);
      parts.push(part);
    }
  } catch (problem) {
    if (problem instanceof UsageError) throw problem;
    throw new UsageError(`${name} cannot be read: ${reasonOf(problem)}`);
  }
  return Buffer.concat(parts);
}

const REASONS: { [code: string]: string } = {
  ENOENT: "there is no such file",
  EISDIR: "it is a folder",
  EACCES: "it is not allowed",
};

function reasonOf(problem: unknown): string {
  const code = (problem as NodeJS.ErrnoException).code ?? "";
  return REASONS[code] ?? code;
}

function badLines(name: string, bad: readonly BadLine[]): string {
  const named = bad.slice(0, NAMED).map(({ line, text, reason }) => `${name}, line ${line}: "${text}": ${reason}`);
  return bad.length > NAMED ? [...named, `and ${bad.length - NAMED} more`].join("\n") : named.join("\n");
}
