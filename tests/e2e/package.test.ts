import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { buildExtension } from "../../scripts/build-extension.ts";

type Lint = { summary: { errors: number }; errors: { code: string; message: string; file: string }[] };

describe("the production build for Firefox", () => {
  let folder = "";
  beforeAll(() => {
    folder = buildExtension({ family: "firefox", purpose: "e2e" });
  });

  test("has no error in Mozilla's own lint", () => {
    const command = ["node_modules/web-ext/bin/web-ext.js", "lint", "--source-dir", folder, "--output", "json", "--no-config-discovery"];
    const { stdout } = spawnSync(process.execPath, command, { encoding: "utf8" });
    const lint = JSON.parse(stdout) as Lint;
    expect(lint.errors).toEqual([]);
    expect(lint.summary.errors).toBe(0);
  });

  test("asks for no more at installation than it needs", () => {
    const manifest = JSON.parse(readFileSync(join(folder, "manifest.json"), "utf8"));
    expect(manifest.permissions.toSorted()).toEqual(["alarms", "contextMenus", "storage", "webNavigation", "webRequest"]);
    expect(manifest.host_permissions ?? []).toEqual([]);
    expect(manifest.optional_host_permissions).toEqual(["<all_urls>"]);
    expect(manifest.incognito).toBe("not_allowed");
  });
});
