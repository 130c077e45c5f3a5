import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { ExtensionBrowser } from "../../scripts/browsers/extension-browser.ts";

const HEARD = "heardNotifications";

type Notice = { title: string; message: string };

/**
 * Has a built extension write down what it says in notifications, which no browser tells a test. The right to them is given at
 * installation: a headless browser has nobody who could give it later.
 */
export function hearNotifications(folder: string): void {
  const manifestFile = join(folder, "manifest.json");
  const manifest = JSON.parse(readFileSync(manifestFile, "utf8"));
  const without = (permissions: string[]) => permissions.filter((one) => one !== "notifications");
  manifest.permissions = [...without(manifest.permissions), "notifications"];
  manifest.optional_permissions = without(manifest.optional_permissions);
  writeFileSync(manifestFile, JSON.stringify(manifest));
  const background = join(folder, "background.js");
  writeFileSync(background, `${EAR}\n${readFileSync(background, "utf8")}`);
}

const EAR = `{
  const { notifications, storage } = globalThis.browser ?? globalThis.chrome;
  const create = notifications.create.bind(notifications);
  notifications.create = (id, { title, message }, ...rest) => {
    void storage.local.get("${HEARD}").then(({ ${HEARD}: heard = [] }) => storage.local.set({ ${HEARD}: [...heard, { title, message }] }));
    return create(id, { title, message, type: "basic", iconUrl: "/icon/clear-128.png" }, ...rest);
  };
}`;

export async function heardNotifications(browser: ExtensionBrowser): Promise<Notice[]> {
  return (await browser.inExtension<{ [HEARD]?: Notice[] }>(`browser.storage.local.get("${HEARD}")`))[HEARD] ?? [];
}
