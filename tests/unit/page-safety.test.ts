import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import type { ConfigEnv } from "wxt";
import config from "../../wxt.config.ts";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
/** Everything that makes markup or code of a text. */
const TEXT_AS_CODE =
  /innerHTML|outerHTML|insertAdjacentHTML|setHTML|dangerouslySetInnerHTML|document\.write|createContextualFragment|srcdoc|\beval\(|new Function\b|javascript:/;

function filesUnder(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(?:tsx?|html)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
}

async function policyFor(browser: string): Promise<Map<string, string[]>> {
  const { manifest } = config;
  if (typeof manifest !== "function") throw new Error("the manifest is made by a function of the browser");
  const { content_security_policy: policy } = await manifest({
    browser,
    mode: "production",
    command: "build",
    manifestVersion: 3,
  } as ConfigEnv);
  const pages = typeof policy === "object" ? (policy.extension_pages ?? "") : "";
  return new Map(
    pages
      .split(";")
      .map((part) => part.trim().split(/\s+/))
      .map(([name = "", ...sources]) => [name, sources]),
  );
}

describe("the extension's pages", () => {
  test.each(["chrome", "firefox"])("may run and load in %s nothing but their own files", async (browser) => {
    const policy = await policyFor(browser);
    expect(policy.get("default-src")).toEqual(["'self'"]);
    expect(policy.get("object-src")).toEqual(["'none'"]);
    expect(policy.get("base-uri")).toEqual(["'none'"]);
    // What is not named follows default-src; only what `fetch` may ask is wider.
    expect([...policy.keys()].toSorted()).toEqual(["base-uri", "connect-src", "default-src", "form-action", "object-src"]);
  });

  test.each(["entrypoints", "components", "utils"])("have nothing in %s that makes markup or code of a text", (folder) => {
    const files = filesUnder(folder);
    expect(files.length).toBeGreaterThan(5);
    expect(files.filter((file) => TEXT_AS_CODE.test(readFileSync(file, "utf8")))).toEqual([]);
  });

  test("have no script and no style within their markup", () => {
    for (const file of filesUnder("entrypoints").filter((name) => name.endsWith(".html")))
      expect(readFileSync(file, "utf8"), file).not.toMatch(/<script(?![^>]*\bsrc=)|<style|\son\w+=|\sstyle=/i);
  });
});
