import { Section } from "../shared/section.tsx";
import { Say } from "../shared/words.tsx";

/** The ways to open an answer without the toolbar, as far as this browser has them. */
export type Shortcuts = {
  /** The keys that open the popup, as the browser writes them; empty for none, null where a browser has none (Android). */
  keys: string | null;
  /** Whether the context menu of links has our entry; null where a browser has no such menu. */
  linkMenu: boolean | null;
  /** The keyword for the address bar; null where a browser supports none. */
  addressBar: string | null;
};

type Props = Shortcuts & { onLinkMenu: (shown: boolean) => void };

/** Says how to open an answer without the toolbar. A phone has none of these ways; nothing is shown there. */
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
