import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { writeNetworkRanges } from "../../server/reports/network-ranges.ts";
import { NOWHERE } from "../../server/reports/network-table.ts";
import { scratchFolder } from "./support/scratch-folder.ts";
import { startProcess, until } from "./support/server-process.ts";

test("a server tells whoever asks their own network and country, and lets no cache keep it", async () => {
  const folder = scratchFolder();
  const networks = join(folder, "networks.bin");
  const spain = { start: 0x7f_05_00_00, asn: 3352, country: "ES" };
  const elsewhere = { start: 0x7f_06_00_00, asn: 64500, country: null };
  writeFileSync(networks, writeNetworkRanges([{ start: 0, ...NOWHERE }, spain, elsewhere], [{ start: 0n, ...NOWHERE }]));
  const told = await startProcess(["--data", folder, "--sources", "none", "--networks", networks, "--proxies", "1"]);
  const ask = (path: string, from: string) => fetch(`${told.url}${path}`, { headers: { "X-Forwarded-For": from } });
  for (const path of ["/v2/reachable", "/v2/head"]) {
    const { headers } = await until(async () => {
      const reply = await ask(path, "127.5.1.1");
      return reply.ok ? reply : null;
    });
    expect(headers.get("x-your-network")).toBe("3352 ES");
    expect(headers.get("cache-control")).toBe("no-store");
    expect(headers.get("access-control-expose-headers")).toBe("Date, X-Your-Network");
    for (const unknown of ["127.9.1.1", "127.4.1.1", "::1"]) {
      const others = (await ask(path, unknown)).headers;
      expect(others.get("x-your-network")).toBeNull();
      expect(others.get("cache-control")).toBe(path === "/v2/head" ? "public, max-age=30" : "no-store");
    }
  }
  const untold = await startProcess(["--data", scratchFolder(), "--sources", "none"]);
  expect((await fetch(`${untold.url}/v2/reachable`)).headers.get("x-your-network")).toBeNull();
});
