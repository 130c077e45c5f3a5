import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { FORMATS } from "../../../utils/core/status-pages/format-names.ts";

const SCRIPT = fileURLToPath(new URL("../../../scripts/incidents.ts", import.meta.url));
const PAYLOADS = fileURLToPath(new URL("../status-pages/payloads/", import.meta.url));

function run(...words: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [SCRIPT, ...words], { encoding: "utf8" });
  return { status, stdout, stderr };
}

describe("npm run incidents", () => {
  test("prints what a payload tells as one line of JSON", () => {
    const { status, stdout, stderr } = run("statuspage", `${PAYLOADS}statuspage/cloudflare-cities.json`);
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    expect(stdout.split("\n")).toHaveLength(2);
    expect(JSON.parse(stdout)).toMatchObject({ ok: true, unknown: [], incidents: [{ provider: "cloudflare", region: "ams" }] });
  });

  test("says that a payload is not of the format, which is no error of the command", () => {
    const { status, stdout } = run("aws-health", `${PAYLOADS}stripe/up.json`);
    expect({ status, answer: JSON.parse(stdout) }).toEqual({ status: 0, answer: { ok: false, incidents: [], unknown: [] } });
  });

  test("refuses a file that cannot be read, in one line", () => {
    const { status, stdout, stderr } = run("slack", "/nowhere/at/all");
    expect({ status, stdout, lines: stderr.trim().split("\n").length }).toEqual({ status: 2, stdout: "", lines: 1 });
    expect(stderr).toContain("/nowhere/at/all");
  });

  test("refuses a format it does not know, and lists those it does", () => {
    const { status, stderr } = run("cstate", `${PAYLOADS}stripe/up.json`);
    expect({ status, lines: stderr.trim().split("\n").length }).toEqual({ status: 2, lines: 1 });
    for (const format of FORMATS) expect(stderr).toContain(format);
  });

  test("says how it is used when words are missing", () => {
    expect(run("slack")).toMatchObject({ status: 2, stderr: expect.stringContaining("Usage") });
  });
});
