import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { ExtensionBrowser } from "../../scripts/browsers/extension-browser.ts";

const RECORDED = "recordedNotifications";

type Notice = { title: string; message: string };

/**
 * Makes a built extension record its notifications, which no browser shows to a test. The right to them is given at
 * installation: a headless browser has nobody who could give it later.
 */
export function recordNotifications(folder: string): void {
  const manifestFile = join(folder, "manifest.json");
  const manifest = JSON.parse(readFileSync(manifestFile, "utf8"));
  const without = (permissions: string[]) => permissions.filter((one) => one !== "notifications");
  manifest.permissions = [...without(manifest.permissions), "notifications"];
  manifest.optional_permissions = without(manifest.optional_permissions);
  writeFileSync(manifestFile, JSON.stringify(manifest));
  const background = join(folder, "background.js");
  writeFileSync(background, `${RECORDER}\n${readFileSync(background, "utf8")}`);
}

const RECORDER = `{
  const { notifications, storage } = globalThis.browser ?? globalThis.chrome;
  const create = notifications.create.bind(notifications);
  notifications.create = (id, { title, message }, ...rest) => {
    void storage.local.get("${RECORDED}").then(({ ${RECORDED}: recorded = [] }) => storage.local.set({ ${RECORDED}: [...recorded, { title, message }] }));
    return create(id, { title, message, type: "basic", iconUrl: "/icon/clear-128.png" }, ...rest);
  };
}`;

export async function recordedNotifications(browser: ExtensionBrowser): Promise<Notice[]> {
  return (await browser.inExtension<{ [RECORDED]?: Notice[] }>(`browser.storage.local.get("${RECORDED}")`))[RECORDED] ?? [];
}
