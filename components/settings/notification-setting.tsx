import { useId, useState } from "preact/hooks";
import type { QuietHours } from "../../utils/core/alerts/quiet-hours.ts";
import { Section } from "../shared/section.tsx";
import { Say } from "../shared/words.tsx";

/** The hours that are proposed first. */
const NIGHT: QuietHours = { from: "22:00", to: "07:00" };

type Props = {
  /** The browser allows notifications. */
  allowed: boolean;
  alerts: boolean;
  quiet: QuietHours | null;
  onAlerts: (enabled: boolean) => Promise<boolean>;
  onQuiet: (quiet: QuietHours | null) => void;
};

/** Which notifications to show, and at what hours none. */
export function NotificationSetting({ allowed, alerts, quiet, onAlerts, onQuiet }: Props) {
  const [denied, setDenied] = useState(false);
  const shown = quiet ?? NIGHT;
  return (
    <Section name="notification-setting" heading={<Say text="settings.notifications" />}>
      <label class="choose">
        <input
          type="checkbox"
          checked={alerts && allowed}
          onChange={({ currentTarget }) => {
            const enabled = currentTarget.checked;
            void onAlerts(enabled).then((granted) => {
              setDenied(enabled && !granted);
              if (!granted) currentTarget.checked = false;
            });
          }}
        />
        <Say text="settings.alerts" />
      </label>
      <p class="note">
        <Say text="settings.alertsExplain" />
      </p>
      <p role="status" class="problem">
        {denied && <Say text="watch.denied" />}
      </p>
      <label class="choose">
        <input type="checkbox" checked={quiet !== null} onChange={(event) => onQuiet(event.currentTarget.checked ? NIGHT : null)} />
        <Say text="settings.quiet" />
      </label>
      <p class="hours">
        <Clock label="from" value={shown.from} disabled={quiet === null} onChange={(from) => onQuiet({ ...shown, from })} />
        <Clock label="to" value={shown.to} disabled={quiet === null} onChange={(to) => onQuiet({ ...shown, to })} />
      </p>
      <p class="note">
        <Say text="settings.quietExplain" />
      </p>
    </Section>
  );
}

type ClockProps = { label: "from" | "to"; value: string; disabled: boolean; onChange: (value: string) => void };

function Clock({ label, value, disabled, onChange }: ClockProps) {
  const id = useId();
  return (
    <span class="labelled">
      <label for={id}>
        <Say text={label === "from" ? "settings.quietFrom" : "settings.quietTo"} />
      </label>
      <input
        id={id}
        type="time"
        required
        value={value}
        disabled={disabled}
        onChange={({ currentTarget }) => currentTarget.value !== "" && onChange(currentTarget.value)}
      />
    </span>
  );
}
