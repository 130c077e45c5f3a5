import { browser } from "#imports";
import type { SettingsData } from "../components/settings.tsx";
import { feedSetting, ownFeed } from "./feed-settings.ts";
import { historyDays } from "./history.ts";
import { linkMenu } from "./link-menu.ts";
import { readMutes } from "./mute-list.ts";
import { notificationSettings } from "./notification-settings.ts";
import { mayNotify } from "./notifications.ts";
import { currentAccess } from "./permissions.ts";
import { reportingChoice } from "./reporting-choice.ts";

/** Reads what the settings page shows. */
export async function readSettings(): Promise<Omit<SettingsData, "done">> {
  const [access, setting, own, reporting, days, notifications, allowed, mutes, shortcuts] = await Promise.all([
    currentAccess(),
    feedSetting(),
    ownFeed(),
    reportingChoice(),
    historyDays(),
    notificationSettings(),
    mayNotify(),
    readMutes(),
    readShortcuts(),
  ]);
  const feed = setting === null ? null : { from: own === null ? ("build" as const) : ("person" as const), mirrors: setting.mirrors };
  return { access, feed, reporting, historyDays: days, notifications: { ...notifications, allowed }, mutes, shortcuts };
}

/** What this browser has beside the toolbar: a phone has none of it. */
async function readShortcuts(): Promise<SettingsData["shortcuts"]> {
  const commands = (await browser.commands?.getAll()) ?? null;
  return {
    keys: commands === null ? null : (commands.find(({ name }) => name === "_execute_action")?.shortcut ?? ""),
    linkMenu: browser.contextMenus === undefined ? null : await linkMenu(),
    addressBar: browser.omnibox === undefined ? null : (browser.runtime.getManifest().omnibox?.keyword ?? null),
  };
}

/** Calls back when a setting changed, here or in another window. */
export function watchSettings(onChange: () => void): void {
  browser.storage.local.onChanged.addListener(onChange);
}
