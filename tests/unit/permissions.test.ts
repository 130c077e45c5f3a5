import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import type { ConfigEnv, UserManifest } from "wxt";
import config from "../../wxt.config.ts";

const ELSEWHERE: { [browser: string]: string } = { chrome: "(Firefox)", firefox: "(Chrome and Edge)" };

/** The permissions that PERMISSIONS.md explains for a browser, a heading each, by when they are asked. */
function explained(browser: string): { install: string[]; later: string[]; data: boolean } {
  const text = readFileSync(fileURLToPath(new URL("../../PERMISSIONS.md", import.meta.url)), "utf8");
  const [before = "", after = ""] = text.split("## Asked later");
  const names = (part: string) =>
    [...part.matchAll(/^### `([^`]+)`(.*)\n.+/gm)]
      .filter(([, , only = ""]) => only.trim() !== ELSEWHERE[browser])
      .map(([, name = ""]) => name);
  return { install: names(before), later: names(after), data: /^### Data collection: browsing activity \(Firefox only\)$/m.test(after) };
}

async function manifestFor(browser: string): Promise<UserManifest> {
  const { manifest } = config;
  if (typeof manifest !== "function") throw new Error("the manifest is made by a function of the browser");
  return await manifest({ browser, mode: "production", command: "build", manifestVersion: 3 } as ConfigEnv);
}

describe.each(["chrome", "firefox"])("PERMISSIONS.md and the manifest for %s", (browser) => {
  test("name the same permissions at installation", async () => {
    const { permissions = [], host_permissions = [] } = await manifestFor(browser);
    expect([...permissions, ...host_permissions].sort()).toEqual(explained(browser).install.sort());
  });

  test("name the same permissions asked later", async () => {
    const { optional_permissions = [], optional_host_permissions = [] } = await manifestFor(browser);
    expect([...optional_permissions, ...optional_host_permissions].sort()).toEqual(explained(browser).later.sort());
  });
});

test("PERMISSIONS.md explains the data consent that Firefox asks for, and no other is in the manifest", async () => {
  expect(explained("firefox").data).toBe(true);
  expect((await manifestFor("firefox")).browser_specific_settings?.gecko?.data_collection_permissions).toEqual({
    required: ["none"],
    optional: ["browsingActivity"],
  });
});
