import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** Writes an extension that blocks everything of one host, as blockers do, and returns its folder. */
export function makeBlocker(within: string, host: string): string {
  const folder = mkdtempSync(join(within, "blocker-"));
  mkdirSync(folder, { recursive: true });
  const manifest = {
    manifest_version: 3,
    name: `Blocker of ${host}`,
    version: "1.0",
    permissions: ["declarativeNetRequest"],
    declarative_net_request: { rule_resources: [{ id: "rules", enabled: true, path: "rules.json" }] },
    browser_specific_settings: { gecko: { id: `blocker-of-${host}@lab.example` } },
  };
  const rule = {
    id: 1,
    action: { type: "block" },
    condition: { requestDomains: [host], resourceTypes: ["main_frame", "sub_frame", "xmlhttprequest", "script", "image"] },
  };
  writeFileSync(join(folder, "manifest.json"), JSON.stringify(manifest));
  writeFileSync(join(folder, "rules.json"), JSON.stringify([rule]));
  return folder;
}
