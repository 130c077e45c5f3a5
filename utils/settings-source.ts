import { browser } from "#imports";
import type { SettingsData } from "../components/settings.tsx";
import { feedSetting, ownFeed } from "./feed-settings.ts";
import { historyDays } from "./history.ts";
import { currentAccess } from "./permissions.ts";
import { reportingChoice } from "./reporting-choice.ts";

/** Reads what the settings page shows. */
export async function readSettings(): Promise<Omit<SettingsData, "erased">> {
  const [access, setting, own, reporting, days] = await Promise.all([
    currentAccess(),
    feedSetting(),
    ownFeed(),
    reportingChoice(),
    historyDays(),
  ]);
  const feed = setting === null ? null : { from: own === null ? ("build" as const) : ("person" as const), mirrors: setting.mirrors };
  return { access, feed, reporting, historyDays: days };
}

/** Calls back when a setting changed, here or in another window. */
export function watchSettings(onChange: () => void): void {
  browser.storage.local.onChanged.addListener(onChange);
}
