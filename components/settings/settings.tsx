import type { Mute } from "../../utils/core/alerts/mutes.ts";
import type { QuietHours } from "../../utils/core/alerts/quiet-hours.ts";
import type { Reporting } from "../../utils/pages/reporting-choice.ts";
import { ConfirmButton } from "../shared/confirm-button.tsx";
import type { MuteChange } from "../shared/mute-button.tsx";
import { Section } from "../shared/section.tsx";
import { Say } from "../shared/words.tsx";
import { FeedSettings, type FeedSettingsActions, type FeedSettingsData } from "./feed-settings.tsx";
import { HistorySetting } from "./history-setting.tsx";
import { MuteSetting } from "./mute-setting.tsx";
import { NotificationSetting } from "./notification-setting.tsx";
import { Press } from "./press.tsx";
import { ReportsSetting } from "./reports-setting.tsx";
import { ShortcutSetting, type Shortcuts } from "./shortcut-setting.tsx";
import { TraceSetting } from "./trace-setting.tsx";

/** All that the settings page draws. */
export type SettingsData = FeedSettingsData & {
  access: "full" | "basic";
  /** Null where no feed is set: then nobody would receive reports. */
  reporting: Reporting | null;
  historyDays: number;
  notifications: { allowed: boolean; alerts: boolean; quiet: QuietHours | null };
  mutes: Mute[];
  shortcuts: Shortcuts;
  /** How the last change ended, where the page does not show it otherwise. `not-kept`: the browser could not store it. */
  done: "erased" | "reset" | "not-kept" | null;
};

export type SettingsActions = FeedSettingsActions & {
  allowFullAccess: () => void;
  withdrawFullAccess: () => void;
  setReporting: (consent: boolean) => void;
  keepHistory: (days: number) => void;
  /** Called directly from the click, or the browser would refuse to ask for the permission. Resolves to whether it is granted. */
  setAlerts: (enabled: boolean) => Promise<boolean>;
  setQuiet: (quiet: QuietHours | null) => void;
  mute: MuteChange;
  /** What can be muted, by a name or an address. */
  findMutes: (query: string) => Mute[];
  setLinkMenu: (shown: boolean) => void;
  saveTrace: (pseudonyms: boolean) => void;
  reset: () => void;
  eraseAll: () => void;
};

/** All settings, on one page. */
export function Settings({ data, actions }: { data: SettingsData; actions: SettingsActions }) {
  return (
    <main class="sheet" data-access={data.access}>
      <header>
        <h1>
          <Say text="settings.title" />
        </h1>
        <a href="/dashboard.html">
          <Say text="links.dashboard" />
        </a>
      </header>
      <p class="problem" role="alert">
        {data.done === "not-kept" && <Say text="settings.notKept" />}
      </p>
      <Section name="access-setting" heading={<Say text="settings.access" />}>
        <p>
          <Say text={data.access === "full" ? "settings.accessFull" : "settings.accessBasic"} />
        </p>
        {data.access === "full" ? (
          <Press onPress={actions.withdrawFullAccess}>
            <Say text="settings.withdraw" />
          </Press>
        ) : (
          <Press onPress={actions.allowFullAccess}>
            <Say text="access.allow" />
          </Press>
        )}
      </Section>
      {data.reporting !== null && <ReportsSetting reporting={data.reporting} onChange={actions.setReporting} />}
      <NotificationSetting {...data.notifications} onAlerts={actions.setAlerts} onQuiet={actions.setQuiet} />
      <MuteSetting mutes={data.mutes} find={actions.findMutes} onMute={actions.mute} />
      <FeedSettings data={data} actions={actions} />
      <HistorySetting days={data.historyDays} onChange={actions.keepHistory} />
      <ShortcutSetting {...data.shortcuts} onLinkMenu={actions.setLinkMenu} />
      <TraceSetting onSave={actions.saveTrace} />
      <Section name="erase-setting" heading={<Say text="settings.erase" />}>
        <p role="status">
          {data.done === "erased" && <Say text="settings.erased" />}
          {data.done === "reset" && <Say text="settings.wasReset" />}
          {(data.done === null || data.done === "not-kept") && <Say text="settings.eraseExplain" />}
        </p>
        <p class="row">
          <ConfirmButton text="settings.eraseAll" onConfirm={actions.eraseAll} />
          <ConfirmButton text="settings.reset" question="confirm.sureReset" onConfirm={actions.reset} />
        </p>
      </Section>
    </main>
  );
}
