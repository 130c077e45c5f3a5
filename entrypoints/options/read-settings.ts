import { browser } from "#imports";
import type { FeedSettingsData } from "../../components/settings/feed-settings.tsx";
import type { SettingsData } from "../../components/settings/settings.tsx";
import type { Shortcuts } from "../../components/settings/shortcut-setting.tsx";
import { mayNotify } from "../../utils/alerts/may-notify.ts";
import { linkMenu } from "../../utils/background/link-menu.ts";
import { currentAccess } from "../../utils/browser/permissions.ts";
import { askableMirrors } from "../../utils/feed/askable-mirrors.ts";
import { feedSettings } from "../../utils/feed/feed-settings.ts";
import { keptFeeds } from "../../utils/feed/feed-state.ts";
import { feedName, feedStatus } from "../../utils/feed/feed-statuses.ts";
import { reportingChoice } from "../../utils/pages/reporting-choice.ts";
import { onStorageChange, read } from "../../utils/storage/browser-storage.ts";
import { HISTORY_DAYS, MUTES, NOTIFICATIONS } from "../../utils/storage/keys.ts";

/** Reads what the settings page shows. */
export async function readSettings(): Promise<Omit<SettingsData, "done">> {
  const [access, feeds, reporting, days, notifications, allowed, mutes, shortcuts] = await Promise.all([
    currentAccess(),
    readFeeds(),
    reportingChoice(),
    read(HISTORY_DAYS),
    read(NOTIFICATIONS),
    mayNotify(),
    read(MUTES),
    readShortcuts(),
  ]);
  return { access, ...feeds, reporting, historyDays: days, notifications: { ...notifications, allowed }, mutes, shortcuts };
}

async function readFeeds(): Promise<FeedSettingsData> {
  const settings = await feedSettings();
  const now = Date.now();
  const { builtInOff, askStatusPages, askIsSet, askElsewhere, elsewhereIsSet } = settings;
  const feeds = await Promise.all(
    (await keptFeeds(settings)).map(async ({ setting, state }) => ({
      ...{ name: feedName(setting), rootKey: setting.rootKey, mirrors: setting.mirrors, from: setting.from },
      allowed: (await askableMirrors(setting.mirrors)).length === setting.mirrors.length,
      status: feedStatus(state, now),
    })),
  );
  return { feeds, builtInOff, askStatusPages, askIsSet, askElsewhere, elsewhereIsSet, now };
}

/** The ways beside the toolbar that this browser has; a phone has none. */
async function readShortcuts(): Promise<Shortcuts> {
  const commands = (await browser.commands?.getAll()) ?? null;
  return {
    keys: commands === null ? null : (commands.find(({ name }) => name === "_execute_action")?.shortcut ?? ""),
    linkMenu: await linkMenu(),
    addressBar: browser.omnibox === undefined ? null : (browser.runtime.getManifest().omnibox?.keyword ?? null),
  };
}

/** Calls back when a setting changed, here, in another window, or by policy (which Chromium reads only after its start). */
export function watchSettings(onChange: () => void): void {
  onStorageChange((area) => {
    if (area !== "session") onChange();
  });
}
