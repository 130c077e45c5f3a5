import { Section } from "../shared/section.tsx";
import { Say } from "../shared/words.tsx";
import type { SettingsData } from "./settings.tsx";

type Props = SettingsData["shortcuts"] & { onLinkMenu: (shown: boolean) => void };

/** Ways to ask without the toolbar. A phone has none of them, and then there is nothing to show. */
export function ShortcutSetting({ keys, linkMenu, addressBar, onLinkMenu }: Props) {
  if (keys === null && linkMenu === null && addressBar === null) return null;
  return (
    <Section name="shortcut-setting" heading={<Say text="settings.shortcuts" />}>
      <ul class="points">
        {addressBar !== null && (
          <li>
            <Say text="settings.shortcutAddress" values={{ example: `${addressBar} netflix` }} />
          </li>
        )}
        {keys !== null && (
          <li>{keys === "" ? <Say text="settings.shortcutNoKeys" /> : <Say text="settings.shortcutKeys" values={{ keys }} />}</li>
        )}
      </ul>
      {linkMenu !== null && (
        <label class="choose">
          <input type="checkbox" checked={linkMenu} onChange={(event) => onLinkMenu(event.currentTarget.checked)} />
          <Say text="settings.linkMenu" />
        </label>
      )}
    </Section>
  );
}
