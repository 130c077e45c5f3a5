import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { buildExtension } from "../../scripts/browsers/build-extension.ts";
import { readThirdParty } from "../../scripts/build/third-party.ts";
import { makeZips } from "../../scripts/package/make-zips.ts";
import { rebuild } from "../../scripts/package/rebuild.ts";

type Lint = { summary: { errors: number }; errors: { code: string; message: string; file: string }[] };

test("the sources that reviewers get build the very bytes that the store gets", () => {
  const folder = mkdtempSync(join(tmpdir(), "not-just-me-package-"));
  try {
    const { files, different } = rebuild(makeZips(folder), "here");
    expect(different).toEqual([]);
    expect(files).toBeGreaterThan(30);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

test("the build contains code of the packages that third-party.md names, and of no others", () => {
  const folder = mkdtempSync(join(tmpdir(), "not-just-me-parts-"));
  try {
    const script = `import { build } from "wxt";
      await build({ browser: "firefox", outDir: ${JSON.stringify(folder)}, vite: () => ({ build: { sourcemap: true } }) });`;
    spawnSync(process.execPath, ["--input-type=module", "--eval", script], { env: { ...process.env, NODE_ENV: "production" } });
    const maps = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".map"));
    const sources = maps.flatMap((name) => JSON.parse(readFileSync(join(folder, name), "utf8")).sources as string[]);
    const found = sources.flatMap((source) => /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(source)?.[1] ?? []);
    const named = readThirdParty(readFileSync("scripts/package/third-party.md", "utf8")).filter(
      ({ under }) => under === "In the extension",
    );
    // Of tldts there is no code, but the list that it carries; what the bundler adds belongs to no module.
    expect([...new Set([...found, "tldts", "rolldown"])].toSorted()).toEqual(named.map(({ name }) => name).toSorted());
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

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
