import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readFileSync, readlinkSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { scratchFolder } from "../../server/support/scratch-folder.ts";

const SCRIPT = fileURLToPath(new URL("../../../scripts/build/set-up.mjs", import.meta.url));
const OWN = `node-${process.platform}-${process.arch}`;

/** A project folder with the files that are named, each with its content. */
function project(files: { [path: string]: string }): string {
  const folder = scratchFolder();
  cpSync(SCRIPT, join(folder, "set-up.mjs"));
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content, { mode: 0o755 });
  }
  return folder;
}

function setUp(folder: string, event = "precheck") {
  const env = { PATH: process.env.PATH, npm_lifecycle_event: event };
  const { status, stderr } = spawnSync(process.execPath, ["set-up.mjs"], { cwd: folder, encoding: "utf8", env });
  return { status, problem: stderr.trim() };
}

/** Stands for WXT: notes that it was asked. */
const WXT = { "node_modules/wxt/bin/wxt.mjs": 'import { appendFileSync } from "node:fs"; appendFileSync("asked", process.argv[2] + ";");' };
const askedIn = (folder: string) => (existsSync(join(folder, "asked")) ? readFileSync(join(folder, "asked"), "utf8") : "");

describe.skipIf(process.platform === "win32")("what npm runs after npm ci, and before start, check and test", () => {
  test("links the Node of this platform where npm 10 has left the link out", () => {
    const folder = project({});
    mkdirSync(join(folder, `node_modules/${OWN}/bin`), { recursive: true });
    symlinkSync(process.execPath, join(folder, `node_modules/${OWN}/bin/node`));
    expect(setUp(folder)).toEqual({ status: 0, problem: "" });
    expect(readlinkSync(join(folder, "node_modules/.bin/node"))).toBe(`../${OWN}/bin/node`);
    expect(setUp(folder)).toEqual({ status: 0, problem: "" });
  });

  test("says what to do where there is no Node 24", () => {
    const folder = project({ "node_modules/.bin/node": "#!/bin/sh\necho v20.20.2\n" });
    expect(setUp(folder)).toMatchObject({
      status: 1,
      problem: expect.stringMatching(/^Node 24 is needed\..*\n.*put Node 24 on your PATH\.$/),
    });
  });

  test("lets WXT write its types: always after npm ci, else only where they are missing", () => {
    const folder = project(WXT);
    expect(setUp(folder)).toEqual({ status: 0, problem: "" });
    expect(askedIn(folder)).toBe("prepare;");
    mkdirSync(join(folder, ".wxt"));
    writeFileSync(join(folder, ".wxt/tsconfig.json"), "{}");
    setUp(folder);
    expect(askedIn(folder)).toBe("prepare;");
    setUp(folder, "postinstall");
    expect(askedIn(folder)).toBe("prepare;prepare;");
  });

  test("asks for no WXT where only the server was installed", () => {
    expect(setUp(project({}), "postinstall")).toEqual({ status: 0, problem: "" });
  });
});
