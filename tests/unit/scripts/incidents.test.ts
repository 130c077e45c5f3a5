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

  test("reads a payload in the moment that is asked for", () => {
    const open = (moment: string) => {
      const { stdout } = run("playstation", `${PAYLOADS}playstation/scea.json`, "--as-of", moment);
      return (JSON.parse(stdout).incidents as { status: string }[]).filter(({ status }) => status !== "resolved").length;
    };
    expect(open("2026-09-30T12:00:00Z")).toBe(2);
    const plan = `${PAYLOADS}vultr/regions.json`;
    const told = (moment: string) => JSON.parse(run("vultr", plan, "--as-of", moment).stdout).incidents.length;
    expect([told("2026-10-01T12:00:00Z"), told("2026-10-09T12:00:00Z")]).toEqual([2, 3]);
  });

  test("reads a payload in its own newest moment otherwise, whenever it is run", () => {
    const { stdout } = run("rss", `${PAYLOADS}rss/ibm.rss`);
    expect(JSON.parse(stdout).incidents).toMatchObject([{ status: "investigating" }, { status: "resolved" }]);
  });

  test.each(["yesterday", "2026-13-45", "1790841600", "3026-01-01", ""])(
    "refuses the moment %j in one line that says what is expected",
    (moment) => {
      const { status, stdout, stderr } = run("rss", `${PAYLOADS}rss/ibm.rss`, `--as-of=${moment}`);
      expect({ status, stdout, lines: stderr.trim().split("\n").length }).toEqual({ status: 2, stdout: "", lines: 1 });
      expect(stderr).toContain("2026-09-20T03:10:00Z");
    },
  );

  test("gives no official address where nobody knows the page", () => {
    const { stdout } = run("status-io", `${PAYLOADS}status-io/one-place.json`);
    expect(JSON.parse(stdout).incidents[0].official.url).toBeNull();
  });

  test("says how it is used when words are missing", () => {
    expect(run("slack")).toMatchObject({ status: 2, stderr: expect.stringContaining("Usage") });
  });
});
