import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { beforeAll, expect, test } from "vitest";
import { inFamily } from "../../instruments/browser/in-family.ts";
import { unshareCommand, whyNoCable } from "../../lab/cable.ts";
import type { TwoWaysLine } from "./two-ways.ts";

const reason = whyNoCable();
if (reason !== null) console.warn(`skipped: a server and a browser with ways of their own: ${reason}`);

inFamily("a server with another way to the sites than the browser", (found) => {
  let said: TwoWaysLine[] = [];

  beforeAll(async () => {
    if (reason !== null || found === null) return;
    const [command = "", ...words] = unshareCommand();
    const file = fileURLToPath(new URL("two-ways.ts", import.meta.url));
    const child = spawn(command, [...words, process.execPath, file, JSON.stringify({ found })], { stdio: ["ignore", "pipe", "pipe"] });
    let errors = "";
    child.stderr.on("data", (chunk) => {
      errors += chunk;
    });
    const ended = new Promise<number | null>((resolve) => child.once("exit", resolve));
    const lines: TwoWaysLine[] = [];
    for await (const line of createInterface({ input: child.stdout })) if (line.startsWith("{")) lines.push(JSON.parse(line));
    const status = await ended;
    if (status !== 0) throw new Error(`the process in its own network ended with ${status}: ${errors.slice(-1000)}`);
    said = lines;
  });

  const at = (step: TwoWaysLine["step"]) => said.find((one) => one.step === step);

  test.skipIf(reason !== null)("says that the site answers from there, where only the browser's way to it is cut", () => {
    expect(at("browser is cut")?.offer).toContain("example.com answers from Frankfurt (");
    expect(at("browser is cut")?.headline).toContain("works for others");
  });

  test.skipIf(reason !== null)("accuses nobody where the server's own way is cut, also of a site that fails here", () => {
    expect(at("server is cut")?.offer).toContain("The measuring server takes no questions now");
    expect(at("server is cut")?.offer).not.toContain("either");
    expect(at("server is cut")?.headline).not.toContain("It's not just you");
  });
});
