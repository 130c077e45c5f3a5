import { onTestFinished } from "vitest";
import type { Described } from "../../instruments/loopback/described-internet.ts";
import { type ServerProcess, startProcess } from "./server-process.ts";

/**
 * Runs a server process that is a vantage and asks the hosts of a small internet.
 * @param names what its own name server answers, where that differs from what others hear
 */
export async function startVantage(
  described: Described,
  flags: string[],
  id = "fra",
  names: Described["names"] = {},
  atEnd: (clean: () => void) => void = onTestFinished,
): Promise<ServerProcess> {
  const environment = { SMALL_INTERNET: JSON.stringify({ ...described, names: { ...described.names, ...names } }) };
  const asVantage = ["--vantage", id, "--country", "DE", "--contact", "https://feed.example.org/about"];
  const program = [process.execPath, "tests/server/support/server-with-small-internet.ts"];
  return await startProcess(["--sources", "none", ...asVantage, ...flags], atEnd, program, undefined, environment);
}

export type Asked = { status: number; body: { host?: string; views?: Record<string, unknown>[]; error?: string }; headers: Headers };

/** Asks a server about a host as an extension does. */
export async function askAbout(url: string, host: unknown, headers: { [name: string]: string } = {}): Promise<Asked> {
  return await askRaw(url, JSON.stringify({ host }), headers);
}

export async function askRaw(url: string, body: BodyInit, headers: { [name: string]: string } = {}): Promise<Asked> {
  const reply = await fetch(`${url}/v2/ask`, { method: "POST", body, headers: { "Content-Type": "text/plain", ...headers } });
  return { status: reply.status, body: (await reply.json()) as Asked["body"], headers: reply.headers };
}
